package dev.cutoff.local.engine;

/** A JSONata expression that gave nothing, or nothing of use. */
final class EvaluationFailed extends Exception {
  private static final long serialVersionUID = 1L;

  EvaluationFailed(String message) {
    super(message);
  }

  Failure failure() {
    return new Failure(Failure.QUERY, getMessage());
  }
}

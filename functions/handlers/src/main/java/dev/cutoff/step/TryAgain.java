package dev.cutoff.step;

/**
 * Something outside did not answer: the same step may succeed later. The state machine knows it by
 * its full name and retries.
 */
public final class TryAgain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TryAgain(String message, Throwable cause) {
    super(message, cause);
  }
}

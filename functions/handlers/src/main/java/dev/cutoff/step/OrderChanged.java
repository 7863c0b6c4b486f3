package dev.cutoff.step;

/**
 * What is to be shipped changed, or what it costs to ship it: again from Ingest. The state machine
 * knows it by its full name.
 */
public final class OrderChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OrderChanged(String message) {
    super(message, null, false, false);
  }
}

package dev.cutoff.step;

/**
 * The store changed what is to be shipped: again from Ingest. The state machine knows it by its
 * full name.
 */
public final class OrderChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OrderChanged(String message) {
    super(message, null, false, false);
  }
}

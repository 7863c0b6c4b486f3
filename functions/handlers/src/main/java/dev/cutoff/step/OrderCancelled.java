package dev.cutoff.step;

/** Not to be shipped any more: to Compensate. The state machine knows it by its full name. */
public final class OrderCancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OrderCancelled(String message) {
    super(message, null, false, false);
  }
}

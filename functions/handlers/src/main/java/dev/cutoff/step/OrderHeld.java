package dev.cutoff.step;

/** A person must look: to Hold. The state machine knows it by its full name. */
public final class OrderHeld extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OrderHeld(String message) {
    super(message, null, false, false);
  }
}

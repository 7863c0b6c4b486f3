package dev.cutoff.step;

/**
 * Units are held, the store has not said paid: to AwaitPayment. The state machine knows it by its
 * full name.
 */
public final class PaymentAwaited extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PaymentAwaited(String message) {
    super(message, null, false, false);
  }
}

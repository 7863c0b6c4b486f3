package dev.cutoff.order;

/**
 * What the store says of the money.
 *
 * @param method as the store names it, for people
 */
public record Payment(Status status, String method) {
  public enum Status {
    PAID,
    /** The money is promised by the bank and captured later: as good as paid for shipping. */
    AUTHORIZED,
    CASH_ON_DELIVERY,
    PENDING,
    PARTIALLY_PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED
  }

  /** Whether the order may be shipped: paid, promised, or collected at the door. */
  public boolean settled() {
    return switch (status) {
      case PAID, AUTHORIZED, CASH_ON_DELIVERY, PARTIALLY_REFUNDED -> true;
      case PENDING, PARTIALLY_PAID, REFUNDED, VOIDED -> false;
    };
  }

  /** Whether the money went back: nothing is to be sent any more. */
  public boolean givenBack() {
    return status == Status.REFUNDED || status == Status.VOIDED;
  }
}

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
    /**
     * Paid later, by an invoice that the shop agreed to: shipped now, and never given up by time.
     */
    ON_TERMS,
    PENDING,
    PARTIALLY_PAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    VOIDED
  }

  /** Whether the order may be shipped: paid, promised, collected at the door, or on terms. */
  public boolean settled() {
    return switch (status) {
      case PAID, AUTHORIZED, CASH_ON_DELIVERY, ON_TERMS, PARTIALLY_REFUNDED -> true;
      case PENDING, PARTIALLY_PAID, REFUNDED, VOIDED -> false;
    };
  }

  /** Whether the money went back: nothing is to be sent any more. */
  public boolean givenBack() {
    return status == Status.REFUNDED || status == Status.VOIDED;
  }
}

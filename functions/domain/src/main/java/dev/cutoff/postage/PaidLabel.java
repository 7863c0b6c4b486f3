package dev.cutoff.postage;

import dev.cutoff.money.Money;
import java.time.LocalDate;

/**
 * A label that was bought, as far as its invoice is about it.
 *
 * @param orderId whose it is
 * @param reference under which the carrier sold it
 * @param cost at its purchase
 * @param boughtOn in UTC
 * @param voided whether the carrier took it back
 */
public record PaidLabel(
    String orderId,
    String reference,
    String trackingNumber,
    Money cost,
    LocalDate boughtOn,
    boolean voided) {
  public PaidLabel {
    trackingNumber = InvoiceLine.plain(trackingNumber);
  }

  /** What the carrier may ask for it. */
  Money due() {
    return voided ? Money.zero(cost.currency()) : cost;
  }
}

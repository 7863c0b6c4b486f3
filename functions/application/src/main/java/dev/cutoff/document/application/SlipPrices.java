package dev.cutoff.document.application;

/**
 * The amounts of this shipment, all in minor units of one currency.
 *
 * @param currency ISO 4217 code, e.g. "USD"
 * @param itemsMinor the lines' sum
 * @param discountMinor what was taken off, not below zero
 * @param shippingMinor what the customer pays for shipping
 * @param taxMinor tax
 * @param totalMinor what the customer pays
 */
public record SlipPrices(
    String currency,
    long itemsMinor,
    long discountMinor,
    long shippingMinor,
    long taxMinor,
    long totalMinor) {

  public SlipPrices {
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("A slip with prices needs an ISO 4217 currency");
    }
    if (totalMinor
        != Math.addExact(
            Math.subtractExact(itemsMinor, discountMinor),
            Math.addExact(shippingMinor, taxMinor))) {
      throw new IllegalArgumentException("A slip's prices must add up");
    }
  }
}

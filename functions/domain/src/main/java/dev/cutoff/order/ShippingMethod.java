package dev.cutoff.order;

/**
 * What the customer bought at checkout.
 *
 * @param code the platform's code, matched against the store's shipping methods in the merchant
 *     file
 * @param title as the customer saw it
 */
public record ShippingMethod(String code, String title, Kind kind) {
  public enum Kind {
    PARCEL,
    /** Fetched at a node: reserved, neither rated nor labelled. */
    PICKUP,
    /** Brought by the shop itself: reserved, neither rated nor labelled. */
    LOCAL_DELIVERY
  }
}

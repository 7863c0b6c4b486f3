package dev.cutoff.stock;

/**
 * The counters of one SKU at one node, in units. onHand = available + reserved + picked +
 * unavailable, none below zero.
 *
 * @param unavailable damaged, quarantined, expired
 * @param safety kept back from routing; not part of the sum
 * @param inbound on its way to the node
 */
public record StockLevel(
    Sku sku,
    NodeId node,
    long onHand,
    long reserved,
    long picked,
    long unavailable,
    long safety,
    long inbound) {

  public static StockLevel none(Sku sku, NodeId node) {
    return new StockLevel(sku, node, 0, 0, 0, 0, 0, 0);
  }

  public long available() {
    return onHand - reserved - picked - unavailable;
  }

  /** What routing may promise: available less safety stock, never below zero. */
  public long routable() {
    return Math.max(0, available() - safety);
  }
}

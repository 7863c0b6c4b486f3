package dev.cutoff.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The counters of a shelf, in units. onHand = available + reserved + picked + unavailable, none
 * below zero.
 *
 * @param lot null where the SKU has none
 * @param reserved promised to orders and still on the shelf
 * @param picked taken from the shelf for orders and still in the building
 * @param unavailable damaged, quarantined, expired
 * @param hotUntil until then its reservations go through a queue; null where they never did
 */
public record StockLevel(
    Sku sku,
    NodeId node,
    @Nullable Lot lot,
    long onHand,
    long reserved,
    long picked,
    long unavailable,
    @Nullable Instant hotUntil) {

  /** A shelf that is not hot. */
  public StockLevel(
      Sku sku,
      NodeId node,
      @Nullable Lot lot,
      long onHand,
      long reserved,
      long picked,
      long unavailable) {
    this(sku, node, lot, onHand, reserved, picked, unavailable, null);
  }

  public static StockLevel none(Shelf shelf) {
    return new StockLevel(shelf.sku(), shelf.node(), shelf.lot(), 0, 0, 0, 0);
  }

  /** So many on the shelf, all of them free. */
  public static StockLevel of(Sku sku, NodeId node, long onHand) {
    return new StockLevel(sku, node, null, onHand, 0, 0, 0);
  }

  public Shelf shelf() {
    return new Shelf(sku, node, lot);
  }

  public long available() {
    return onHand - reserved - picked - unavailable;
  }

  /** Whether so many orders want it that they queue for it. */
  public boolean isHot(Instant now) {
    return hotUntil != null && now.isBefore(hotUntil);
  }

  /** What routing may promise: available less safety stock, never below zero. */
  public long routable(SafetyStock safety) {
    return Math.max(0, available() - safety.units(sku, node));
  }

  /** The same with these changes of its counters. */
  public StockLevel plus(
      long onHandMore, long reservedMore, long pickedMore, long unavailableMore) {
    return new StockLevel(
        sku,
        node,
        lot,
        onHand + onHandMore,
        reserved + reservedMore,
        picked + pickedMore,
        unavailable + unavailableMore,
        hotUntil);
  }
}

package dev.cutoff.stock;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * Units of one SKU at one node, held for one line of one order: the truth about stock. Its key is
 * order # line # SKU # shipment, and the lot where it has one.
 *
 * @param sku what is taken from the shelf: the line's own SKU, or a component of its kit
 * @param lot null where the SKU has none
 * @param quantity units of that SKU
 * @param sets units of the order's line that these serve (a kit of 2 socks: sets 1, quantity 2);
 *     where several lots serve them together, the first of them says it and the others say 0
 */
public record Reservation(
    OrderId orderId,
    String lineId,
    Sku sku,
    NodeId node,
    @Nullable Lot lot,
    long quantity,
    long sets,
    ShipmentId shipmentId,
    State state) {
  /** What became of it. From {@code RESERVED} and {@code PICKED} it goes on; the rest is final. */
  public enum State {
    RESERVED,
    /** Taken from the shelf, still in the building. */
    PICKED,
    /** Given back. */
    RELEASED,
    /** Given to other reservations of the same order. */
    MOVED,
    /** Left the building. */
    CONSUMED;

    /** Whether it still holds its units. */
    public boolean holds() {
      return this == RESERVED || this == PICKED;
    }
  }

  public String key() {
    return orderId + "#" + lineId + "#" + sku + (lot == null ? "" : "#" + lot) + "#" + shipmentId;
  }

  public Shelf shelf() {
    return new Shelf(sku, node, lot);
  }

  /** The same in another state. */
  public Reservation in(State changed) {
    return new Reservation(orderId, lineId, sku, node, lot, quantity, sets, shipmentId, changed);
  }
}

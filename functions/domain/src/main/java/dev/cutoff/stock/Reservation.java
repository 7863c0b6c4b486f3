package dev.cutoff.stock;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;

/**
 * Units of one SKU at one node, held for one line of one order: the truth about stock. Its key is
 * order # line # SKU # shipment.
 *
 * @param sku what is taken from the shelf: the line's own SKU, or a component of its kit
 * @param quantity units of that SKU
 * @param sets units of the order's line that these serve (a kit of 2 socks: sets 1, quantity 2)
 */
public record Reservation(
    OrderId orderId,
    String lineId,
    Sku sku,
    NodeId node,
    long quantity,
    long sets,
    ShipmentId shipmentId,
    State state) {
  public enum State {
    RESERVED,
    /** Given back. */
    RELEASED,
    /** Left the building. */
    CONSUMED
  }

  public String key() {
    return orderId + "#" + lineId + "#" + sku + "#" + shipmentId;
  }
}

package dev.cutoff.shipment;

import dev.cutoff.order.OrderId;

/** SHP-, the order's id and a number: made once, in the transaction that reserves. */
public record ShipmentId(String value) implements Comparable<ShipmentId> {
  public ShipmentId {
    if (!value.matches("SHP-[A-Za-z0-9_-]{1,64}-[0-9]{1,6}")) {
      throw new IllegalArgumentException("not a shipment id: '" + value + "'");
    }
  }

  public static ShipmentId of(OrderId orderId, int number) {
    return new ShipmentId("SHP-" + orderId + "-" + number);
  }

  /** The order it belongs to, read back from the id. */
  public OrderId orderId() {
    return new OrderId(value.substring("SHP-".length(), value.lastIndexOf('-')));
  }

  /** Its place among the order's shipments, from 1. */
  public int number() {
    return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
  }

  public String parcel(int number) {
    return value + "-" + number;
  }

  @Override
  public int compareTo(ShipmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

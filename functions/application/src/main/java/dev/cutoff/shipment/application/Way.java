package dev.cutoff.shipment.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeHours;
import dev.cutoff.order.Order;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.TreeMap;

/** From where to where a parcel is carried. */
record Way(Node from, Address to) {
  /** What carriers are told of who sends it back; no node of the shop. */
  private static final NodeId CUSTOMER = new NodeId("CUSTOMER-RETURNS");

  static Way out(Order order, Node node) {
    return new Way(node, order.shipTo().orElseThrow());
  }

  /**
   * From the customer to the node. The customer hands it over on whatever day the carrier takes
   * parcels; days and prices are those of the node.
   */
  static Way back(Order order, Node node) {
    TreeMap<DayOfWeek, LocalTime> anyDay = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      anyDay.put(day, LocalTime.NOON);
    }
    Address customer = order.shipTo().orElseThrow();
    Node from =
        new Node(
            CUSTOMER,
            "Customer",
            customer,
            node.zone(),
            anyDay,
            node.handlingCost(),
            false,
            NodeHours.PLAIN);
    return new Way(from, named(node));
  }

  /** A parcel needs somebody's name on it. */
  private static Address named(Node node) {
    Address address = node.address();
    return address.name().isBlank() && address.company().isBlank()
        ? Address.of(
            null,
            node.name(),
            address.street1(),
            address.street2(),
            address.city(),
            address.region(),
            address.postcode(),
            address.country(),
            address.phone())
        : address;
  }
}

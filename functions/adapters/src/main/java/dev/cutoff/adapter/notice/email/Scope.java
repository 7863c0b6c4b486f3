package dev.cutoff.adapter.notice.email;

import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import java.util.List;
import java.util.Optional;

/**
 * What part of an order an announcement is about.
 *
 * @param part whether the order has more units to send than these
 */
record Scope(List<ShipmentLine> lines, List<Parcel> parcels, boolean part) {
  Scope {
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
  }

  /** Empty where the order no longer has that shipment or parcel: then there is nothing to say. */
  static Optional<Scope> of(Order order, Announcement announcement) {
    String parcelId = announcement.parcelId();
    String shipmentId = announcement.shipmentId();
    if (parcelId != null) {
      return order.openShipments().stream()
          .flatMap(shipment -> shipment.paidParcels().stream())
          .filter(parcel -> parcel.plan().parcelId().equals(parcelId))
          .findFirst()
          .map(parcel -> about(order, parcel.plan().lines(), List.of(parcel)));
    }
    if (shipmentId != null) {
      return order.openShipments().stream()
          .filter(shipment -> shipment.id().value().equals(shipmentId))
          .findFirst()
          .map(shipment -> about(order, shipment.lines(), shipment.paidParcels()));
    }
    if (announcement.what() == Announcement.What.BACKORDERED) {
      return Optional.ofNullable(order.backorder())
          .map(waits ->
              new Scope(
                  waits.parts().stream()
                      .map(part -> new ShipmentLine(part.lineId(), part.quantity()))
                      .toList(),
                  List.of(),
                  !order.openShipments().isEmpty()));
    }
    return Optional.of(
        new Scope(
            order.document().lines().stream()
                .filter(line -> line.quantity() > 0)
                .map(line -> new ShipmentLine(line.lineId(), line.quantity()))
                .toList(),
            order.openShipments().stream()
                .map(Shipment::paidParcels)
                .flatMap(List::stream)
                .toList(),
            false));
  }

  private static Scope about(Order order, List<ShipmentLine> lines, List<Parcel> parcels) {
    long all =
        order.document().lines().stream()
            .filter(OrderLine::requiresShipping)
            .mapToLong(OrderLine::quantity)
            .sum();
    return new Scope(lines, parcels, lines.stream().mapToLong(ShipmentLine::quantity).sum() < all);
  }
}

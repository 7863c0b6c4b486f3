package dev.cutoff.adapter.notice.words;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.News;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What part of an order news are about.
 *
 * @param part whether the order has more units to send than these
 */
record Scope(List<ShipmentLine> lines, List<Parcel> parcels, boolean part) {
  Scope {
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
  }

  /** Empty where the order no longer has that shipment or parcel: then there is nothing to say. */
  static Optional<Scope> of(Order order, News news) {
    Announcement announcement = news.announcement();
    if (!announcement.about().isEmpty()) {
      return announcement.parcelId() == null
          ? shipments(order, subjects(news))
          : parcels(order, subjects(news));
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

  /** Of news that can come again there is one subject, which has its time behind it. */
  private static Set<String> subjects(News news) {
    return news.subjects().size() == 1 ? Set.of(news.announcement().about()) : news.subjects();
  }

  private static Optional<Scope> parcels(Order order, Set<String> ids) {
    List<ShipmentLine> lines = new ArrayList<>();
    List<Parcel> parcels = new ArrayList<>();
    for (Shipment shipment : order.openShipments()) {
      for (Parcel parcel : shipment.paidParcels()) {
        if (ids.contains(parcel.plan().parcelId())) {
          parcels.add(parcel);
          lines.addAll(parcel.plan().lines());
        }
      }
    }
    return parcels.isEmpty() ? Optional.empty() : Optional.of(about(order, lines, parcels));
  }

  private static Optional<Scope> shipments(Order order, Set<String> ids) {
    List<Shipment> shipments =
        order.openShipments().stream()
            .filter(shipment -> ids.contains(shipment.id().value()))
            .toList();
    return shipments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            about(
                order,
                shipments.stream().flatMap(shipment -> shipment.lines().stream()).toList(),
                shipments.stream().flatMap(one -> one.paidParcels().stream()).toList()));
  }

  private static Scope about(Order order, List<ShipmentLine> lines, List<Parcel> parcels) {
    Map<String, Long> units = new LinkedHashMap<>();
    lines.forEach(line -> units.merge(line.lineId(), line.quantity(), Long::sum));
    long all =
        order.document().lines().stream()
            .filter(OrderLine::requiresShipping)
            .mapToLong(OrderLine::quantity)
            .sum();
    long here = units.values().stream().mapToLong(Long::longValue).sum();
    return new Scope(
        units.entrySet().stream()
            .map(line -> new ShipmentLine(line.getKey(), line.getValue()))
            .toList(),
        parcels,
        here < all);
  }
}

package dev.cutoff.audit;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Outstanding;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether an order and its reservations say the same. */
public final class OrderCheck {
  private OrderCheck() {}

  /**
   * Whether an execution or the sweeper is about to change it: reservations come before the order's
   * row follows, and go before its shipments are closed. What waits for a person stands still.
   */
  public static boolean isOnItsWay(Order order) {
    return Outstanding.any(order) && order.hold() == null && Outstanding.keptUntil(order) == null;
  }

  /**
   * What is wrong with an order that stands still.
   *
   * @param order null where reservations name one that nobody knows
   */
  public static List<Finding> check(@Nullable Order order, List<Reservation> reservations) {
    SortedMap<Shelf, List<Correction.Ending>> astray = new TreeMap<>();
    for (Reservation each : reservations) {
      if (each.state().holds()) {
        end(order, each)
            .ifPresent(how ->
                astray
                    .computeIfAbsent(each.shelf(), shelf -> new ArrayList<>())
                    .add(new Correction.Ending(each, how)));
      }
    }
    List<Finding> found = new ArrayList<>();
    astray.forEach((shelf, endings) -> found.add(astray(shelf, endings)));
    if (order != null && order.hasWork()) {
      order.openShipments().stream()
          .filter(each -> !(each instanceof Shipment.Shipped || each instanceof Shipment.Delivered))
          .forEach(each -> unserved(order, each, reservations, found));
    }
    return List.copyOf(found);
  }

  /** How a reservation should have ended; empty where its shipment waits for it. */
  private static Optional<Reservation.State> end(@Nullable Order order, Reservation each) {
    Shipment shipment = order == null ? null : find(order, each.shipmentId());
    return switch (shipment) {
      case null -> Optional.of(Reservation.State.RELEASED);
      case Shipment.Cancelled cancelled -> Optional.of(Reservation.State.RELEASED);
      case Shipment.Shipped shipped -> Optional.of(Reservation.State.CONSUMED);
      case Shipment.Delivered delivered -> Optional.of(Reservation.State.CONSUMED);
      case Shipment.Reserved reserved -> Optional.empty();
      case Shipment.Planned planned -> Optional.empty();
      case Shipment.Labelled labelled -> Optional.empty();
    };
  }

  private static @Nullable Shipment find(Order order, ShipmentId id) {
    return order.shipments().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  private static Finding astray(Shelf shelf, List<Correction.Ending> endings) {
    OrderId orderId = endings.getFirst().reservation().orderId();
    long units = endings.stream().mapToLong(each -> each.reservation().quantity()).sum();
    boolean left = endings.getFirst().how() == Reservation.State.CONSUMED;
    return new Finding(
        shelf,
        Refusal.of(
            Reason.RESERVATION_ASTRAY,
            "%d of %s are held for order %s, whose shipment %s."
                .formatted(
                    units,
                    shelf,
                    orderId,
                    left ? "left the building" : "is closed, or was never there"),
            Map.of(
                "sku", shelf.sku().value(),
                "node", shelf.node().value(),
                "orderId", orderId.value(),
                "units", Long.toString(units))),
        List.of(orderId),
        List.of(Action.APPLY_CORRECTION, Action.DISMISS),
        null,
        List.copyOf(endings));
  }

  private static void unserved(
      Order order, Shipment shipment, List<Reservation> reservations, List<Finding> found) {
    for (ShipmentLine line : shipment.lines()) {
      Map<Sku, Long> held = new HashMap<>();
      reservations.stream()
          .filter(each -> each.state().holds())
          .filter(each -> each.shipmentId().equals(shipment.id()))
          .filter(each -> each.lineId().equals(line.lineId()))
          .forEach(each -> held.merge(each.sku(), each.sets(), Long::sum));
      long sets = held.values().stream().mapToLong(Long::longValue).max().orElse(0);
      Optional<Sku> sku =
          order.document().physicalLines().stream()
              .filter(each -> each.lineId().equals(line.lineId()))
              .map(OrderLine::sku)
              .findFirst()
              .flatMap(Sku::read);
      if (sets < line.quantity() && sku.isPresent()) {
        found.add(unserved(order, shipment, line, sku.get(), sets));
      }
    }
  }

  private static Finding unserved(
      Order order, Shipment shipment, ShipmentLine line, Sku sku, long held) {
    Shelf shelf = Shelf.of(sku, shipment.node());
    return new Finding(
        shelf,
        Refusal.of(
            Reason.SHIPMENT_UNSERVED,
            "Shipment %s of order %s is to take %d of %s, and %d are held for it."
                .formatted(shipment.id(), order.id(), line.quantity(), shelf, held),
            Map.of(
                "sku", sku.value(),
                "node", shipment.node().value(),
                "orderId", order.id().value(),
                "shipmentId", shipment.id().value(),
                "units", Long.toString(line.quantity()),
                "held", Long.toString(held))),
        List.of(order.id()),
        List.of(Action.APPLY_CORRECTION, Action.DISMISS),
        null,
        List.of(new Correction.Replanning(order.id())));
  }
}

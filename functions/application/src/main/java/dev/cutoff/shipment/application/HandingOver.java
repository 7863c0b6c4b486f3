package dev.cutoff.shipment.application;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.plan.application.CountingLoads;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records that a shipment left the node: from now on it is shipped, its units are gone from the
 * shelf, and store and customer are told. Again is the same.
 */
public final class HandingOver {
  private final Changing changing;
  private final Stock stock;
  private final StockChanges changes;
  private final CountingLoads loads;
  private final Announcements announcements;

  @Inject
  public HandingOver(
      Changing changing,
      Stock stock,
      StockChanges changes,
      CountingLoads loads,
      Announcements announcements) {
    this.changing = changing;
    this.stock = stock;
    this.changes = changes;
    this.loads = loads;
    this.announcements = announcements;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    record HandedOver(Order order, Instant at) implements Outcome {}

    /** 409: its label is void, or about to be, and it must not leave. */
    record Stopped(String why) implements Outcome {}

    /** 409, with what to do. */
    record Refused(String why) implements Outcome {}

    /** 404. */
    record NotFound() implements Outcome {}
  }

  public Outcome handOver(ShipmentId shipmentId, Instant at, String by) {
    Optional<Order> changed =
        changing.change(shipmentId.orderId(), order -> decide(order, shipmentId, at, by));
    Shipment shipment = changed.flatMap(order -> find(order, shipmentId)).orElse(null);
    if (changed.isEmpty() || shipment == null) {
      return new Outcome.NotFound();
    }
    Order order = changed.get();
    return switch (shipment) {
      case Shipment.Shipped shipped -> announce(order, shipped, shipped.handedOverAt(), by);
      case Shipment.Delivered delivered -> announce(order, delivered, delivered.handedOverAt(), by);
      case Shipment.Reserved reserved ->
          new Outcome.Refused(
              order.document().payment().settled()
                  ? reserved.notBefore() != null
                      ? "it may not go before " + reserved.notBefore()
                      : "it has no label yet: wait for it, or see why the order is held"
                  : "it is not paid yet: mark it as paid in the store first");
      case Shipment.Planned planned ->
          new Outcome.Refused("it has no label yet: wait for it, or see why the order is held");
      case Shipment.Labelled labelled ->
          new Outcome.Stopped(
              "the order was cancelled or changed: stop the parcel, its label is void");
      case Shipment.Cancelled cancelled ->
          new Outcome.Stopped("it was cancelled: stop the parcel, its label is void");
    };
  }

  private static Optional<Decision> decide(
      Order order, ShipmentId shipmentId, Instant at, String by) {
    if (order.cancelling() || order.replan()) {
      return Optional.empty();
    }
    return find(order, shipmentId)
        .flatMap(shipment -> handedOver(order, shipment, at))
        .map(shipped ->
            new Decision(change -> change.shipment(shipped), by, shipmentId + " handed over", ""));
  }

  private static Optional<Shipment.Shipped> handedOver(Order order, Shipment shipment, Instant at) {
    return switch (shipment) {
      case Shipment.Labelled labelled ->
          Optional.of(
              new Shipment.Shipped(
                  labelled.id(),
                  labelled.node(),
                  labelled.lines(),
                  labelled.parcels(),
                  at,
                  labelled.receipt(),
                  labelled.packingSlip()));
      case Shipment.Reserved reserved ->
          order.document().shippingMethod().kind() == ShippingMethod.Kind.PARCEL
                  || !order.document().payment().settled()
                  || reserved.notBefore() != null
              ? Optional.empty()
              : Optional.of(
                  new Shipment.Shipped(
                      reserved.id(), reserved.node(), reserved.lines(), List.of(), at, "", ""));
      case Shipment.Planned planned -> Optional.empty();
      case Shipment.Shipped shipped -> Optional.empty();
      case Shipment.Delivered delivered -> Optional.empty();
      case Shipment.Cancelled cancelled -> Optional.empty();
    };
  }

  /** A shipment consumes its own reservation, at the node where it was made. */
  private Outcome announce(Order order, Shipment shipment, Instant handedOverAt, String by) {
    ShipmentId shipmentId = shipment.id();
    List<Reservation> held =
        stock.reservations(order.id()).stream()
            .filter(each -> each.shipmentId().equals(shipmentId))
            .filter(each -> each.state().holds())
            .toList();
    if (!held.isEmpty()) {
      loads.done(shipment);
    }
    stock.consume(held, new Cause(handedOverAt, by, "handed over"));
    announcements.publish(
        new Announcement(
            Announcement.What.SHIPPED, order.id(), shipmentId.value(), null, handedOverAt));
    // What may be sold is the same; the stores' stock is compared after each shipment.
    if (!held.isEmpty()) {
      changes.changed(held.stream().map(Reservation::sku).toList());
    }
    return new Outcome.HandedOver(order, handedOverAt);
  }

  private static Optional<Shipment> find(Order order, ShipmentId id) {
    return order.shipments().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}

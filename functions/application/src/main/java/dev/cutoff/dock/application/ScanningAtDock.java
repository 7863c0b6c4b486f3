package dev.cutoff.dock.application;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.HandingOver;
import dev.cutoff.shipment.application.LabelAttempts;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a scan at the truck: a good parcel is handed over, and one whose label is void is refused
 * with what to do, and named in the exception queue until somebody has stopped it.
 */
public final class ScanningAtDock {
  private final Orders orders;
  private final LabelAttempts attempts;
  private final HandingOver handingOver;
  private final NamingVoidLabel naming;

  @Inject
  public ScanningAtDock(
      Orders orders, LabelAttempts attempts, HandingOver handingOver, NamingVoidLabel naming) {
    this.orders = orders;
    this.attempts = attempts;
    this.handingOver = handingOver;
    this.naming = naming;
  }

  /** What is read off a parcel. */
  public sealed interface Code {
    /** As the carrier prints it. */
    record TrackingNumber(String value) implements Code {}

    /** Shipment id and number: "SHP-DTC-1-1-2". */
    record Parcel(String value) implements Code {}

    /** What is on the packing slip. */
    record WholeShipment(ShipmentId value) implements Code {}
  }

  /** What the scanner shows. */
  public sealed interface Outcome {
    record HandedOver(ShipmentId shipmentId, Order order, Instant at) implements Outcome {}

    /** 409: it must not leave, and stands in the exception queue. */
    record Stopped(String why) implements Outcome {}

    /** 409: not yet. */
    record Refused(String why) implements Outcome {}

    /** 404. */
    record NotFound() implements Outcome {}
  }

  public Outcome scan(Code code, Instant at, String by) {
    return switch (code) {
      case Code.WholeShipment whole -> handOver(whole.value(), whole.value().value(), at, by);
      case Code.Parcel parcel ->
          shipmentOf(parcel.value())
              .map(id -> handOver(id, parcel.value(), at, by))
              .orElseGet(Outcome.NotFound::new);
      case Code.TrackingNumber number -> byNumber(number.value(), at, by);
    };
  }

  private Outcome byNumber(String number, Instant at, String by) {
    Optional<Order> order = orders.findByTracking(number).flatMap(orders::find);
    if (order.isEmpty()) {
      return new Outcome.NotFound();
    }
    Optional<Shipment> holder = holder(order.get(), number);
    if (holder.isPresent()) {
      return handOver(holder.get().id(), number, at, by);
    }
    ShipmentId shipmentId = before(order.get(), number).orElseGet(() -> first(order.get().id()));
    String why = "its label was voided: stop the parcel";
    naming.scanned(shipmentId, number, "at the dock", why);
    return new Outcome.Stopped(why);
  }

  private Outcome handOver(ShipmentId shipmentId, String code, Instant at, String by) {
    return switch (handingOver.handOver(shipmentId, at, by)) {
      case HandingOver.Outcome.HandedOver done ->
          new Outcome.HandedOver(shipmentId, done.order(), done.at());
      case HandingOver.Outcome.Stopped stopped -> {
        naming.scanned(shipmentId, code, "at the dock", stopped.why());
        yield new Outcome.Stopped(stopped.why());
      }
      case HandingOver.Outcome.Refused refused -> new Outcome.Refused(refused.why());
      case HandingOver.Outcome.NotFound none -> new Outcome.NotFound();
    };
  }

  /** The open shipment that has a parcel of that number now. */
  static Optional<Shipment> holder(Order order, String number) {
    return order.openShipments().stream()
        .filter(shipment ->
            shipment.paidParcels().stream()
                .anyMatch(parcel -> parcel.trackingNumber().equals(number)))
        .findFirst();
  }

  /** The shipment whose label had that number before. */
  private Optional<ShipmentId> before(Order order, String number) {
    return order.shipments().stream()
        .map(Shipment::id)
        .filter(
            id -> attempts.of(id).stream().anyMatch(each -> number.equals(each.trackingNumber())))
        .findFirst();
  }

  private static ShipmentId first(OrderId orderId) {
    return ShipmentId.of(orderId, 1);
  }

  private static Optional<ShipmentId> shipmentOf(String parcelId) {
    int end = parcelId.lastIndexOf('-');
    try {
      ShipmentId id = new ShipmentId(parcelId.substring(0, Math.max(0, end)));
      // An id without an order's id in it is none of ours.
      id.orderId();
      return Optional.of(id);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }
}

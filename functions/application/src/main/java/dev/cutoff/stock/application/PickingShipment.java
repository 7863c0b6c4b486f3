package dev.cutoff.stock.application;

import dev.cutoff.order.application.Orders;
import dev.cutoff.plan.application.CountingLoads;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes the units of a shipment from the shelf: they stay in the building until handed over. */
public final class PickingShipment {
  private final Orders orders;
  private final Stock stock;
  private final CountingLoads loads;
  private final InstantSource clock;

  @Inject
  public PickingShipment(Orders orders, Stock stock, CountingLoads loads, InstantSource clock) {
    this.orders = orders;
    this.stock = stock;
    this.loads = loads;
    this.clock = clock;
  }

  /** How it ended. */
  public sealed interface Outcome {
    /** Now or before. */
    record Picked(List<Reservation> units) implements Outcome {}

    /** 409: what to do. */
    record Refused(String why) implements Outcome {}

    /** 404. */
    record NotFound() implements Outcome {}
  }

  public Outcome pick(ShipmentId shipmentId, String by) {
    Optional<Shipment> shipment =
        orders.find(shipmentId.orderId()).stream()
            .flatMap(order -> order.shipments().stream())
            .filter(each -> each.id().equals(shipmentId))
            .findFirst();
    if (shipment.isEmpty()) {
      return new Outcome.NotFound();
    }
    return switch (shipment.get()) {
      case Shipment.Cancelled cancelled ->
          new Outcome.Refused("it was cancelled: put the units back");
      case Shipment.Shipped shipped -> new Outcome.Refused("it was handed over already");
      case Shipment.Delivered delivered -> new Outcome.Refused("it was handed over already");
      case Shipment.Reserved reserved -> picked(shipment.get(), by);
      case Shipment.Planned planned -> picked(shipment.get(), by);
      case Shipment.Labelled labelled -> picked(shipment.get(), by);
    };
  }

  private Outcome picked(Shipment shipment, String by) {
    ShipmentId shipmentId = shipment.id();
    List<Reservation> held =
        stock.reservations(shipmentId.orderId()).stream()
            .filter(each -> each.shipmentId().equals(shipmentId) && each.state().holds())
            .toList();
    Stock.Ended ended = stock.pick(held, new Cause(clock.instant(), by, "picked"));
    if (!ended.unknown().isEmpty()) {
      return new Outcome.Refused("it was cancelled: put the units back");
    }
    loads.done(shipment);
    return new Outcome.Picked(held);
  }
}

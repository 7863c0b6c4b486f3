package dev.cutoff.testkit;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.tracking.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Takes an example order further, each step one version: one shipment, one parcel. */
public final class Stage {
  public static final Instant PLANNED = AnOrder.RECEIVED.plusSeconds(5);
  public static final Instant SHIP_BY = Instant.parse("2026-11-24T21:00:00Z");

  private Stage() {}

  /** All its physical lines at one node. */
  public static Order reserved(Order order, String node) {
    List<ShipmentLine> lines =
        order.document().physicalLines().stream()
            .map(line -> new ShipmentLine(line.lineId(), line.open()))
            .toList();
    ShipmentId id = ShipmentId.of(order.id(), 1);
    Shipment shipment = new Shipment.Reserved(id, new NodeId(node), lines);
    return order.changed(change -> change.shipments(List.of(shipment)));
  }

  /** The reservations behind {@link #reserved}, for lines that are no kits. */
  public static List<Reservation> reservations(Order order, String node) {
    return order.document().physicalLines().stream()
        .map(line ->
            new Reservation(
                order.id(),
                line.lineId(),
                new Sku(line.sku()),
                new NodeId(node),
                null,
                line.open(),
                line.open(),
                ShipmentId.of(order.id(), 1),
                Reservation.State.RESERVED))
        .toList();
  }

  public static Order planned(Order order) {
    Shipment now = order.shipments().getFirst();
    PlannedParcel parcel =
        new PlannedParcel(
            now.id().parcel(1),
            now.lines(),
            "S",
            540,
            "swift",
            "ground",
            Money.of(1_145, "USD"),
            LocalDate.parse("2026-11-24"),
            LocalDate.parse("2026-11-27"),
            PLANNED);
    Promise promise =
        new Promise(LocalDate.parse("2026-11-27"), ZoneId.of("America/Los_Angeles"), 0.97);
    Shipment next =
        new Shipment.Planned(
            now.id(), now.node(), now.lines(), List.of(parcel), SHIP_BY, "receipts/r.json");
    return order.changed(change -> change.shipment(next).promise(promise));
  }

  /** The label is paid, its tracking number {@code TRK-} and the parcel's id. */
  public static Order labelled(Order order) {
    if (!(order.shipments().getFirst() instanceof Shipment.Planned now)) {
      throw new IllegalArgumentException("only what is planned is labelled");
    }
    Shipment next =
        new Shipment.Labelled(
            now.id(),
            now.node(),
            now.lines(),
            now.parcels().stream().map(Stage::paid).toList(),
            now.shipBy(),
            now.receipt(),
            "slips/s.pdf",
            PLANNED.plusSeconds(5));
    return order.changed(change -> change.shipment(next));
  }

  public static Order shipped(Order order, Instant handedOverAt) {
    Shipment now = order.shipments().getFirst();
    Shipment next =
        new Shipment.Shipped(
            now.id(),
            now.node(),
            now.lines(),
            now.paidParcels(),
            handedOverAt,
            "receipts/r.json",
            "slips/s.pdf");
    return order.changed(change -> change.shipment(next));
  }

  public static Order delivered(Order order, Instant deliveredAt) {
    if (!(order.shipments().getFirst() instanceof Shipment.Shipped now)) {
      throw new IllegalArgumentException("only what is shipped is delivered");
    }
    Shipment next =
        new Shipment.Delivered(
            now.id(),
            now.node(),
            now.lines(),
            now.parcels(),
            now.handedOverAt(),
            deliveredAt,
            now.receipt(),
            now.packingSlip());
    return order.changed(change -> change.shipment(next));
  }

  public static Order held(Order order, Reason reason) {
    Order.Hold hold = new Order.Hold(Refusal.of(reason, "Somebody must look."), "Reserve", PLANNED);
    return order.changed(change -> change.hold(hold));
  }

  /** The shipped shipment with that track on each of its parcels. */
  public static Shipment tracked(Shipment shipment, Track track) {
    if (!(shipment instanceof Shipment.Shipped now)) {
      throw new IllegalArgumentException("only what is shipped is tracked");
    }
    List<Parcel> parcels = now.parcels().stream().map(parcel -> parcel.with(track)).toList();
    return new Shipment.Shipped(
        now.id(),
        now.node(),
        now.lines(),
        parcels,
        now.handedOverAt(),
        now.receipt(),
        now.packingSlip());
  }

  private static Parcel paid(PlannedParcel plan) {
    return new Parcel(
        plan,
        plan.cost(),
        "TRK-" + plan.parcelId(),
        "label-" + plan.parcelId(),
        "labels/l.pdf",
        "labels/l.zpl",
        Track.labelMade());
  }
}

package dev.cutoff.sample;

import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.NodeId;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** One shipment in each of its states: one unit of line 1. */
public final class Shipments {
  public static final OrderId ORDER = new OrderId("DTC-1");
  private static final NodeId EAST = new NodeId("EAST");
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final List<ShipmentLine> LINES = List.of(new ShipmentLine("1", 1));

  private Shipments() {}

  public static Shipment reserved(int number) {
    return new Shipment.Reserved(id(number), EAST, LINES);
  }

  public static Shipment planned(int number) {
    return new Shipment.Planned(id(number), EAST, LINES, List.of(plan(number)), NOW, "r");
  }

  public static Shipment labelled(int number) {
    List<Parcel> parcels = List.of(parcel(number, TrackingStatus.LABEL_MADE));
    return new Shipment.Labelled(id(number), EAST, LINES, parcels, NOW, "r", "s", NOW);
  }

  public static Shipment shipped(int number) {
    List<Parcel> parcels = List.of(parcel(number, TrackingStatus.IN_TRANSIT));
    return new Shipment.Shipped(id(number), EAST, LINES, parcels, NOW, "r", "s");
  }

  public static Shipment delivered(int number) {
    return arrived(number, TrackingStatus.DELIVERED);
  }

  public static Shipment returned(int number) {
    return arrived(number, TrackingStatus.RETURNED);
  }

  /** With a parcel in each of these. */
  public static Shipment arrived(int number, TrackingStatus... parcels) {
    List<Parcel> all = Arrays.stream(parcels).map(status -> parcel(number, status)).toList();
    return new Shipment.Delivered(id(number), EAST, LINES, all, NOW, NOW, "r", "s");
  }

  public static Shipment cancelled(int number) {
    return new Shipment.Cancelled(id(number), EAST, LINES, NOW);
  }

  private static ShipmentId id(int number) {
    return ShipmentId.of(ORDER, number);
  }

  private static Parcel parcel(int number, TrackingStatus status) {
    Scan scan = new Scan("s", "swift", "1Z" + number, status, null, NOW, "");
    Track track = Track.labelMade().with(scan);
    return new Parcel(plan(number), Money.of(500, "USD"), "1Z" + number, "l", "pdf", "zpl", track);
  }

  private static PlannedParcel plan(int number) {
    LocalDate day = LocalDate.parse("2026-11-24");
    return new PlannedParcel(
        id(number).parcel(1),
        LINES,
        "S",
        200,
        "swift",
        "ground",
        Money.of(500, "USD"),
        day,
        day.plusDays(2),
        NOW);
  }
}

package dev.cutoff.page;

import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Arrival;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the day that a customer is told. */
final class Expecting {
  private Expecting() {}

  /**
   * The day.
   *
   * @param range of its arrival, all of it; empty where nobody can say
   */
  static Expected of(
      Order order, Stage stage, Optional<Arrival.Range> range, ZoneId zone, Instant now) {
    Expected told = told(order, stage, zone, now);
    if (range.isEmpty() || !order.allHandedOver()) {
      return told;
    }
    Arrival.Range likely = range.get();
    return switch (told) {
      case Expected.By by when stage == Stage.OUT_FOR_DELIVERY -> by;
      case Expected.By by -> between(likely);
      case Expected.Uncertain uncertain -> between(likely);
      case Expected.Overdue overdue -> new Expected.Later(overdue.day(), likely.latest());
      case Expected.Between between -> between;
      case Expected.Later later -> later;
      case Expected.Arrived arrived -> arrived;
      case Expected.Unknown unknown -> unknown;
    };
  }

  private static Expected between(Arrival.Range range) {
    return range.earliest().equals(range.latest())
        ? new Expected.By(range.latest())
        : new Expected.Between(range.earliest(), range.latest());
  }

  private static Expected told(Order order, Stage stage, ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return switch (stage) {
      case DELIVERED ->
          arrivedAt(order).<Expected>map(Expected.Arrived::new).orElseGet(Expected.Unknown::new);
      case OUT_FOR_DELIVERY ->
          comesToday(order, zone, today) ? new Expected.By(today) : promised(order, today);
      case DELAYED, AT_CUSTOMS, ATTEMPTED ->
          promised(order, today) instanceof Expected.By by
              ? new Expected.Uncertain(by.day())
              : promised(order, today);
      case CHECKING,
          PREPARING,
          ABOUT_TO_LEAVE,
          TO_BE_BROUGHT,
          BEING_BROUGHT,
          PARTLY_SENT,
          SENT,
          PARTLY_DELIVERED ->
          promised(order, today);
      case AWAITING_PAYMENT,
          WAITING_FOR_STOCK,
          KEPT_FOR_PICKUP,
          PICKED_UP,
          TO_COLLECT,
          RETURNED,
          DAMAGED,
          LOST,
          NOTHING_TO_SEND,
          CANCELLING,
          CANCELLED ->
          new Expected.Unknown();
    };
  }

  /** The promise of what waits counts from when it is there: until then nobody knows the day. */
  private static Expected promised(Order order, LocalDate today) {
    Promise promise = order.promise();
    if (promise == null || order.waits()) {
      return new Expected.Unknown();
    }
    LocalDate day = day(order, promise);
    if (day.isBefore(today)) {
      return new Expected.Overdue(day);
    }
    return day.isAfter(promise.deliverBy())
        ? new Expected.Later(promise.deliverBy(), day)
        : new Expected.By(day);
  }

  /** Whether all that has not arrived went out for delivery today. */
  private static boolean comesToday(Order order, ZoneId zone, LocalDate today) {
    return order.allHandedOver()
        && order.openShipments().stream()
            .flatMap(shipment -> shipment.paidParcels().stream())
            .map(Parcel::track)
            .filter(track -> track.status() != TrackingStatus.DELIVERED)
            .allMatch(track -> wentOut(track, zone).filter(today::equals).isPresent());
  }

  private static Optional<LocalDate> wentOut(Track track, ZoneId zone) {
    return track.scans().stream()
        .filter(scan -> scan.status() == TrackingStatus.OUT_FOR_DELIVERY)
        .map(scan -> scan.occurredAt().atZone(zone).toLocalDate())
        .max(Comparator.naturalOrder());
  }

  /** Where a person gave the promise up and told no other day, it is the carrier's. */
  private static LocalDate day(Order order, Promise promise) {
    return order.shipLate() && promise.expected() == null
        ? carriersDay(order).orElse(promise.day())
        : promise.day();
  }

  private static Optional<LocalDate> carriersDay(Order order) {
    return order.openShipments().stream()
        .flatMap(shipment -> plans(shipment).stream())
        .map(PlannedParcel::deliveryDate)
        .max(Comparator.naturalOrder());
  }

  private static List<PlannedParcel> plans(Shipment shipment) {
    return shipment instanceof Shipment.Planned planned
        ? planned.parcels()
        : shipment.paidParcels().stream().map(Parcel::plan).toList();
  }

  /** When the last of it was delivered. */
  private static Optional<Instant> arrivedAt(Order order) {
    return order.openShipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .flatMap(parcel -> parcel.track().scans().stream())
        .filter(scan -> scan.status() == TrackingStatus.DELIVERED)
        .map(Scan::occurredAt)
        .max(Comparator.naturalOrder());
  }
}

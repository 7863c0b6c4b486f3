package dev.cutoff.notice;

import dev.cutoff.notice.Announcement.What;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became true of an order so far, read from the order: the same announcements, under the same
 * keys, as when it did.
 */
public final class Happened {
  /** What a parcel passes, in this order. */
  private static final List<What> WAY =
      List.of(What.SHIPPED, What.IN_TRANSIT, What.OUT_FOR_DELIVERY, What.DELIVERED, What.RETURNED);

  private Happened() {}

  /** All of it; for each parcel in the order of its way. */
  public static List<Announcement> of(Order order) {
    List<Announcement> all = new ArrayList<>();
    for (Shipment shipment : order.shipments()) {
      Instant handedOver = handedOver(shipment);
      if (handedOver != null) {
        all.add(
            new Announcement(What.SHIPPED, order.id(), shipment.id().value(), null, handedOver));
      }
      for (Parcel parcel : shipment.paidParcels()) {
        way(order, shipment, parcel, all);
      }
    }
    delay(order, all);
    Order.Cancellation cancelled = order.cancellation();
    if (cancelled != null && cancelled.completedAt() != null) {
      all.add(new Announcement(What.CANCELLED, order.id(), null, null, cancelled.requestedAt()));
    }
    return all;
  }

  /**
   * What a listener should have heard of the same parcel before this: its shipment left, it was on
   * its way, it was out for delivery. Queues keep no order; who listens for the order's sake makes
   * it with this.
   */
  public static List<Announcement> before(Order order, Announcement announcement) {
    int rank =
        announcement.what() == What.DELIVERY_ATTEMPTED
            ? WAY.indexOf(What.DELIVERED)
            : WAY.indexOf(announcement.what());
    if (rank < 1) {
      return List.of();
    }
    return of(order).stream()
        .filter(each -> Objects.equals(each.shipmentId(), announcement.shipmentId()))
        .filter(each -> each.parcelId() == null || each.parcelId().equals(announcement.parcelId()))
        .filter(each -> WAY.contains(each.what()) && WAY.indexOf(each.what()) < rank)
        .toList();
  }

  private static void way(Order order, Shipment shipment, Parcel parcel, List<Announcement> all) {
    for (What what : WAY) {
      TrackingStatus status = statusOf(what);
      parcel.track().scans().stream()
          .filter(scan -> status != null && scan.status() == status)
          .findFirst()
          .ifPresent(scan -> all.add(of(order, shipment, parcel, what, scan)));
      if (what == What.OUT_FOR_DELIVERY) {
        parcel.track().scans().stream()
            .filter(scan -> scan.flag() == TrackingFlag.DELIVERY_ATTEMPTED)
            .forEach(scan -> all.add(of(order, shipment, parcel, What.DELIVERY_ATTEMPTED, scan)));
      }
    }
  }

  private static Announcement of(
      Order order, Shipment shipment, Parcel parcel, What what, Scan scan) {
    return new Announcement(
        what, order.id(), shipment.id().value(), parcel.plan().parcelId(), scan.occurredAt());
  }

  private static @Nullable TrackingStatus statusOf(What what) {
    return switch (what) {
      case IN_TRANSIT -> TrackingStatus.IN_TRANSIT;
      case OUT_FOR_DELIVERY -> TrackingStatus.OUT_FOR_DELIVERY;
      case DELIVERED -> TrackingStatus.DELIVERED;
      case RETURNED -> TrackingStatus.RETURNED;
      case CONFIRMED,
          BACKORDERED,
          DELAYED,
          BACK_ON_TIME,
          PACKED,
          SHIPPED,
          DELIVERY_ATTEMPTED,
          CANCELLED ->
          null;
    };
  }

  /** As it is announced: the day that was told instead of the promised one. */
  private static void delay(Order order, List<Announcement> all) {
    Promise promise = order.promise();
    LocalDate expected = promise == null ? null : promise.expected();
    if (promise != null && expected != null && order.cancellation() == null) {
      all.add(
          new Announcement(
              What.DELAYED,
              order.id(),
              null,
              null,
              expected.atStartOfDay(promise.zone()).toInstant()));
    }
  }

  private static @Nullable Instant handedOver(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Shipped shipped -> shipped.handedOverAt();
      case Shipment.Delivered delivered -> delivered.handedOverAt();
      case Shipment.Reserved reserved -> null;
      case Shipment.Planned planned -> null;
      case Shipment.Labelled labelled -> null;
      case Shipment.Cancelled cancelled -> null;
    };
  }
}

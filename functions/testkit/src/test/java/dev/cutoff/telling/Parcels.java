package dev.cutoff.telling;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Stage;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders whose one parcel is on its way, and what is announced of it. */
final class Parcels {
  static final Instant LEFT = Instant.parse("2026-11-24T20:00:00Z");

  private Parcels() {}

  static Order labelled(AnOrder order) {
    return Stage.labelled(Stage.planned(Stage.reserved(order.received(), "EAST")));
  }

  /** With a scan an hour for each status. */
  static Order onItsWay(AnOrder order, TrackingStatus... statuses) {
    Track track = Track.labelMade();
    int hours = 0;
    for (TrackingStatus status : statuses) {
      hours++;
      track = track.with(scan(status, null, hours));
    }
    return tracked(order, track);
  }

  /** The same, kept version by version. */
  static Order saved(Orders orders, AnOrder order, TrackingStatus... statuses) {
    Order all = onItsWay(order, statuses);
    Order now = order.received();
    orders.save(null, now, List.of());
    while (now.version() < all.version()) {
      Order next = now.version() + 1 == all.version() ? all : now.changed(change -> change);
      orders.save(now, next, List.of());
      now = next;
    }
    return all;
  }

  static Order tracked(AnOrder order, Track track) {
    Order shipped = Stage.shipped(labelled(order), LEFT);
    return shipped.changed(
        change -> change.shipment(Stage.tracked(shipped.shipments().getFirst(), track)));
  }

  static Scan scan(@Nullable TrackingStatus status, @Nullable TrackingFlag flag, long hours) {
    return new Scan(
        "scan-" + hours, "swift", "TRK", status, flag, LEFT.plusSeconds(hours * 3_600), "Albany");
  }

  static Announcement of(Order order, What what) {
    String shipment = order.shipments().getFirst().id().value();
    String parcel = order.shipments().getFirst().paidParcels().getFirst().plan().parcelId();
    return switch (what) {
      case SHIPPED -> new Announcement(what, order.id(), shipment, null, LEFT);
      case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, DELIVERED, RETURNED ->
          new Announcement(what, order.id(), shipment, parcel, LEFT.plusSeconds(86_400));
      case CONFIRMED, BACKORDERED, DELAYED, BACK_ON_TIME, PACKED, CANCELLED ->
          new Announcement(what, order.id(), null, null, LEFT);
    };
  }
}

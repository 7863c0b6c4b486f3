package dev.cutoff.tracking.application;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what scans made true, after the row says so; each thing once for all scans of a call,
 * and again when the carrier repeats itself. What is overtaken is no news.
 */
public final class TellingProgress {
  private final Announcements announcements;

  @Inject
  public TellingProgress(Announcements announcements) {
    this.announcements = announcements;
  }

  /**
   * Publishes.
   *
   * @param order as it is with these scans
   */
  void tell(Order order, List<Scan> scans) {
    Map<String, Announcement> news = new LinkedHashMap<>();
    for (Scan scan : scans) {
      Shipment shipment = ScannedShipment.holder(order, scan).orElse(null);
      if (shipment != null) {
        shipment.paidParcels().stream()
            .filter(parcel -> ScannedShipment.isOf(parcel, scan))
            .flatMap(parcel -> news(order, shipment, parcel, scan).stream())
            .forEach(each -> news.putIfAbsent(each.key(), each));
      }
    }
    news.values().forEach(announcements::publish);
  }

  private static Optional<Announcement> news(
      Order order, Shipment shipment, Parcel parcel, Scan scan) {
    TrackingStatus status = scan.status();
    Announcement.What what =
        status == null ? attempt(parcel.track(), scan) : reached(parcel.track(), status);
    return what == null
        ? Optional.empty()
        : Optional.of(
            new Announcement(
                what,
                order.id(),
                shipment.id().value(),
                parcel.plan().parcelId(),
                scan.occurredAt()));
  }

  private static Announcement.@Nullable What reached(Track track, TrackingStatus status) {
    if (track.status().after(status)) {
      return null;
    }
    return switch (status) {
      case LABEL_MADE, ACCEPTED -> null;
      case IN_TRANSIT -> Announcement.What.IN_TRANSIT;
      case OUT_FOR_DELIVERY -> Announcement.What.OUT_FOR_DELIVERY;
      case DELIVERED -> Announcement.What.DELIVERED;
      case RETURNED -> Announcement.What.RETURNED;
    };
  }

  /** An attempt is news as long as nothing came after it; of a delivered parcel it is none. */
  private static Announcement.@Nullable What attempt(Track track, Scan scan) {
    boolean inForce =
        scan.flag() == TrackingFlag.DELIVERY_ATTEMPTED
            && !track.status().after(TrackingStatus.OUT_FOR_DELIVERY)
            && !track.scans().isEmpty()
            && track.scans().getLast().id().equals(scan.id());
    return inForce ? Announcement.What.DELIVERY_ATTEMPTED : null;
  }
}

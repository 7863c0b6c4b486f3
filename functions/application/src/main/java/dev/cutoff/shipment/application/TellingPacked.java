package dev.cutoff.shipment.application;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Packed;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Publishes that a shipment is packed, once the bench has packed all of it. */
public final class TellingPacked {
  private final Announcements announcements;

  @Inject
  public TellingPacked(Announcements announcements) {
    this.announcements = announcements;
  }

  /** Again is the same news. */
  void tell(Order order, ShipmentId id) {
    order.openShipments().stream()
        .filter(shipment -> shipment.id().equals(id))
        .flatMap(shipment -> packedAt(shipment).stream())
        .forEach(at ->
            announcements.publish(
                new Announcement(Announcement.What.PACKED, order.id(), id.value(), null, at)));
  }

  /** When the last of its parcels was; empty as long as one is missing. */
  private static Optional<Instant> packedAt(Shipment shipment) {
    List<PlannedParcel> parcels =
        shipment instanceof Shipment.Planned planned
            ? planned.parcels()
            : shipment.paidParcels().stream().map(Parcel::plan).toList();
    Instant last = Instant.MIN;
    for (PlannedParcel parcel : parcels) {
      Packed packed = parcel.packed();
      if (packed == null) {
        return Optional.empty();
      }
      last = packed.at().isAfter(last) ? packed.at() : last;
    }
    return parcels.isEmpty() ? Optional.empty() : Optional.of(last);
  }
}

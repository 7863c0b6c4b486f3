package dev.cutoff.tracking.application;

import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What scans make of a shipment and its parcels. */
final class ScannedShipment {
  private ScannedShipment() {}

  /** The open shipment with the parcel that was scanned; empty where its label is not ours. */
  static Optional<Shipment> holder(Order order, Scan scan) {
    return order.openShipments().stream()
        .filter(shipment -> shipment.paidParcels().stream().anyMatch(each -> isOf(each, scan)))
        .findFirst();
  }

  static boolean isOf(Parcel parcel, Scan scan) {
    return parcel.trackingNumber().equals(scan.trackingNumber())
        && parcel.plan().carrier().equals(scan.carrier());
  }

  /** Each parcel takes its own scans in. */
  static List<Parcel> scanned(Shipment shipment, List<Scan> scans) {
    return shipment.paidParcels().stream().map(parcel -> scanned(parcel, scans)).toList();
  }

  private static Parcel scanned(Parcel parcel, List<Scan> scans) {
    Track track = parcel.track();
    for (Scan scan : scans) {
      if (isOf(parcel, scan)) {
        track = track.with(scan);
      }
    }
    return track.equals(parcel.track()) ? parcel : parcel.with(track);
  }

  /** The shipment with its parcels as they are now: delivered once all of them arrived. */
  static Shipment with(Shipment shipment, List<Parcel> parcels) {
    return switch (shipment) {
      case Shipment.Labelled was -> was.with(parcels);
      case Shipment.Shipped was ->
          parcels.stream().allMatch(ScannedShipment::arrived)
              ? new Shipment.Delivered(
                  was.id(),
                  was.node(),
                  was.lines(),
                  parcels,
                  was.handedOverAt(),
                  arrivedAt(parcels, was.handedOverAt()),
                  was.receipt(),
                  was.packingSlip())
              : was.with(parcels);
      case Shipment.Delivered was -> was.with(parcels);
      case Shipment.Reserved was -> was;
      case Shipment.Planned was -> was;
      case Shipment.Cancelled was -> was;
    };
  }

  /** When the last parcel arrived, in whatever order the carrier says so. */
  private static Instant arrivedAt(List<Parcel> parcels, Instant otherwise) {
    return parcels.stream()
        .flatMap(parcel ->
            parcel.track().scans().stream()
                .filter(scan -> scan.status() == parcel.track().status())
                .map(Scan::occurredAt)
                .limit(1))
        .max(Instant::compareTo)
        .orElse(otherwise);
  }

  static boolean arrived(Parcel parcel) {
    return switch (parcel.track().status()) {
      case DELIVERED, RETURNED -> true;
      case LABEL_MADE, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> false;
    };
  }
}

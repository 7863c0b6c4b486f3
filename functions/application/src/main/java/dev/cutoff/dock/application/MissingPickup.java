package dev.cutoff.dock.application;

import dev.cutoff.dock.Manifest;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks after manifests that were handed over: none of whose parcels the carrier scanned in time is
 * one exception, not as many as it has parcels. The first scan ends it; so does the last parcel
 * that missed the truck and has left, for those that did.
 */
public final class MissingPickup {
  /** After that a parcel that nobody scanned is lost, and somebody was told. */
  private static final int DAYS_BACK = 7;

  private final Manifests manifests;
  private final Orders orders;
  private final RaisingDockException raising;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public MissingPickup(
      Manifests manifests,
      Orders orders,
      RaisingDockException raising,
      Merchants merchants,
      InstantSource clock) {
    this.manifests = manifests;
    this.orders = orders;
    this.raising = raising;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** How many manifests nobody seems to have taken along; what could not be judged is added. */
  int look(List<String> failed) {
    int missed = 0;
    for (Node node : merchants.current().nodes().values()) {
      for (Manifest manifest :
          manifests.from(
              node.id(), clock.instant().atZone(node.zone()).toLocalDate().minusDays(DAYS_BACK))) {
        try {
          missed += isMissed(manifest) ? 1 : 0;
          left(manifest);
        } catch (RuntimeException notThisTime) {
          failed.add(manifest.id().reference() + ": " + notThisTime.getClass().getSimpleName());
        }
      }
    }
    return missed;
  }

  private boolean isMissed(Manifest manifest) {
    Instant closed = manifest.closedAt();
    Instant now = clock.instant();
    if (closed == null
        || manifest.firstScanAt() != null
        || manifest.entries().isEmpty()
        || now.isBefore(closed.plus(merchants.current().rules().dock().firstScanWithin()))) {
      return false;
    }
    Optional<Instant> first =
        manifest.shipments().stream().flatMap(id -> firstScan(id).stream()).findFirst();
    if (first.isPresent()) {
      manifests.replace(manifest.scanned(first.get()));
      raising.settle(manifest.id().inWords(), Reason.PICKUP_MISSED, "the carrier scanned it");
      return false;
    }
    raising.raiseOnce(
        new DockException.Finding(
            manifest.id().inWords(),
            Refusal.of(
                Reason.PICKUP_MISSED,
                "%d parcel(s) were handed over at %s at %s, and the carrier has scanned none of them: the pickup was missed, or its scans are not coming. Look at the dock, then call it."
                    .formatted(manifest.entries().size(), manifest.id().node(), closed),
                Map.of(
                    "manifest", manifest.id().reference(),
                    "parcels", Integer.toString(manifest.entries().size()))),
            ClosingManifest.orders(manifest.shipments())));
    return true;
  }

  private Optional<Instant> firstScan(ShipmentId id) {
    return shipment(id).stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .filter(parcel -> parcel.track().status().after(TrackingStatus.LABEL_MADE))
        .flatMap(parcel -> parcel.track().scans().stream())
        .map(Scan::occurredAt)
        .min(Instant::compareTo);
  }

  /** What missed the truck has left with a later one, or will not leave at all. */
  private void left(Manifest manifest) {
    if (manifest.state() == Manifest.State.DONE
        && !manifest.missed().isEmpty()
        && manifest.missed().stream().noneMatch(each -> isHere(each.shipmentId()))) {
      raising.settle(manifest.id().inWords(), Reason.MANIFEST_MISSED, "all of it has left");
    }
  }

  private boolean isHere(ShipmentId id) {
    return shipment(id)
        .filter(each ->
            switch (each) {
              case Shipment.Reserved reserved -> true;
              case Shipment.Planned planned -> true;
              case Shipment.Labelled labelled -> true;
              case Shipment.Shipped shipped -> false;
              case Shipment.Delivered delivered -> false;
              case Shipment.Cancelled cancelled -> false;
            })
        .isPresent();
  }

  private Optional<Shipment> shipment(ShipmentId id) {
    return orders.find(id.orderId()).stream()
        .map(Order::shipments)
        .flatMap(List::stream)
        .filter(each -> each.id().equals(id))
        .findFirst();
  }
}

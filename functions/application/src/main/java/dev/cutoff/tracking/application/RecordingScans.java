package dev.cutoff.tracking.application;

import dev.cutoff.dock.application.NamingVoidLabel;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.HandingOver;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingStatus;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes a carrier's scans. Each moves its own parcel forward or goes into the history; the first
 * one that shows the parcel in the carrier's hands is the hand-over where none was recorded. What a
 * scan made true is published after the row says so, and again when the carrier repeats itself.
 */
public final class RecordingScans {
  private final Merchants merchants;
  private final Secrets secrets;
  private final Map<String, TrackingSource> sources = new TreeMap<>();
  private final Orders orders;
  private final Changing changing;
  private final HandingOver handingOver;
  private final NamingVoidLabel naming;
  private final Announcements announcements;
  private final LearningTransit learning;
  private final InstantSource clock;

  @Inject
  public RecordingScans(
      Merchants merchants,
      Secrets secrets,
      Set<TrackingSource> sources,
      Orders orders,
      Changing changing,
      HandingOver handingOver,
      NamingVoidLabel naming,
      Announcements announcements,
      LearningTransit learning,
      InstantSource clock) {
    this.merchants = merchants;
    this.secrets = secrets;
    sources.forEach(source -> this.sources.put(source.provider(), source));
    this.orders = orders;
    this.changing = changing;
    this.handingOver = handingOver;
    this.naming = naming;
    this.announcements = announcements;
    this.learning = learning;
    this.clock = clock;
  }

  /** What the carrier is answered. */
  public sealed interface Outcome {
    /** 202: how many scans counted, and what is wrong with the others. */
    record Recorded(int recorded, List<String> problems) implements Outcome {}

    /** 401. */
    record Forged() implements Outcome {}

    /** 404. */
    record NoSuchCarrier() implements Outcome {}
  }

  public Outcome record(String carrierId, Map<String, String> headers, byte[] body) {
    Carrier carrier = merchants.current().carriers().get(carrierId);
    TrackingSource source = carrier == null ? null : sources.get(carrier.provider());
    if (carrier == null || source == null) {
      return new Outcome.NoSuchCarrier();
    }
    if (!source.genuine(headers, body, secrets.value(carrier.secretName()), clock.instant())) {
      return new Outcome.Forged();
    }
    TrackingSource.Reading reading = source.read(carrierId, body);
    List<String> problems = new ArrayList<>(reading.problems());
    int recorded = 0;
    for (Scan scan : reading.scans()) {
      Optional<OrderId> orderId =
          orders.findByTracking(scan.trackingNumber()).filter(id -> apply(id, scan));
      if (orderId.isPresent()) {
        recorded++;
      } else {
        problems.add("scan " + scan.id() + ": no parcel of ours has that tracking number");
      }
    }
    return new Outcome.Recorded(recorded, List.copyOf(problems));
  }

  /** False where the parcel is not this carrier's, or its label was voided. */
  private boolean apply(OrderId orderId, Scan scan) {
    Optional<Order> found = orders.find(orderId);
    Shipment holder = found.flatMap(order -> holder(order, scan)).orElse(null);
    if (holder == null) {
      found.ifPresent(order -> travelsVoid(order, scan));
      return false;
    }
    TrackingStatus status = scan.status();
    if (status != null && status.after(TrackingStatus.LABEL_MADE)) {
      handingOver.handOver(holder.id(), scan.occurredAt(), scan.carrier());
    }
    Order order = changing.change(orderId, before -> decide(before, scan)).orElseThrow();
    publish(order, scan);
    if (status == TrackingStatus.DELIVERED
        && holder(order, scan).orElse(null) instanceof Shipment.Delivered delivered) {
      learning.learn(order, delivered);
    }
    return true;
  }

  /** Its label was voided, and the carrier has it all the same. */
  private void travelsVoid(Order order, Scan scan) {
    TrackingStatus status = scan.status();
    boolean another =
        order.openShipments().stream()
            .flatMap(shipment -> shipment.paidParcels().stream())
            .anyMatch(parcel -> parcel.trackingNumber().equals(scan.trackingNumber()));
    if (!another && status != null && status.after(TrackingStatus.LABEL_MADE)) {
      naming.scanned(
          order.shipments().isEmpty()
              ? ShipmentId.of(order.id(), 1)
              : order.shipments().getFirst().id(),
          scan.trackingNumber(),
          "by " + scan.carrier(),
          "its label is void: stop the parcel, or the carrier bills it");
    }
  }

  private static Optional<Decision> decide(Order order, Scan scan) {
    Shipment shipment = holder(order, scan).orElse(null);
    if (shipment == null) {
      return Optional.empty();
    }
    List<Parcel> parcels =
        shipment.paidParcels().stream()
            .map(parcel -> isOf(parcel, scan) ? parcel.with(parcel.track().with(scan)) : parcel)
            .toList();
    if (parcels.equals(shipment.paidParcels())) {
      return Optional.empty();
    }
    String what = scan.trackingNumber() + " " + word(scan);
    return Optional.of(
        new Decision(
            change -> change.shipment(moved(shipment, parcels, scan.occurredAt())),
            scan.carrier(),
            scan.place().isBlank() ? what : what + " at " + scan.place(),
            "scan " + scan.id()));
  }

  private static Shipment moved(Shipment shipment, List<Parcel> parcels, Instant at) {
    return switch (shipment) {
      case Shipment.Labelled was ->
          new Shipment.Labelled(
              was.id(),
              was.node(),
              was.lines(),
              parcels,
              was.shipBy(),
              was.receipt(),
              was.packingSlip(),
              was.labelledAt());
      case Shipment.Shipped was ->
          parcels.stream().allMatch(RecordingScans::arrived)
              ? new Shipment.Delivered(
                  was.id(),
                  was.node(),
                  was.lines(),
                  parcels,
                  was.handedOverAt(),
                  arrivedAt(parcels, at),
                  was.receipt(),
                  was.packingSlip())
              : new Shipment.Shipped(
                  was.id(),
                  was.node(),
                  was.lines(),
                  parcels,
                  was.handedOverAt(),
                  was.receipt(),
                  was.packingSlip());
      case Shipment.Delivered was ->
          new Shipment.Delivered(
              was.id(),
              was.node(),
              was.lines(),
              parcels,
              was.handedOverAt(),
              was.deliveredAt(),
              was.receipt(),
              was.packingSlip());
      case Shipment.Reserved was -> was;
      case Shipment.Planned was -> was;
      case Shipment.Cancelled was -> was;
    };
  }

  private void publish(Order order, Scan scan) {
    TrackingStatus status = scan.status();
    if (status == null) {
      return;
    }
    Announcement.What what =
        switch (status) {
          case LABEL_MADE, ACCEPTED -> null;
          case IN_TRANSIT -> Announcement.What.IN_TRANSIT;
          case OUT_FOR_DELIVERY -> Announcement.What.OUT_FOR_DELIVERY;
          case DELIVERED -> Announcement.What.DELIVERED;
          case RETURNED -> Announcement.What.RETURNED;
        };
    Shipment shipment = holder(order, scan).orElse(null);
    if (what == null || shipment == null) {
      return;
    }
    shipment.paidParcels().stream()
        .filter(parcel -> isOf(parcel, scan))
        .filter(parcel -> !parcel.track().status().after(status))
        .forEach(parcel ->
            announcements.publish(
                new Announcement(
                    what,
                    order.id(),
                    shipment.id().value(),
                    parcel.plan().parcelId(),
                    scan.occurredAt())));
  }

  private static Optional<Shipment> holder(Order order, Scan scan) {
    return order.openShipments().stream()
        .filter(shipment -> shipment.paidParcels().stream().anyMatch(each -> isOf(each, scan)))
        .findFirst();
  }

  private static boolean isOf(Parcel parcel, Scan scan) {
    return parcel.trackingNumber().equals(scan.trackingNumber())
        && parcel.plan().carrier().equals(scan.carrier());
  }

  /** When the last parcel arrived, in whatever order the carrier says so. */
  private static Instant arrivedAt(List<Parcel> parcels, Instant known) {
    return parcels.stream()
        .flatMap(parcel ->
            parcel.track().scans().stream()
                .filter(scan -> scan.status() == parcel.track().status())
                .map(Scan::occurredAt)
                .limit(1))
        .max(Instant::compareTo)
        .orElse(known);
  }

  private static boolean arrived(Parcel parcel) {
    return switch (parcel.track().status()) {
      case DELIVERED, RETURNED -> true;
      case LABEL_MADE, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> false;
    };
  }

  private static String word(Scan scan) {
    TrackingStatus status = scan.status();
    if (status != null) {
      return status.wireName();
    }
    var flag = scan.flag();
    return flag == null ? "scanned" : flag.wireName();
  }
}

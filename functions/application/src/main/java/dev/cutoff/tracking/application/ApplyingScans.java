package dev.cutoff.tracking.application;

import dev.cutoff.dock.application.NamingVoidLabel;
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
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes all scans of one order in, with one write. Each moves its own parcel forward or goes into
 * the history; the first one that shows a parcel in the carrier's hands is the hand-over where none
 * was recorded. Again is the same, and tells again what is true.
 */
public final class ApplyingScans {
  /** Clocks are wrong by hours; what is older is of another parcel that had the number before. */
  private static final Duration BEFORE_ITS_LABEL = Duration.ofDays(1);

  /** Scans of one write that the timeline names one by one. */
  private static final int MOST_NAMED = 3;

  private final Orders orders;
  private final Changing changing;
  private final HandingOver handingOver;
  private final NamingVoidLabel naming;
  private final TellingProgress telling;
  private final NamingTrouble trouble;
  private final LearningTransit learning;

  @Inject
  public ApplyingScans(
      Orders orders,
      Changing changing,
      HandingOver handingOver,
      NamingVoidLabel naming,
      TellingProgress telling,
      NamingTrouble trouble,
      LearningTransit learning) {
    this.orders = orders;
    this.changing = changing;
    this.handingOver = handingOver;
    this.naming = naming;
    this.telling = telling;
    this.trouble = trouble;
    this.learning = learning;
  }

  /**
   * What came of it.
   *
   * @param recorded scans that count, known ones included
   * @param problems of the others, in words
   */
  public record Applied(int recorded, List<String> problems) {
    public Applied {
      problems = List.copyOf(problems);
    }
  }

  public Applied apply(OrderId orderId, List<Scan> scans) {
    Optional<Order> found = orders.find(orderId);
    List<String> problems = new ArrayList<>();
    List<Scan> ours = new ArrayList<>();
    for (Scan scan : scans) {
      Optional<String> problem =
          found.isEmpty() ? Optional.of(unknown(scan)) : problem(found.get(), scan);
      problem.ifPresentOrElse(problems::add, () -> ours.add(scan));
    }
    if (found.isPresent() && !ours.isEmpty()) {
      handOver(found.get(), ours);
      Order order = changing.change(orderId, before -> decide(before, ours)).orElseThrow();
      telling.tell(order, ours);
      trouble.scanned(found.get(), order, ours);
      learn(order, ours);
    }
    return new Applied(ours.size(), problems);
  }

  /** Why a scan does not count; empty where it does. */
  private Optional<String> problem(Order order, Scan scan) {
    Shipment holder = ScannedShipment.holder(order, scan).orElse(null);
    if (holder == null) {
      return Optional.of(notHeld(order, scan));
    }
    boolean tooOld =
        holder.paidParcels().stream()
            .filter(parcel -> ScannedShipment.isOf(parcel, scan))
            .allMatch(parcel ->
                scan.occurredAt().isBefore(parcel.plan().quotedAt().minus(BEFORE_ITS_LABEL)));
    return tooOld
        ? Optional.of("scan " + scan.id() + ": it happened before its label was made")
        : Optional.empty();
  }

  static String unknown(Scan scan) {
    return "scan " + scan.id() + ": no parcel of ours has that tracking number";
  }

  private String notHeld(Order order, Scan scan) {
    Optional<Parcel> another =
        order.openShipments().stream()
            .flatMap(shipment -> shipment.paidParcels().stream())
            .filter(parcel -> parcel.trackingNumber().equals(scan.trackingNumber()))
            .findFirst();
    if (another.isPresent()) {
      return "scan %s: that parcel goes with %s, not with %s"
          .formatted(scan.id(), another.get().plan().carrier(), scan.carrier());
    }
    travelsVoid(order, scan);
    return unknown(scan);
  }

  /** Its label was voided, and the carrier has it all the same. */
  private void travelsVoid(Order order, Scan scan) {
    if (isMove(scan)) {
      naming.scanned(
          order.shipments().isEmpty()
              ? ShipmentId.of(order.id(), 1)
              : order.shipments().getFirst().id(),
          scan.trackingNumber(),
          "by " + scan.carrier(),
          "its label is void: stop the parcel, or the carrier bills it");
    }
  }

  private static boolean isMove(Scan scan) {
    TrackingStatus status = scan.status();
    return status != null && status.after(TrackingStatus.LABEL_MADE);
  }

  /** Once for each shipment, by the earliest scan; what is delivered was handed over. */
  private void handOver(Order order, List<Scan> scans) {
    Map<ShipmentId, Scan> first = new LinkedHashMap<>();
    for (Scan scan : scans) {
      if (isMove(scan)) {
        ScannedShipment.holder(order, scan)
            .filter(holder -> !(holder instanceof Shipment.Delivered))
            .ifPresent(holder ->
                first.merge(
                    holder.id(),
                    scan,
                    (one, other) -> other.occurredAt().isBefore(one.occurredAt()) ? other : one));
      }
    }
    first.forEach((id, scan) -> handingOver.handOver(id, scan.occurredAt(), scan.carrier()));
  }

  private static Optional<Decision> decide(Order order, List<Scan> scans) {
    List<Shipment> moved = new ArrayList<>();
    for (Shipment shipment : order.openShipments()) {
      List<Parcel> parcels = ScannedShipment.scanned(shipment, scans);
      if (!parcels.equals(shipment.paidParcels())) {
        moved.add(ScannedShipment.with(shipment, parcels));
      }
    }
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    List<Scan> news = scans.stream().filter(scan -> !isKnown(order, scan)).distinct().toList();
    return Optional.of(
        new Decision(
            change -> {
              moved.forEach(change::shipment);
              return change;
            },
            scans.getFirst().carrier(),
            told(news, ApplyingScans::inWords),
            told(news, scan -> "scan " + scan.id())));
  }

  private static boolean isKnown(Order order, Scan scan) {
    return ScannedShipment.holder(order, scan).stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .filter(parcel -> ScannedShipment.isOf(parcel, scan))
        .allMatch(parcel -> parcel.track().knows(scan));
  }

  private static String told(List<Scan> scans, java.util.function.Function<Scan, String> inWords) {
    String named = scans.stream().limit(MOST_NAMED).map(inWords).collect(Collectors.joining("; "));
    return scans.size() <= MOST_NAMED
        ? named
        : named + "; and %d more".formatted(scans.size() - MOST_NAMED);
  }

  private static String inWords(Scan scan) {
    String what = scan.trackingNumber() + " " + word(scan);
    return scan.place().isBlank() ? what : what + " at " + scan.place();
  }

  static String word(Scan scan) {
    TrackingStatus status = scan.status();
    TrackingFlag flag = scan.flag();
    return status != null ? status.wireName() : flag != null ? flag.wireName() : "scanned";
  }

  private void learn(Order order, List<Scan> scans) {
    scans.stream()
        .filter(scan -> scan.status() == TrackingStatus.DELIVERED)
        .flatMap(scan -> ScannedShipment.holder(order, scan).stream())
        .distinct()
        .forEach(holder -> {
          if (holder instanceof Shipment.Delivered delivered) {
            learning.learn(order, delivered);
          }
        });
  }
}

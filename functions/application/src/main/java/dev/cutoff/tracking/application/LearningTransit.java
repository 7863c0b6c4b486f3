package dev.cutoff.tracking.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.plan.DeliveryDays;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.TransitCount;
import dev.cutoff.plan.application.TransitCounts;
import dev.cutoff.rate.Lane;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Counts how long a shipment took, once all of it is delivered. Days are the carrier's delivery
 * days, so that no weekend and no holiday looks like a delay. What was returned, or never seen
 * before it was on its way, teaches nothing.
 */
public final class LearningTransit {
  /** What is told later than that is left out: whether it was counted may be forgotten. */
  private static final Duration NEWS = TransitCounts.REMEMBERED.minusDays(30);

  private final TransitCounts counts;
  private final Merchants merchants;
  private final Geography geography;
  private final Holidays holidays;
  private final InstantSource clock;

  @Inject
  public LearningTransit(
      TransitCounts counts,
      Merchants merchants,
      Geography geography,
      Holidays holidays,
      InstantSource clock) {
    this.counts = counts;
    this.merchants = merchants;
    this.geography = geography;
    this.holidays = holidays;
    this.clock = clock;
  }

  /** Again is the same. */
  void learn(Order order, Shipment.Delivered shipment) {
    if (teaches(shipment)) {
      delivery(order, shipment).ifPresent(counts::count);
    }
  }

  private boolean teaches(Shipment.Delivered shipment) {
    return !shipment.parcels().isEmpty()
        && shipment.parcels().stream().allMatch(parcel -> wasSeen(parcel, shipment))
        && shipment.deliveredAt().isAfter(clock.instant().minus(NEWS));
  }

  /** A first scan on the way is taken for the hand-over, which was before: nobody knows when. */
  private static boolean wasSeen(Parcel parcel, Shipment.Delivered shipment) {
    return parcel.track().status() == TrackingStatus.DELIVERED
        && parcel.track().scans().stream()
            .filter(scan -> scan.occurredAt().equals(shipment.handedOverAt()))
            .map(Scan::status)
            .noneMatch(status -> status != null && status.after(TrackingStatus.ACCEPTED));
  }

  /** Empty where the merchant file does not know the lane any more. */
  private Optional<TransitCounts.Delivery> delivery(Order order, Shipment.Delivered shipment) {
    Merchant merchant = merchants.current();
    PlannedParcel plan = shipment.parcels().getFirst().plan();
    Carrier carrier = merchant.carriers().get(plan.carrier());
    Node node = merchant.nodes().get(shipment.node());
    Address to = order.shipTo().orElse(null);
    if (carrier == null || node == null || to == null) {
      return Optional.empty();
    }
    LocalDate handedOver = shipment.handedOverAt().atZone(node.zone()).toLocalDate();
    LocalDate arrived = shipment.deliveredAt().atZone(geography.zone(to)).toLocalDate();
    return carrier.services().stream()
        .filter(service -> service.id().equals(plan.service()))
        .findFirst()
        .flatMap(service -> zone(carrier, service, node, to, handedOver))
        .map(zone ->
            new TransitCounts.Delivery(
                shipment.id(),
                carrier.id(),
                new TransitCount.Lane(plan.service(), zone, node.id(), handedOver.getDayOfWeek()),
                handedOver,
                shipment.deliveredAt(),
                DeliveryDays.taken(carrier, holidays, handedOver, arrived)));
  }

  private Optional<String> zone(
      Carrier carrier, Carrier.Service service, Node from, Address to, LocalDate handOver) {
    return switch (Lane.of(carrier, service, from, to, handOver, geography)) {
      case Lane.Outcome.Served served -> Optional.of(served.lane().zone().id());
      case Lane.Outcome.NotServed not -> Optional.empty();
    };
  }
}

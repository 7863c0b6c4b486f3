package dev.cutoff.tracking.application;

import dev.cutoff.order.Order;
import dev.cutoff.plan.DeliveryDays;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.application.TransitCounts;
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
  private final LanesTaken lanes;
  private final Holidays holidays;
  private final InstantSource clock;

  @Inject
  public LearningTransit(
      TransitCounts counts, LanesTaken lanes, Holidays holidays, InstantSource clock) {
    this.counts = counts;
    this.lanes = lanes;
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

  private Optional<TransitCounts.Delivery> delivery(Order order, Shipment.Delivered shipment) {
    PlannedParcel plan = shipment.parcels().getFirst().plan();
    return lanes
        .of(order, shipment.node(), plan, shipment.handedOverAt())
        .map(lane -> {
          LocalDate arrived = shipment.deliveredAt().atZone(lane.recipientsZone()).toLocalDate();
          return new TransitCounts.Delivery(
              shipment.id(),
              lane.carrier().id(),
              lane.counted(),
              lane.handedOver(),
              shipment.deliveredAt(),
              DeliveryDays.taken(lane.carrier(), holidays, lane.handedOver(), arrived));
        });
  }
}

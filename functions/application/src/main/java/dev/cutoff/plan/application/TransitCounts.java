package dev.cutoff.plan.application;

import dev.cutoff.plan.TransitCount;
import dev.cutoff.shipment.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How long a shop's own shipments took, counted by quarter so that the old can be forgotten. A
 * shipment counts once, however often its delivery is told.
 */
public interface TransitCounts {
  /** How long it is remembered that a shipment was counted. */
  Duration REMEMBERED = Duration.ofDays(90);

  /** Counts it where it was not counted. */
  void count(Delivery delivery);

  /** Counts of a carrier in the quarters from that of the day on. */
  List<TransitCount> of(String carrier, LocalDate since);

  /**
   * A shipment of which every parcel arrived.
   *
   * @param handedOver day in the node's zone
   * @param days delivery days until the last parcel arrived
   */
  record Delivery(
      ShipmentId shipment,
      String carrier,
      TransitCount.Lane lane,
      LocalDate handedOver,
      Instant deliveredAt,
      int days) {}
}

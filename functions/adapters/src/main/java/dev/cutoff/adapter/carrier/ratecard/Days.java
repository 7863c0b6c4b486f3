package dev.cutoff.adapter.carrier.ratecard;

import dev.cutoff.adapter.carrier.TransitDays;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** A carrier's calendar. Whole days only, so that no clock change can move anything. */
final class Days {
  private Days() {}

  /** The day itself, or the next on which the carrier collects and the node hands over. */
  static Optional<LocalDate> handOver(Carrier carrier, Node node, LocalDate wanted) {
    return Stream.iterate(wanted, day -> day.plusDays(1))
        .limit(7)
        .filter(day -> carrier.pickupDays().contains(day.getDayOfWeek()))
        .filter(day -> node.cutoffs().containsKey(day.getDayOfWeek()))
        .findFirst();
  }

  /**
   * So many delivery days after hand-over; none of them for a courier of the same day, who still
   * comes on a delivery day only.
   */
  static Optional<LocalDate> delivery(Carrier carrier, LocalDate handOver, int transitDays) {
    return TransitDays.delivery(carrier, handOver, transitDays);
  }
}

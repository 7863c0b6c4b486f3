package dev.cutoff.plan;

import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Zone;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Transit times from a shop's own deliveries. What is nearest counts last and most: the merchant
 * file, then other zones of the service (by how late they were), then other nodes into the zone,
 * then other weekdays of the lane, then the lane on this weekday. Each delivery counts once, and a
 * few move little.
 */
public final class LearnedTimes {
  /** How many shipments all that is known from farther away counts for. */
  static final double WEIGHT = 50;

  private LearnedTimes() {}

  /**
   * Times of a lane.
   *
   * @param seen all that is known of the service
   */
  public static TransitTimes of(
      Service service, Zone zone, TransitCount.Lane lane, List<TransitCount> seen) {
    Predicate<TransitCount> ofZone = each -> each.lane().zone().equals(lane.zone());
    Predicate<TransitCount> ofNode = each -> each.lane().node().equals(lane.node());
    Predicate<TransitCount> ofDay = each -> each.lane().handOver() == lane.handOver();
    return TransitTimes.ofFile(service, zone)
        .learning(elsewhere(service, zone, seen), WEIGHT)
        .learning(sum(seen, ofZone.and(ofNode.negate())), WEIGHT)
        .learning(sum(seen, ofZone.and(ofNode).and(ofDay.negate())), WEIGHT)
        .learning(sum(seen, ofZone.and(ofNode).and(ofDay)), WEIGHT);
  }

  private static Map<Integer, Long> sum(List<TransitCount> seen, Predicate<TransitCount> which) {
    Map<Integer, Long> sum = new TreeMap<>();
    seen.stream()
        .filter(which)
        .forEach(
            each -> each.shipments().forEach((days, many) -> sum.merge(days, many, Long::sum)));
    return sum;
  }

  /** As many days more or less than the card says as in other zones. */
  private static Map<Integer, Long> elsewhere(Service service, Zone zone, List<TransitCount> seen) {
    Map<Integer, Long> sum = new TreeMap<>();
    for (TransitCount count : seen) {
      OptionalInt said = said(service, count.lane().zone());
      if (!count.lane().zone().equals(zone.id()) && said.isPresent()) {
        int more = zone.transitDays() - said.getAsInt();
        count
            .shipments()
            .forEach((days, many) -> sum.merge(Math.max(0, days + more), many, Long::sum));
      }
    }
    return sum;
  }

  private static OptionalInt said(Service service, String zone) {
    return service.cards().stream()
        .sorted(Comparator.comparing(RateCard::from).reversed())
        .flatMap(card -> card.zones().stream())
        .filter(each -> each.id().equals(zone))
        .mapToInt(Zone::transitDays)
        .findFirst();
  }
}

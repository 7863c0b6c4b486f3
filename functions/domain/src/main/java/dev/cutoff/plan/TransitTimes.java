package dev.cutoff.plan;

import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Zone;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Delivery days from hand-over to arrival, and how likely each number of them is.
 *
 * @param shares sum to 1
 */
public record TransitTimes(SortedMap<Integer, Double> shares) {
  /** Of the parcels that are late, how many thousandths are so many days late. */
  private static final Map<Integer, Integer> LATE = Map.of(1, 600, 2, 250, 3, 100, 5, 50);

  private static final double THOUSAND = 1000.0;

  public TransitTimes {
    shares = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }

  /** What the merchant file says: of the zone, else of the service's share on time. */
  public static TransitTimes ofFile(Service service, Zone zone) {
    SortedMap<Integer, Integer> said = service.terms().transit().get(zone.id());
    if (said == null) {
      return quoted(zone.transitDays(), service.onTime());
    }
    TreeMap<Integer, Double> shares = new TreeMap<>();
    said.forEach((days, thousandths) -> shares.put(days, thousandths / THOUSAND));
    return new TransitTimes(shares);
  }

  /** So many days for that share; of the others most come a day later. */
  public static TransitTimes quoted(int days, double onTime) {
    TreeMap<Integer, Double> shares = new TreeMap<>();
    shares.put(days, onTime);
    LATE.forEach((late, share) -> shares.put(days + late, (1 - onTime) * share / THOUSAND));
    return new TransitTimes(shares);
  }

  /**
   * Moved towards what was seen, as far as there was much to see.
   *
   * @param seen parcels by their delivery days
   * @param weight how many parcels what is known already counts for
   */
  public TransitTimes learning(Map<Integer, Long> seen, double weight) {
    long all = seen.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return this;
    }
    TreeMap<Integer, Double> learned = new TreeMap<>();
    shares.forEach((days, share) -> learned.put(days, share * weight / (weight + all)));
    seen.forEach((days, count) -> learned.merge(days, count / (weight + all), Double::sum));
    return new TransitTimes(learned);
  }

  /** The share that takes no more than so many days. */
  public double within(int days) {
    double sum = 0;
    for (Map.Entry<Integer, Double> each : shares.entrySet()) {
      if (each.getKey() <= days) {
        sum += each.getValue();
      }
    }
    return Math.min(1, sum);
  }

  /** The least number of days within which that share arrives. */
  public int quantile(double share) {
    double sum = 0;
    for (Map.Entry<Integer, Double> each : shares.entrySet()) {
      sum += each.getValue();
      if (sum >= share - 1e-9) {
        return each.getKey();
      }
    }
    return shares.lastKey();
  }
}

package dev.cutoff.tracking;

import dev.cutoff.plan.Promise;
import java.time.LocalDate;
import java.util.List;

/** What becomes of a promise, by when the parcels that are on their way will be there. */
public sealed interface Lateness {
  /** What sums of shares may be off by. */
  double ROUNDING = 1e-9;

  /** The customer knows all there is to know. */
  record AsTold() implements Lateness {}

  /**
   * It comes later than was told.
   *
   * @param chance of the promised day
   */
  record Late(LocalDate expected, double chance) implements Lateness {}

  /**
   * It was told to be late, and comes as promised after all.
   *
   * @param chance of the promised day
   */
  record BackOnTime(double chance) implements Lateness {}

  /**
   * As things stand. Parcels of a shipment travel together, so that the last of them counts;
   * shipments travel apart.
   *
   * @param arrivals of each shipment on its way, of each of its parcels; not empty
   * @param least chance of the promised day under which it is late
   * @param today in the promise's zone
   */
  static Lateness of(Promise promise, List<List<Arrival>> arrivals, double least, LocalDate today) {
    double chance = chance(arrivals, promise.deliverBy());
    LocalDate told = promise.expected();
    if (chance >= least - ROUNDING) {
      return told == null ? new AsTold() : new BackOnTime(chance);
    }
    // The likely day of a silent parcel moves every day, and nobody wants a mail a day.
    if (told != null && !told.isBefore(today)) {
      return new AsTold();
    }
    LocalDate expected = likelyBy(arrivals, least, today);
    return told != null && !expected.isAfter(told) ? new AsTold() : new Late(expected, chance);
  }

  private static double chance(List<List<Arrival>> arrivals, LocalDate day) {
    return arrivals.stream()
        .mapToDouble(
            shipment -> shipment.stream().mapToDouble(each -> each.by(day)).min().orElse(1))
        .reduce(1, (one, other) -> one * other);
  }

  /** The first day by which all of it is there with that chance. */
  private static LocalDate likelyBy(List<List<Arrival>> arrivals, double share, LocalDate today) {
    LocalDate last =
        arrivals.stream()
            .flatMap(List::stream)
            .map(each -> each.chances().lastKey())
            .max(LocalDate::compareTo)
            .orElse(today);
    LocalDate day = today;
    while (day.isBefore(last) && chance(arrivals, day) < share - ROUNDING) {
      day = day.plusDays(1);
    }
    return day;
  }
}

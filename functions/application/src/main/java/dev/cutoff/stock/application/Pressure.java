package dev.cutoff.stock.application;

import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.ReservingTogether.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a batch of messages says about how many orders want a shelf.
 *
 * @param collisions how many would have got in the way of the one before, had they not queued: they
 *     came while its transaction would have been in work
 * @param pools over how many rows the shelf should be spread; a shelf that is left out stays as it
 *     is
 */
record Pressure(SortedMap<Shelf, Integer> collisions, SortedMap<Shelf, Integer> pools) {
  private static final Duration TRANSACTION = Duration.ofMillis(10);

  /** One row takes 9,900 orders a second: 99 in each of a hundred transactions. */
  private static final long ROW_PER_SECOND = 8_000;

  /** Far below what one row takes, nothing needs to be spread. */
  private static final long CALM_PER_SECOND = 1_000;

  private static final int MOST_POOLS = 8;

  /** Fewer say nothing about a rate. */
  private static final int ENOUGH = 200;

  /** Of messages in the order in which they came. */
  static Pressure of(List<Waiting> inTurn) {
    SortedMap<Shelf, List<Instant>> arrivals = new TreeMap<>();
    for (Waiting each : inTurn) {
      for (Shelf shelf :
          new TreeSet<>(each.queued().wanted().stream().map(Reservation::shelf).toList())) {
        arrivals.computeIfAbsent(shelf, first -> new ArrayList<>()).add(each.sentAt());
      }
    }
    SortedMap<Shelf, Integer> collisions = new TreeMap<>();
    SortedMap<Shelf, Integer> pools = new TreeMap<>();
    for (Map.Entry<Shelf, List<Instant>> shelf : arrivals.entrySet()) {
      int close = close(shelf.getValue());
      if (close > 0) {
        collisions.put(shelf.getKey(), close);
      }
      long rate = rate(shelf.getValue());
      if (rate > ROW_PER_SECOND) {
        pools.put(shelf.getKey(), (int) Math.min(MOST_POOLS, Math.ceilDiv(rate, ROW_PER_SECOND)));
      } else if (rate < CALM_PER_SECOND) {
        pools.put(shelf.getKey(), 0);
      }
    }
    return new Pressure(collisions, pools);
  }

  private static int close(List<Instant> times) {
    int close = 0;
    for (int i = 1; i < times.size(); i++) {
      if (Duration.between(times.get(i - 1), times.get(i)).compareTo(TRANSACTION) < 0) {
        close++;
      }
    }
    return close;
  }

  /** A second; the queue tells times by the millisecond. */
  private static long rate(List<Instant> times) {
    if (times.size() < ENOUGH) {
      return 0;
    }
    long millis = 1 + Duration.between(times.getFirst(), times.getLast()).toMillis();
    return times.size() * Duration.ofSeconds(1).toMillis() / millis;
  }
}

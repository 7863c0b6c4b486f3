package dev.cutoff.testkit;

import dev.cutoff.plan.application.LastQuotes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What carriers said last, in memory; it counts what a table would bill. */
public final class InMemoryLastQuotes implements LastQuotes {
  private final Map<Lane, Known> rows = new LinkedHashMap<>();
  private int reads;
  private int writes;

  @Override
  public synchronized Optional<Known> find(Lane lane, Instant now) {
    reads++;
    return Optional.ofNullable(rows.get(lane))
        .filter(known -> !known.saidAt().plus(KEPT).isBefore(now));
  }

  @Override
  public synchronized void save(Lane lane, Known known) {
    writes++;
    rows.put(lane, known);
  }

  public synchronized int reads() {
    return reads;
  }

  public synchronized int writes() {
    return writes;
  }
}

package dev.cutoff.local.simulate;

import dev.cutoff.local.simulate.Plan.Kind;
import java.util.EnumMap;
import java.util.Map;

/** What happened in many schedules: that all of it did happen is worth knowing. */
final class Tally {
  long schedules;
  long orders;
  long calls;
  long requests;
  long refused;
  long repeated;
  private final Map<Kind, Long> faults = new EnumMap<>(Kind.class);

  void add(Tally other) {
    schedules += other.schedules;
    orders += other.orders;
    calls += other.calls;
    requests += other.requests;
    refused += other.refused;
    repeated += other.repeated;
    other.faults.forEach((kind, times) -> faults.merge(kind, times, Long::sum));
  }

  void happened(Kind kind) {
    faults.merge(kind, 1L, Long::sum);
  }

  long of(Kind kind) {
    return faults.getOrDefault(kind, 0L);
  }
}

package dev.cutoff.plan.application;

import dev.cutoff.plan.LearnedTimes;
import dev.cutoff.plan.TransitCount;
import dev.cutoff.plan.TransitTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Transit times as the shop's own deliveries make them. Counts of a carrier are read once in ten
 * minutes by each process.
 */
public final class LearnedTransits {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** The quarter of that day and later ones count. */
  private static final Duration COUNTED = Duration.ofDays(180);

  private final TransitCounts counts;
  private final InstantSource clock;
  private final Map<String, Read> known = new ConcurrentHashMap<>();

  public LearnedTransits(TransitCounts counts, InstantSource clock) {
    this.counts = counts;
    this.clock = clock;
  }

  /** Counts by service. */
  private record Read(Instant at, Map<String, List<TransitCount>> byService) {}

  private record Asked(String carrier, TransitCount.Lane lane) {}

  /** For one plan, which asks the same again and again. */
  public Transit transit() {
    Map<Asked, TransitTimes> answered = new HashMap<>();
    return (carrier, service, node, zone, handOver) -> {
      TransitCount.Lane lane = new TransitCount.Lane(service.id(), zone.id(), node, handOver);
      return answered.computeIfAbsent(
          new Asked(carrier.id(), lane),
          asked ->
              LearnedTimes.of(
                  service,
                  zone,
                  lane,
                  read(asked.carrier()).getOrDefault(service.id(), List.of())));
    };
  }

  private Map<String, List<TransitCount>> read(String carrier) {
    Instant now = clock.instant();
    return known
        .compute(
            carrier,
            (id, before) -> before == null || isOld(before.at(), now) ? read(id, now) : before)
        .byService();
  }

  /** A clock that was set back makes nothing young. */
  private static boolean isOld(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(FRESH) >= 0;
  }

  private Read read(String carrier, Instant now) {
    return new Read(
        now,
        counts.of(carrier, now.minus(COUNTED).atZone(ZoneOffset.UTC).toLocalDate()).stream()
            .collect(Collectors.groupingBy(count -> count.lane().service())));
  }
}

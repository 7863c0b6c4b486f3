package dev.cutoff.carrier.application;

import dev.cutoff.effect.application.Breaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process has lately seen of each carrier; it forgets all when it ends. */
public final class CarrierHealth {
  private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
  private final Listener listener;

  /** Nobody hears of each question. */
  public CarrierHealth() {
    this((carrier, operation, took, answered) -> {});
  }

  public CarrierHealth(Listener listener) {
    this.listener = listener;
  }

  /** What a carrier is asked for; one may fail while the other goes on. */
  public enum Operation {
    RATES,
    PURCHASE,
    FIND,
    VOID,
    VERIFY,
    TRACK,
    MANIFEST,
    PICKUP,
    BALANCE
  }

  /** Hears of each question once it is over. */
  @FunctionalInterface
  public interface Listener {
    void asked(String carrier, Operation operation, Duration took, boolean answered);
  }

  private record Key(String carrier, Operation operation) {}

  /** Of one carrier and operation. */
  public record Seen(Breaker breaker, Hedging hedging, Latencies latencies) {}

  /** The same with what it is about. */
  public record Row(String carrier, Operation operation, Seen seen) {}

  public Seen of(String carrier, Operation operation) {
    return seen.computeIfAbsent(
        new Key(carrier, operation),
        key -> new Seen(new Breaker(), new Hedging(), new Latencies()));
  }

  /** All that was ever asked, by carrier and operation. */
  public List<Row> rows() {
    return seen.entrySet().stream()
        .map(each -> new Row(each.getKey().carrier(), each.getKey().operation(), each.getValue()))
        .sorted(Comparator.comparing(Row::carrier).thenComparing(Row::operation))
        .toList();
  }

  void answered(String carrier, Operation operation, Duration took) {
    of(carrier, operation).latencies().answered(took);
    listener.asked(carrier, operation, took, true);
  }

  void failed(String carrier, Operation operation, Duration took, String why, Instant now) {
    of(carrier, operation).latencies().failed(took, new Latencies.Failure(now, why));
    listener.asked(carrier, operation, took, false);
  }
}

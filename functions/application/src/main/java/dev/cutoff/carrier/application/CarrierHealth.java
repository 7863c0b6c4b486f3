package dev.cutoff.carrier.application;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process has lately seen of each carrier; it forgets all when it ends. */
public final class CarrierHealth {
  private final Map<Key, Seen> seen = new ConcurrentHashMap<>();

  /** What a carrier is asked for; one may fail while the other goes on. */
  public enum Operation {
    RATES,
    PURCHASE,
    VERIFY_ADDRESS
  }

  private record Key(String carrier, Operation operation) {}

  /** Of one carrier and operation. */
  public record Seen(Breaker breaker, Hedging hedging) {}

  public Seen of(String carrier, Operation operation) {
    return seen.computeIfAbsent(
        new Key(carrier, operation), key -> new Seen(new Breaker(), new Hedging()));
  }
}

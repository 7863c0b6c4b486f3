package dev.cutoff.plan.application;

import dev.cutoff.plan.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a customer is told who asks before buying. */
public sealed interface PromiseAnswer {
  /**
   * It can be had.
   *
   * @param promise the day that can be kept, and the chance of it
   * @param missed the day that the method or the shop's rule would promise, where it can't be kept
   * @param orderBefore the last moment at which the promise still holds
   * @param quote to be carried by the order
   * @param expiresAt the last moment at which that order may be placed
   */
  record Promised(
      Promise promise,
      Optional<LocalDate> missed,
      Plan plan,
      Instant orderBefore,
      String quote,
      Instant expiresAt)
      implements PromiseAnswer {}

  /**
   * It can't be had, or nobody can say when.
   *
   * @param message what is wrong, for people
   * @param expectedOn from when on it may be asked again, where that is known
   */
  record Unavailable(
      String reason, String message, Map<String, String> facts, Optional<LocalDate> expectedOn)
      implements PromiseAnswer {
    public Unavailable {
      facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    }
  }

  /** The merchant file has no such thing. */
  record Unknown(String what, String message) implements PromiseAnswer {}

  /** The question makes no sense; the message says what would. */
  record Wrong(String message) implements PromiseAnswer {}
}

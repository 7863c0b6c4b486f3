package dev.cutoff.exception;

import java.util.Map;
import java.util.TreeMap;

/**
 * A business refusal as data.
 *
 * @param message what is wrong and what to do, one sentence or two, without personal data
 * @param facts what the message speaks of, by name (sku, node, …)
 */
public record Refusal(Reason reason, String message, Map<String, String> facts) {
  public Refusal {
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  public static Refusal of(Reason reason, String message) {
    return new Refusal(reason, message, Map.of());
  }

  public static Refusal of(Reason reason, String message, Map<String, String> facts) {
    return new Refusal(reason, message, facts);
  }
}

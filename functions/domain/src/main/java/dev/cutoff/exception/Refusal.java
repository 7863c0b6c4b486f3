package dev.cutoff.exception;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A business refusal as data.
 *
 * @param message what is wrong and what to do, one sentence or two, without personal data
 * @param facts what the message speaks of, by name (sku, node, …)
 * @param options what can still be done, with its price; null where nothing has one
 */
public record Refusal(
    Reason reason,
    String message,
    Map<String, String> facts,
    @Nullable List<PricedOption> options) {
  public Refusal {
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    options = options == null ? null : List.copyOf(options);
  }

  public static Refusal of(Reason reason, String message) {
    return new Refusal(reason, message, Map.of(), null);
  }

  public static Refusal of(Reason reason, String message, Map<String, String> facts) {
    return new Refusal(reason, message, facts, null);
  }

  /** The same with what can still be done. */
  public Refusal offering(List<PricedOption> priced) {
    return new Refusal(reason, message, facts, priced.isEmpty() ? null : priced);
  }

  /** What can still be done; empty where nothing has a price. */
  public List<PricedOption> offered() {
    return options == null ? List.of() : options;
  }
}

package dev.cutoff.local.messaging;

import java.util.List;
import java.util.Map;

/**
 * A queue at a topic, with raw delivery. Every attribute of the filter must have one of its values;
 * an empty filter takes all.
 */
public record Subscription(String topic, String queue, Map<String, List<String>> filter) {

  public Subscription {
    filter = Map.copyOf(filter);
  }

  boolean takes(Map<String, Attribute> attributes) {
    return filter.entrySet().stream()
        .allMatch(wanted -> {
          Attribute found = attributes.get(wanted.getKey());
          return found != null && wanted.getValue().contains(found.value());
        });
  }
}

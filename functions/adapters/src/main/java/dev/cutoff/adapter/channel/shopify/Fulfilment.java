package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the store has as fulfilled.
 *
 * @param trackingNumbers of its parcels
 * @param events what was told of the parcels' way
 */
record Fulfilment(String id, List<String> trackingNumbers, List<String> events) {
  private static final Set<String> UNDONE = Set.of("CANCELLED", "ERROR", "FAILURE");

  Fulfilment {
    trackingNumbers = List.copyOf(trackingNumbers);
    events = List.copyOf(events);
  }

  /** The one in force that carries any of the tracking numbers. */
  static Optional<Fulfilment> with(JsonNode order, Collection<String> trackingNumbers) {
    List<Fulfilment> all = new ArrayList<>();
    for (JsonNode node : order.path("fulfillments")) {
      if (!UNDONE.contains(node.path("status").asText())) {
        all.add(of(node));
      }
    }
    return all.stream()
        .filter(each -> each.trackingNumbers().stream().anyMatch(trackingNumbers::contains))
        .findFirst();
  }

  private static Fulfilment of(JsonNode node) {
    List<String> numbers = new ArrayList<>();
    node.path("trackingInfo").forEach(info -> numbers.add(info.path("number").asText()));
    List<String> events = new ArrayList<>();
    node.path("events").path("nodes").forEach(one -> events.add(one.path("status").asText()));
    return new Fulfilment(node.path("id").asText(), numbers, events);
  }
}

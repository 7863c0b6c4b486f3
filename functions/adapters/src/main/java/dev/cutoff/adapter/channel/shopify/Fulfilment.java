package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the store has as fulfilled.
 *
 * @param trackingNumbers of its parcels, as a person may have changed them
 * @param events what was told of the parcels' way, the newest first
 */
record Fulfilment(String id, String status, List<String> trackingNumbers, List<Event> events) {
  Fulfilment {
    trackingNumbers = List.copyOf(trackingNumbers);
    events = List.copyOf(events);
  }

  /**
   * One step of the way.
   *
   * @param estimatedDeliveryAt empty where it says none
   */
  record Event(String status, String happenedAt, String estimatedDeliveryAt) {}

  static List<Fulfilment> allOf(JsonNode order) {
    List<Fulfilment> all = new ArrayList<>();
    order.path("fulfillments").forEach(node -> all.add(of(node)));
    return all;
  }

  /** The one in force that carries any of the tracking numbers. */
  static Optional<Fulfilment> with(List<Fulfilment> all, Collection<String> trackingNumbers) {
    return all.stream()
        .filter(Fulfilment::inForce)
        .filter(one -> one.has(trackingNumbers))
        .findFirst();
  }

  /** Whether one with those numbers was made, and a person took it back. */
  static boolean wasCancelled(List<Fulfilment> all, Collection<String> trackingNumbers) {
    return all.stream()
        .anyMatch(one -> one.status().equals("CANCELLED") && one.has(trackingNumbers));
  }

  boolean has(Collection<String> numbers) {
    return trackingNumbers.stream().anyMatch(numbers::contains);
  }

  boolean inForce() {
    return switch (status) {
      case "CANCELLED", "ERROR", "FAILURE" -> false;
      default -> true;
    };
  }

  boolean hasEvent(String wanted) {
    return events.stream().anyMatch(each -> each.status().equals(wanted));
  }

  String number() {
    return GlobalIds.number(id);
  }

  private static Fulfilment of(JsonNode node) {
    List<String> numbers = new ArrayList<>();
    node.path("trackingInfo").forEach(info -> numbers.add(info.path("number").asText()));
    List<Event> events = new ArrayList<>();
    for (JsonNode one : node.path("events").path("nodes")) {
      events.add(
          new Event(
              one.path("status").asText(),
              one.path("happenedAt").asText(""),
              one.path("estimatedDeliveryAt").asText("")));
    }
    return new Fulfilment(node.path("id").asText(), node.path("status").asText(), numbers, events);
  }
}

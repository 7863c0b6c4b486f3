package dev.cutoff.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How an order ended, seen from outside alone: the API, the mails, the store.
 *
 * @param order as GET /orders/{orderId} shows it
 * @param openReasons of its open exceptions
 * @param notices kinds of the mails sent, in order
 * @param storeTracking tracking numbers that the store has of it
 * @param answers how its webhooks were answered
 */
record Ended(
    JsonNode order,
    List<String> openReasons,
    List<String> notices,
    List<String> storeTracking,
    List<String> answers) {

  String state() {
    return order.path("state").asText("unknown");
  }

  List<String> nodes() {
    return open().map(shipment -> shipment.path("node").asText()).sorted().toList();
  }

  List<String> trackingNumbers() {
    return parcels().stream()
        .map(parcel -> parcel.path("trackingNumber").asText(""))
        .filter(number -> !number.isEmpty())
        .sorted()
        .toList();
  }

  List<JsonNode> parcels() {
    List<JsonNode> all = new ArrayList<>();
    open().forEach(shipment -> shipment.path("parcels").forEach(all::add));
    return all;
  }

  boolean promiseKept() {
    JsonNode promise = order.path("promise");
    LocalDate by = LocalDate.parse(promise.path("deliverBy").asText("1970-01-01"));
    ZoneId zone = ZoneId.of(promise.path("zone").asText("UTC"));
    return open()
        .allMatch(shipment ->
            shipment.hasNonNull("deliveredAt")
                && !Instant.parse(shipment.path("deliveredAt").asText())
                    .atZone(zone)
                    .toLocalDate()
                    .isAfter(by));
  }

  private java.util.stream.Stream<JsonNode> open() {
    return StreamSupport.stream(order.path("shipments").spliterator(), false)
        .filter(shipment -> !shipment.path("state").asText().equals("cancelled"));
  }
}

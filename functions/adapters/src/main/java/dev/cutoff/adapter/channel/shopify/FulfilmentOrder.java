package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What Shopify means to ship from one location.
 *
 * @param location number of the location; empty where it is gone
 * @param holds why people or apps hold it, in the store's words
 */
record FulfilmentOrder(
    String id, String status, String location, List<String> holds, List<Line> lines) {
  FulfilmentOrder {
    holds = List.copyOf(holds);
    lines = List.copyOf(lines);
  }

  /**
   * Units of an order line in it.
   *
   * @param lineId number of the order's line
   * @param remaining units not fulfilled yet
   */
  record Line(String id, String lineId, long remaining) {}

  /** Cancelled and closed ones are done; those on hold or scheduled wait for the merchant. */
  boolean open() {
    return status.equals("OPEN") || status.equals("IN_PROGRESS");
  }

  /** Whether units of that order line are in it still. */
  boolean waitsWith(String lineId) {
    return lines.stream().anyMatch(line -> line.lineId().equals(lineId) && line.remaining() > 0);
  }

  /** Whether it will be open again by itself or by a person. */
  boolean waits() {
    return status.equals("ON_HOLD") || status.equals("SCHEDULED");
  }

  static FulfilmentOrder of(JsonNode node) {
    List<String> holds = new ArrayList<>();
    for (JsonNode hold : node.path("fulfillmentHolds")) {
      String notes = hold.path("reasonNotes").asText("");
      holds.add(hold.path("displayReason").asText() + (notes.isEmpty() ? "" : ", " + notes));
    }
    return new FulfilmentOrder(
        node.path("id").asText(),
        node.path("status").asText(),
        GlobalIds.number(node.path("assignedLocation").path("location").path("id").asText()),
        holds,
        linesOf(node.path("lineItems")));
  }

  FulfilmentOrder with(List<Line> more) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(more);
    return new FulfilmentOrder(id, status, location, holds, all);
  }

  static List<Line> linesOf(JsonNode connection) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : connection.path("nodes")) {
      lines.add(
          new Line(
              line.path("id").asText(),
              GlobalIds.number(line.path("lineItem").path("id").asText()),
              line.path("remainingQuantity").asLong()));
    }
    return lines;
  }
}

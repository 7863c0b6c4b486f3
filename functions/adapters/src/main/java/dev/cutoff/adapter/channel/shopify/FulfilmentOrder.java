package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What Shopify means to ship from one location.
 *
 * @param location number of the location; empty where it is gone
 */
record FulfilmentOrder(String id, String status, String location, List<Line> lines) {
  FulfilmentOrder {
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

  static FulfilmentOrder of(JsonNode node) {
    return new FulfilmentOrder(
        node.path("id").asText(),
        node.path("status").asText(),
        GlobalIds.number(node.path("assignedLocation").path("location").path("id").asText()),
        linesOf(node.path("lineItems")));
  }

  FulfilmentOrder with(List<Line> more) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(more);
    return new FulfilmentOrder(id, status, location, all);
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

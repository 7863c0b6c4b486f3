package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The orders, fulfilment orders and fulfilments of one Shopify store, and the rules for them. */
final class ShopifyBooks {
  private final List<String> locations;
  private final InstantSource clock;
  private final Map<String, BookedOrder> orders = new TreeMap<>();
  private final ShopifyShelves shelves = new ShopifyShelves();
  private int ids = 5_000;

  ShopifyBooks(List<String> locations, InstantSource clock) {
    this.locations = List.copyOf(locations);
    this.clock = clock;
  }

  /** An order and what became of it; the ids are Shopify's global ones. */
  static final class BookedOrder {
    final String id;
    final String name;
    final List<FulfilmentOrder> fulfilmentOrders = new ArrayList<>();
    final List<Fulfilment> fulfilments = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<String> mails = new ArrayList<>();
    @Nullable String cancelledAt;

    BookedOrder(String id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  /** What is to leave from one location. */
  static final class FulfilmentOrder {
    final String id;
    final Map<String, Line> lines = new LinkedHashMap<>();
    final List<Map<String, Object>> holds = new ArrayList<>();
    String location;
    String status = "OPEN";

    FulfilmentOrder(String id, String location) {
      this.id = id;
      this.location = location;
    }

    boolean open() {
      return status.equals("OPEN") || status.equals("IN_PROGRESS");
    }
  }

  /** Units of an order line in a fulfilment order. */
  static final class Line {
    final String id;
    final String lineItem;
    final String sku;
    long total;
    long remaining;

    Line(String id, String lineItem, String sku, long units) {
      this.id = id;
      this.sku = sku;
      this.lineItem = lineItem;
      this.total = units;
      this.remaining = units;
    }
  }

  /** What has left. */
  static final class Fulfilment {
    final String id;
    final String createdAt;
    final FulfilmentOrder from;
    final Map<Line, Long> units;
    final List<Map<String, Object>> trackingInfo;
    final List<Map<String, Object>> events = new ArrayList<>();
    String status = "SUCCESS";

    Fulfilment(
        String id,
        String createdAt,
        FulfilmentOrder from,
        Map<Line, Long> units,
        List<Map<String, Object>> trackingInfo) {
      this.id = id;
      this.createdAt = createdAt;
      this.from = from;
      this.units = units;
      this.trackingInfo = trackingInfo;
    }

    boolean has(String number) {
      return trackingInfo.stream().anyMatch(info -> number.equals(info.get("number")));
    }
  }

  ShopifyShelves shelves() {
    return shelves;
  }

  /**
   * Placed again, a known order changes in nothing but that it may be cancelled: by the shop's
   * people, who put its units back.
   */
  void place(JsonNode order) {
    String id = order.path("id").asText();
    BookedOrder known = orders.get(gid("Order", id));
    if (known == null) {
      known = booked(order, id);
      orders.put(known.id, known);
    }
    if (order.hasNonNull("cancelled_at") && known.cancelledAt == null) {
      putBack(known);
      known.cancelledAt = order.path("cancelled_at").asText();
    }
  }

  private BookedOrder booked(JsonNode order, String id) {
    BookedOrder booked = new BookedOrder(gid("Order", id), order.path("name").asText());
    FulfilmentOrder all = new FulfilmentOrder(newId("FulfillmentOrder"), locations.getFirst());
    for (JsonNode line : order.path("line_items")) {
      long units = line.path("fulfillable_quantity").asLong(line.path("quantity").asLong());
      if (line.path("requires_shipping").asBoolean(true) && units > 0) {
        Line held =
            new Line(
                newId("FulfillmentOrderLineItem"),
                gid("LineItem", line.path("id").asText()),
                line.path("sku").asText(),
                units);
        shelves.add(held.sku, all.location, -units);
        all.lines.put(held.id, held);
      }
    }
    if (!all.lines.isEmpty()) {
      booked.fulfilmentOrders.add(all);
    }
    return booked;
  }

  /** What has not left is available again. */
  void putBack(BookedOrder order) {
    for (FulfilmentOrder each : order.fulfilmentOrders) {
      each.lines.values().forEach(line -> shelves.add(line.sku, each.location, line.remaining));
    }
  }

  Optional<BookedOrder> order(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  Optional<FulfilmentOrder> fulfilmentOrder(String id) {
    return orders.values().stream()
        .flatMap(order -> order.fulfilmentOrders.stream())
        .filter(each -> each.id.equals(id))
        .findFirst();
  }

  Optional<BookedOrder> orderOf(FulfilmentOrder wanted) {
    return orders.values().stream()
        .filter(order -> order.fulfilmentOrders.contains(wanted))
        .findFirst();
  }

  Optional<BookedOrder> orderOfFulfilment(String id) {
    return orders.values().stream()
        .filter(order -> order.fulfilments.stream().anyMatch(each -> each.id.equals(id)))
        .findFirst();
  }

  boolean hasLocation(String globalId) {
    return locations.contains(globalId.substring(globalId.lastIndexOf('/') + 1));
  }

  List<String> told(String externalId) {
    return order(gid("Order", externalId)).map(order -> List.copyOf(order.told)).orElse(List.of());
  }

  List<String> mails(String externalId) {
    return order(gid("Order", externalId)).map(order -> List.copyOf(order.mails)).orElse(List.of());
  }

  String now() {
    return clock.instant().toString();
  }

  String newId(String type) {
    ids++;
    return gid(type, String.valueOf(ids));
  }

  static String gid(String type, String id) {
    return "gid://shopify/" + type + "/" + id;
  }
}

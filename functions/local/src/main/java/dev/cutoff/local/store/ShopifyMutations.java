package dev.cutoff.local.store;

import dev.cutoff.local.store.ShopifyBooks.BookedOrder;
import dev.cutoff.local.store.ShopifyBooks.Fulfilment;
import dev.cutoff.local.store.ShopifyBooks.FulfilmentOrder;
import dev.cutoff.local.store.ShopifyBooks.Line;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Shopify does when it is told, and what it refuses in its userErrors. */
final class ShopifyMutations {
  private final ShopifyBooks books;

  ShopifyMutations(ShopifyBooks books) {
    this.books = books;
  }

  Map<String, Object> fulfil(DataFetchingEnvironment asked) {
    Map<String, Object> input = map(asked.getArgument("fulfillment"));
    Map<Line, Long> units = new LinkedHashMap<>();
    List<FulfilmentOrder> from = new ArrayList<>();
    for (Map<String, Object> part : maps(input.get("lineItemsByFulfillmentOrder"))) {
      Optional<FulfilmentOrder> order = books.fulfilmentOrder(text(part, "fulfillmentOrderId"));
      if (order.isEmpty() || !order.get().open()) {
        return refused("fulfillment", "Fulfillment order does not exist or is not open.");
      }
      from.add(order.get());
      for (Map<String, Object> item : maps(part.get("fulfillmentOrderLineItems"))) {
        Line line = order.get().lines.get(text(item, "id"));
        long quantity = number(item);
        if (line == null || quantity < 1 || quantity > line.remaining) {
          return refused("fulfillment", "Invalid fulfillment order line item quantity requested.");
        }
        units.put(line, quantity);
      }
    }
    if (from.stream().map(each -> each.location).distinct().count() != 1 || units.isEmpty()) {
      return refused(
          "fulfillment", "All fulfillment orders must be assigned to the same location.");
    }
    units.forEach((line, quantity) -> line.remaining -= quantity);
    from.forEach(order ->
        order.status =
            order.lines.values().stream().allMatch(line -> line.remaining == 0)
                ? "CLOSED"
                : "IN_PROGRESS");
    BookedOrder order = books.orderOf(from.getFirst()).orElseThrow();
    Fulfilment fulfilment =
        new Fulfilment(
            books.newId("Fulfillment"),
            books.now(),
            from.getFirst(),
            units,
            tracking(map(input.getOrDefault("trackingInfo", Map.of()))));
    order.fulfilments.add(fulfilment);
    order.told.add(
        "fulfilled at "
            + from.getFirst().location
            + ": "
            + units.entrySet().stream()
                .map(each -> number(each.getKey().lineItem) + " x" + each.getValue())
                .toList()
            + ", tracking "
            + fulfilment.trackingInfo.stream().map(each -> each.get("number")).toList()
            + (Boolean.TRUE.equals(input.get("notifyCustomer")) ? ", customer notified" : ""));
    if (Boolean.TRUE.equals(input.get("notifyCustomer"))) {
      order.mails.add("shipped");
    }
    return done("fulfillment", ShopifyGraph.view(fulfilment));
  }

  Map<String, Object> move(DataFetchingEnvironment asked) {
    Optional<FulfilmentOrder> found = books.fulfilmentOrder(ShopifyGraph.given(asked, "id"));
    String target = ShopifyGraph.given(asked, "newLocationId");
    if (found.isEmpty() || !found.get().open()) {
      return refused("id", "The fulfillment order is closed or does not exist.");
    }
    if (!books.hasLocation(target)) {
      return refused("newLocationId", "Location not found.");
    }
    FulfilmentOrder from = found.get();
    BookedOrder order = books.orderOf(from).orElseThrow();
    Map<Line, Long> units = new LinkedHashMap<>();
    List<Map<String, Object>> wanted = maps(asked.getArgument("fulfillmentOrderLineItems"));
    for (Map<String, Object> item : wanted) {
      Line line = from.lines.get(text(item, "id"));
      long quantity = number(item);
      if (line == null || quantity < 1 || quantity > line.remaining) {
        return refused("fulfillmentOrderLineItems", "Quantity is larger than what is left.");
      }
      units.put(line, quantity);
    }
    if (wanted.isEmpty()) {
      from.lines.values().forEach(line -> units.put(line, line.remaining));
    }
    FulfilmentOrder moved = moved(from, units, number(target), order);
    order.told.add("moved to " + moved.location + ": " + moved.lines.size() + " lines");
    return done("movedFulfillmentOrder", ShopifyGraph.view(moved));
  }

  /** Moved whole it stays itself; in part, what moved becomes a fulfilment order of its own. */
  private FulfilmentOrder moved(
      FulfilmentOrder from, Map<Line, Long> units, String location, BookedOrder order) {
    boolean whole =
        from.lines.values().stream()
            .allMatch(line ->
                line.total == line.remaining && units.getOrDefault(line, 0L) == line.remaining);
    units.forEach((line, quantity) -> {
      books.shelves().add(line.sku, from.location, quantity);
      books.shelves().add(line.sku, location, -quantity);
    });
    if (whole) {
      from.location = location;
      return from;
    }
    FulfilmentOrder moved = new FulfilmentOrder(books.newId("FulfillmentOrder"), location);
    units.forEach((line, quantity) -> {
      line.remaining -= quantity;
      line.total -= quantity;
      Line here =
          new Line(books.newId("FulfillmentOrderLineItem"), line.lineItem, line.sku, quantity);
      moved.lines.put(here.id, here);
    });
    if (from.lines.values().stream().allMatch(line -> line.remaining == 0)) {
      from.status = "CLOSED";
    }
    order.fulfilmentOrders.add(moved);
    return moved;
  }

  Map<String, Object> event(DataFetchingEnvironment asked) {
    Map<String, Object> input = map(asked.getArgument("fulfillmentEvent"));
    String fulfilment = text(input, "fulfillmentId");
    Optional<BookedOrder> order = books.orderOfFulfilment(fulfilment);
    if (order.isEmpty()) {
      return refused("fulfillmentId", "Fulfillment does not exist.");
    }
    Map<String, Object> event = new HashMap<>();
    event.put("id", books.newId("FulfillmentEvent"));
    event.put("status", input.get("status"));
    event.put("happenedAt", input.getOrDefault("happenedAt", books.now()));
    event.put("estimatedDeliveryAt", input.get("estimatedDeliveryAt"));
    order.get().fulfilments.stream()
        .filter(each -> each.id.equals(fulfilment))
        .forEach(each -> each.events.add(event));
    order.get().told.add("event " + input.get("status") + " at " + number(fulfilment));
    return done("fulfillmentEvent", event);
  }

  Map<String, Object> cancel(DataFetchingEnvironment asked) {
    Optional<BookedOrder> order = books.order(ShopifyGraph.given(asked, "orderId"));
    if (order.isEmpty() || order.get().cancelledAt != null) {
      Map<String, Object> error = new HashMap<>();
      error.put("field", List.of("orderId"));
      error.put("message", "Cannot cancel an order that does not exist or is canceled already.");
      return Map.of("orderCancelUserErrors", List.of(error));
    }
    if (Boolean.TRUE.equals(asked.getArgument("restock"))) {
      books.putBack(order.get());
    }
    if (Boolean.TRUE.equals(asked.getArgument("notifyCustomer"))) {
      order.get().mails.add("cancelled");
    }
    order.get().cancelledAt = books.now();
    order.get().fulfilmentOrders.forEach(each -> each.status = "CLOSED");
    order
        .get()
        .told
        .add(
            "cancelled, restock "
                + asked.getArgument("restock")
                + ", notify "
                + asked.getArgument("notifyCustomer")
                + ": "
                + asked.getArgument("staffNote"));
    return Map.of("orderCancelUserErrors", List.of());
  }

  /** What people do in the store's own pages. */
  void byHand(BookedOrder order, ByHand act) {
    switch (act) {
      case ByHand.Hold hold ->
          order.fulfilmentOrders.stream()
              .filter(FulfilmentOrder::open)
              .forEach(each -> {
                each.status = "ON_HOLD";
                each.holds.add(
                    Map.of(
                        "id",
                        books.newId("FulfillmentHold"),
                        "reason",
                        "OTHER",
                        "displayReason",
                        hold.reason(),
                        "reasonNotes",
                        hold.notes()));
              });
      case ByHand.Release release ->
          order.fulfilmentOrders.stream()
              .filter(each -> each.status.equals("ON_HOLD"))
              .forEach(each -> {
                each.status = "OPEN";
                each.holds.clear();
              });
      case ByHand.Renumber renumber ->
          order.fulfilments.stream()
              .flatMap(each -> each.trackingInfo.stream())
              .filter(info -> renumber.from().equals(info.get("number")))
              .forEach(info -> info.put("number", renumber.to()));
      case ByHand.CancelFulfilment cancel ->
          order.fulfilments.stream()
              .filter(each -> each.has(cancel.trackingNumber()))
              .forEach(each -> takeBack(order, each));
      case ByHand.Status status ->
          throw new IllegalArgumentException("Shopify's orders have no status to set");
    }
  }

  /** Its units are to be fulfilled again, in a fulfilment order of their own. */
  private void takeBack(BookedOrder order, Fulfilment fulfilment) {
    fulfilment.status = "CANCELLED";
    FulfilmentOrder again =
        new FulfilmentOrder(books.newId("FulfillmentOrder"), fulfilment.from.location);
    fulfilment.units.forEach((line, quantity) -> {
      Line back =
          new Line(books.newId("FulfillmentOrderLineItem"), line.lineItem, line.sku, quantity);
      again.lines.put(back.id, back);
    });
    order.fulfilmentOrders.add(again);
  }

  private static List<Map<String, Object>> tracking(Map<String, Object> input) {
    List<Object> numbers = new ArrayList<>(list(input.get("numbers")));
    List<Object> urls = new ArrayList<>(list(input.get("urls")));
    Optional.ofNullable(input.get("number")).ifPresent(numbers::add);
    Optional.ofNullable(input.get("url")).ifPresent(urls::add);
    List<Map<String, Object>> all = new ArrayList<>();
    for (int index = 0; index < numbers.size(); index++) {
      Map<String, Object> one = new HashMap<>();
      one.put("number", numbers.get(index));
      one.put("company", input.get("company"));
      one.put("url", index < urls.size() ? urls.get(index) : null);
      all.add(one);
    }
    return all;
  }

  private static Map<String, Object> done(String field, Object value) {
    return Map.of(field, value, "userErrors", List.of());
  }

  private static Map<String, Object> refused(String field, String message) {
    return Map.of("userErrors", List.of(Map.of("field", List.of(field), "message", message)));
  }

  private static long number(Map<String, Object> item) {
    return item.get("quantity") instanceof Integer units ? units : 0;
  }

  private static String number(String globalId) {
    return globalId.substring(globalId.lastIndexOf('/') + 1);
  }

  private static String text(Map<String, Object> input, String name) {
    return String.valueOf(input.get(name));
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static List<Map<String, Object>> maps(@Nullable Object value) {
    return list(value).stream().map(ShopifyMutations::map).toList();
  }

  private static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> copy = new HashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    }
    return copy;
  }
}

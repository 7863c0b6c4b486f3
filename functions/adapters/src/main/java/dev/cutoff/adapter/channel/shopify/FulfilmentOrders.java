package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the fulfilment orders of an order, page by page. */
final class FulfilmentOrders {
  private final ShopifyAdmin admin;

  FulfilmentOrders(ShopifyAdmin admin) {
    this.admin = admin;
  }

  Reply<List<FulfilmentOrder>> of(String orderId) {
    return pages(orderId, NullNode.getInstance(), List.of());
  }

  /** The fulfilment order with the lines of its further pages. */
  Reply<FulfilmentOrder> whole(JsonNode node) {
    return lines(FulfilmentOrder.of(node), node.path("lineItems"));
  }

  private Reply<List<FulfilmentOrder>> pages(
      String orderId, JsonNode after, List<FulfilmentOrder> before) {
    return admin
        .ask(
            "order",
            ShopifyQueries.FULFILMENT_ORDERS,
            Map.of("id", TextNode.valueOf(orderId), "after", after))
        .ask(order -> {
          JsonNode page = order.path("fulfillmentOrders");
          Reply<List<FulfilmentOrder>> all = new Reply.Yes<>(before);
          for (JsonNode node : page.path("nodes")) {
            all = all.ask(known -> whole(node).ask(one -> new Reply.Yes<>(plus(known, one))));
          }
          return hasMore(page)
              ? all.ask(known -> pages(orderId, page.path("pageInfo").path("endCursor"), known))
              : all;
        });
  }

  private Reply<FulfilmentOrder> lines(FulfilmentOrder order, JsonNode page) {
    if (!hasMore(page)) {
      return new Reply.Yes<>(order);
    }
    return admin
        .ask(
            "fulfillmentOrder",
            ShopifyQueries.MORE_LINES,
            Map.of(
                "id",
                TextNode.valueOf(order.id()),
                "after",
                page.path("pageInfo").path("endCursor")))
        .ask(more -> {
          JsonNode next = more.path("lineItems");
          return lines(order.with(FulfilmentOrder.linesOf(next)), next);
        });
  }

  private static boolean hasMore(JsonNode page) {
    return page.path("pageInfo").path("hasNextPage").asBoolean();
  }

  private static List<FulfilmentOrder> plus(List<FulfilmentOrder> known, FulfilmentOrder one) {
    List<FulfilmentOrder> all = new ArrayList<>(known);
    all.add(one);
    return all;
  }
}

package dev.cutoff.adapter.channel.shopify;

import dev.cutoff.adapter.channel.BodySignature;
import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.application.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Shopify's order webhooks. */
public final class ShopifyChannel implements Channel {
  private static final String SIGNATURE = "x-shopify-hmac-sha256";
  private static final String TOPIC = "x-shopify-topic";
  private static final String STOCK_TOPIC = "inventory_levels/update";

  /** The topics whose body is the whole order; the others of orders/* are mere notes. */
  private static final Set<String> ORDER_TOPICS =
      Set.of(
          "orders/create",
          "orders/updated",
          "orders/paid",
          "orders/cancelled",
          "orders/fulfilled",
          "orders/partially_fulfilled");

  private final ShopifyOrders orders = new ShopifyOrders();

  @Override
  public String name() {
    return "shopify";
  }

  @Override
  public Authenticity authenticate(Map<String, String> headers, byte[] body, String secret) {
    String signature = headers.get(SIGNATURE);
    return signature != null && BodySignature.matches(signature, body, secret)
        ? Authenticity.GENUINE
        : Authenticity.FORGED;
  }

  @Override
  public Reading read(Store store, Map<String, String> headers, byte[] body) {
    String topic = headers.getOrDefault(TOPIC, "").strip();
    if (topic.equals(STOCK_TOPIC)) {
      return Part.parse(body)
          .map(ShopifyChannel::stock)
          .orElseGet(() -> new Reading.Unreadable("not a JSON object"));
    }
    if (!topic.isEmpty() && !ORDER_TOPICS.contains(topic)) {
      return new Reading.NoOrder("the topic " + topic + " carries no order");
    }
    Optional<Part> parsed = Part.parse(body);
    if (parsed.isEmpty()) {
      return new Reading.Unreadable("not a JSON object");
    }
    Part order = unwrapped(parsed.get());
    return topic.isEmpty() && isSomethingElse(order)
        ? new Reading.NoOrder("a resource of Shopify's that is not an order")
        : orders.read(store, order);
  }

  @Override
  public Reading readKept(Store store, byte[] body) {
    return Part.parse(body)
        .map(parsed -> orders.read(store, unwrapped(parsed)))
        .orElseGet(() -> new Reading.Unreadable("not a JSON object"));
  }

  /** What the platform pushes is the order itself; what it answers to a question is wrapped. */
  private static Part unwrapped(Part body) {
    Part wrapped = body.part("order");
    return wrapped.isEmpty() ? body : wrapped;
  }

  /** Where Shopify does not count an item, it is available without a number. */
  private static Reading stock(Part body) {
    Part wrapped = body.part("inventory_level");
    Part level = wrapped.isEmpty() ? body : wrapped;
    String item = level.text("inventory_item_id");
    String location = level.text("location_id");
    OptionalLong units = Values.whole(level, "available");
    return item.isEmpty() || location.isEmpty() || units.isEmpty()
        ? new Reading.NoOrder("stock of an item that is not counted")
        : new Reading.StockNews(
            "", GlobalIds.of("InventoryItem", item), location, units.getAsLong());
  }

  /** Fulfilments, refunds and transactions name their order; every resource names its type. */
  private static boolean isSomethingElse(Part body) {
    String globalId = body.text("admin_graphql_api_id");
    return body.has("order_id")
        || body.has("order_edit")
        || !(globalId.isEmpty() || globalId.startsWith("gid://shopify/Order/"));
  }
}

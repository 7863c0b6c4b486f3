package dev.cutoff.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An order as Shopify sends it, reduced to what it takes: paid, to Boston, unless told otherwise.
 */
final class AShopifyOrder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode order = JSON.createObjectNode();
  private final ArrayNode lines = order.putArray("line_items");
  private final int number;
  private long cents;
  private @Nullable Instant created;
  private Consumer<ObjectNode> late = json -> {};

  private AShopifyOrder(int number) {
    this.number = number;
    order.put("id", Long.parseLong(externalId()));
    order.put("admin_graphql_api_id", "gid://shopify/Order/" + externalId());
    order.put("name", "#" + number);
    order.put("order_number", number);
    order.put("currency", "USD");
    order.put("financial_status", "paid");
    order.putNull("fulfillment_status");
    order.put("test", false);
    order.putNull("cancelled_at");
    order.put("email", "sam" + number + "@example.com");
    order.put("taxes_included", false);
    order
        .putArray("shipping_lines")
        .addObject()
        .put("code", "Standard")
        .put("title", "Standard")
        .put("price", "0.00");
    order
        .putObject("shipping_address")
        .put("name", "Sam Example")
        .put("address1", "12 Beacon Street")
        .put("city", "Boston")
        .put("province_code", "MA")
        .put("zip", "02108")
        .put("country_code", "US");
  }

  static AShopifyOrder number(int number) {
    return new AShopifyOrder(number);
  }

  /** One mug. */
  static AShopifyOrder mug(int number) {
    return number(number).line("MUG-01", 1, 1250);
  }

  AShopifyOrder by(String email) {
    order.put("email", email);
    return this;
  }

  String orderId() {
    return "DTC-" + number;
  }

  String externalId() {
    return "4500" + number;
  }

  AShopifyOrder line(String sku, long quantity, long cents) {
    ObjectNode line = lines.addObject();
    line.put("id", number * 100L + lines.size());
    line.put("sku", sku);
    line.put("title", sku);
    line.put("name", sku);
    line.put("quantity", quantity);
    line.put("current_quantity", quantity);
    line.put("price", money(cents));
    line.put("total_discount", "0.00");
    line.put("requires_shipping", true);
    line.put("gift_card", false);
    line.put("grams", 0);
    line.putNull("fulfillment_status");
    line.putArray("tax_lines");
    line.putArray("properties");
    this.cents += cents * quantity;
    return this;
  }

  /** Anything else that is to be different. */
  AShopifyOrder with(Consumer<ObjectNode> change) {
    change.accept(order);
    return this;
  }

  /** What is to be different from what adds up. */
  AShopifyOrder withInTheEnd(Consumer<ObjectNode> change) {
    late = change;
    return this;
  }

  AShopifyOrder payment(String status) {
    return with(json -> json.put("financial_status", status));
  }

  AShopifyOrder cancelled(Instant at) {
    return with(json -> json.put("cancelled_at", at.toString()).put("cancel_reason", "customer"));
  }

  AShopifyOrder to(String street, String city, String region, String zip) {
    return with(json ->
        json.withObject("/shipping_address")
            .put("address1", street)
            .put("city", city)
            .put("province_code", region)
            .put("zip", zip));
  }

  /** Other lines in the place of these. */
  AShopifyOrder emptied() {
    lines.removeAll();
    cents = 0;
    return this;
  }

  /** The bytes that the store sends first. */
  byte[] at(Instant now) {
    created = now;
    return updatedAt(now);
  }

  /** The bytes that the store sends when it has changed since. */
  byte[] updatedAt(Instant now) {
    order.put("created_at", (created == null ? now : created).toString());
    order.put("updated_at", now.toString());
    String total = money(cents);
    for (String name :
        new String[] {
          "total_line_items_price",
          "subtotal_price",
          "current_subtotal_price",
          "total_price",
          "current_total_price"
        }) {
      order.put(name, total);
    }
    for (String name :
        new String[] {
          "total_discounts", "current_total_discounts", "total_tax", "current_total_tax"
        }) {
      order.put(name, "0.00");
    }
    ObjectNode sent = order.deepCopy();
    late.accept(sent);
    return sent.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}

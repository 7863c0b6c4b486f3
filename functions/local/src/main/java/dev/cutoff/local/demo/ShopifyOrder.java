package dev.cutoff.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A Shopify order's JSON in the making, with totals that add up unless told otherwise. */
final class ShopifyOrder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode order = JSON.createObjectNode();
  private final ArrayNode lines = JSON.createArrayNode();
  private final int number;
  private long cents;
  private long offBy;

  private ShopifyOrder(int number) {
    this.number = number;
    order.put("id", 450_000_000L + number);
    order.put("admin_graphql_api_id", "gid://shopify/Order/" + (450_000_000L + number));
    order.put("name", "#" + number);
    order.put("order_number", number);
    order.put("currency", "USD");
    order.put("financial_status", "paid");
    order.putNull("fulfillment_status");
    order.put("test", false);
    order.putNull("cancelled_at");
    order.put("email", "sam" + number + "@example.com");
    order.put("taxes_included", false);
    shipping("Standard");
    to("Sam Example", "12 Beacon Street", "Boston", "MA", "02108", "US");
  }

  static ShopifyOrder number(int number) {
    return new ShopifyOrder(number);
  }

  ShopifyOrder line(String sku, long quantity) {
    Products product = Products.of(sku);
    ObjectNode line = lines.addObject();
    line.put("id", number * 100L + lines.size());
    line.put("sku", sku);
    line.put("title", product.title());
    line.put("name", product.title());
    line.put("quantity", quantity);
    line.put("current_quantity", quantity);
    line.put("price", money(product.cents()));
    line.put("total_discount", "0.00");
    line.put("requires_shipping", product.ships());
    line.put("gift_card", !product.ships());
    line.put("grams", product.grams());
    line.putNull("fulfillment_status");
    line.putArray("tax_lines");
    line.putArray("properties");
    cents += product.cents() * quantity;
    return this;
  }

  ShopifyOrder engraved(String text) {
    ((ObjectNode) lines.get(lines.size() - 1))
        .withArray("properties")
        .addObject()
        .put("name", "Engraving")
        .put("value", text);
    return this;
  }

  ShopifyOrder gift(String message) {
    order.putArray("note_attributes").addObject().put("name", "gift_message").put("value", message);
    return this;
  }

  ShopifyOrder to(
      String name, String street, String city, String region, String zip, String country) {
    ObjectNode address = order.putObject("shipping_address");
    address.put("name", name);
    address.put("address1", street);
    address.put("city", city);
    address.put("province_code", region);
    address.put("zip", zip);
    address.put("country_code", country);
    order.set("billing_address", address.deepCopy());
    return this;
  }

  ShopifyOrder shipping(String title) {
    order
        .putArray("shipping_lines")
        .addObject()
        .put("code", title)
        .put("title", title)
        .put("price", "0.00");
    return this;
  }

  ShopifyOrder payment(String status) {
    order.put("financial_status", status);
    return this;
  }

  ShopifyOrder currency(String code) {
    order.put("currency", code);
    return this;
  }

  ShopifyOrder test() {
    order.put("test", true);
    return this;
  }

  ShopifyOrder cancelled(Instant at) {
    order.put("cancelled_at", at.toString());
    order.put("cancel_reason", "customer");
    return this;
  }

  ShopifyOrder totalOffBy(long minor) {
    offBy = minor;
    return this;
  }

  /** The bytes as the store would send them. */
  byte[] at(Instant created, @Nullable Instant updated) {
    order.put("created_at", created.toString());
    order.put("updated_at", (updated == null ? created : updated).toString());
    order.set("line_items", lines);
    order.put("total_line_items_price", money(cents));
    order.put("subtotal_price", money(cents));
    order.put("current_subtotal_price", money(cents));
    order.put("total_discounts", "0.00");
    order.put("current_total_discounts", "0.00");
    order.put("total_tax", "0.00");
    order.put("current_total_tax", "0.00");
    order.put("total_price", money(cents + offBy));
    order.put("current_total_price", money(cents + offBy));
    return order.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}

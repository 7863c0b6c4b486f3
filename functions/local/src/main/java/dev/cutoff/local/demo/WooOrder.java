package dev.cutoff.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A WooCommerce order's JSON in the making. */
final class WooOrder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final ObjectNode order = JSON.createObjectNode();
  private final ArrayNode lines = JSON.createArrayNode();
  private final int number;
  private long cents;

  private WooOrder(int number) {
    this.number = number;
    order.put("id", number);
    order.put("number", Integer.toString(number));
    order.put("currency", "USD");
    order.put("status", "processing");
    order.put("prices_include_tax", false);
    order.put("payment_method", "stripe");
    order.put("payment_method_title", "Card");
    for (String kind : new String[] {"billing", "shipping"}) {
      ObjectNode address = order.putObject(kind);
      address.put("first_name", "Sam");
      address.put("last_name", "Example");
      address.put("address_1", "2 Market St");
      address.put("city", "San Francisco");
      address.put("state", "CA");
      address.put("postcode", "94105");
      address.put("country", "US");
    }
    order.withObject("/billing").put("email", "sam" + number + "@example.com");
    shipping("flat_rate", "Flat rate");
  }

  static WooOrder number(int number) {
    return new WooOrder(number);
  }

  WooOrder line(String sku, long quantity) {
    Products product = Products.of(sku);
    String total = money(product.cents() * quantity);
    ObjectNode line = lines.addObject();
    line.put("id", number * 10 + lines.size());
    line.put("name", product.title());
    line.put("sku", sku);
    line.put("quantity", quantity);
    line.put("price", product.cents() / 100.0);
    line.put("subtotal", total);
    line.put("subtotal_tax", "0.00");
    line.put("total", total);
    line.put("total_tax", "0.00");
    line.putArray("meta_data");
    cents += product.cents() * quantity;
    return this;
  }

  WooOrder shipping(String method, String title) {
    order
        .putArray("shipping_lines")
        .addObject()
        .put("method_id", method)
        .put("method_title", title)
        .put("total", "0.00");
    return this;
  }

  WooOrder cashOnDelivery() {
    order.put("payment_method", "cod");
    order.put("payment_method_title", "Cash on delivery");
    return this;
  }

  byte[] at(Instant created) {
    order.put("date_created_gmt", TIME.format(created));
    order.put("date_modified_gmt", TIME.format(created));
    if (!order.path("payment_method").asText().equals("cod")) {
      order.put("date_paid_gmt", TIME.format(created));
    }
    order.set("line_items", lines);
    order.put("discount_total", "0.00");
    order.put("shipping_total", "0.00");
    order.put("total_tax", "0.00");
    order.put("total", money(cents));
    order.putArray("fee_lines");
    order.putArray("refunds");
    return order.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}

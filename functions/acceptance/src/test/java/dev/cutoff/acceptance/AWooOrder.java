package dev.cutoff.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** An order as WooCommerce sends it, reduced to what it takes: paid, to San Francisco. */
final class AWooOrder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final ObjectNode order = JSON.createObjectNode();
  private final ArrayNode lines = order.putArray("line_items");
  private final int number;
  private long cents;

  private AWooOrder(int number) {
    this.number = number;
    order.put("id", number);
    order.put("number", Integer.toString(number));
    order.put("currency", "USD");
    order.put("status", "processing");
    order.put("prices_include_tax", false);
    order.put("payment_method", "stripe");
    order.put("payment_method_title", "Card");
    for (String kind : new String[] {"billing", "shipping"}) {
      order
          .putObject(kind)
          .put("first_name", "Sam")
          .put("last_name", "Example")
          .put("address_1", "2 Market St")
          .put("city", "San Francisco")
          .put("state", "CA")
          .put("postcode", "94105")
          .put("country", "US");
    }
    order.withObject("/billing").put("email", "sam" + number + "@example.com");
    order
        .putArray("shipping_lines")
        .addObject()
        .put("method_id", "flat_rate")
        .put("method_title", "Flat rate")
        .put("total", "0.00");
  }

  static AWooOrder number(int number) {
    return new AWooOrder(number);
  }

  String orderId() {
    return "WOO-" + number;
  }

  String externalId() {
    return Integer.toString(number);
  }

  AWooOrder line(String sku, long quantity, long cents) {
    String total = money(cents * quantity);
    ObjectNode line = lines.addObject();
    line.put("id", number * 10 + lines.size());
    line.put("name", sku);
    line.put("sku", sku);
    line.put("quantity", quantity);
    line.put("price", cents / 100.0);
    line.put("subtotal", total);
    line.put("subtotal_tax", "0.00");
    line.put("total", total);
    line.put("total_tax", "0.00");
    line.putArray("meta_data");
    this.cents += cents * quantity;
    return this;
  }

  AWooOrder with(Consumer<ObjectNode> change) {
    change.accept(order);
    return this;
  }

  byte[] at(Instant created) {
    order.put("date_created_gmt", TIME.format(created));
    order.put("date_modified_gmt", TIME.format(created));
    order.put("date_paid_gmt", TIME.format(created));
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

package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The products of a WooCommerce store and their stock, which orders take and give back. */
final class WooProducts {
  /** Statuses in which an order has its units. */
  private static final Set<String> REDUCED = Set.of("processing", "on-hold", "completed");

  private static final Set<String> GIVEN_BACK = Set.of("cancelled", "pending");

  private final Map<String, ObjectNode> bySku = new LinkedHashMap<>();
  private final Set<String> reduced = new HashSet<>();
  private long ids = 3_000;

  void set(String sku, long units) {
    ObjectNode known = bySku.get(sku);
    if (known == null) {
      ids++;
      known =
          JsonNodeFactory.instance
              .objectNode()
              .put("id", ids)
              .put("parent_id", 0)
              .put("type", "simple")
              .put("sku", sku)
              .put("manage_stock", true);
      bySku.put(sku, known);
    }
    known.put("stock_quantity", units);
  }

  Optional<ObjectNode> of(String sku) {
    return Optional.ofNullable(bySku.get(sku));
  }

  /** Those of that list of SKUs. */
  ArrayNode find(String skus) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (String sku : skus.split(",", -1)) {
      of(sku).ifPresent(found::add);
    }
    return found;
  }

  Optional<ObjectNode> withId(String id) {
    return bySku.values().stream()
        .filter(product -> product.path("id").asText().equals(id))
        .findFirst();
  }

  /** An order got that status: once it takes its units, once it gives them back. */
  void follow(JsonNode order) {
    String id = order.path("id").asText();
    String status = order.path("status").asText();
    if (REDUCED.contains(status) && reduced.add(id)) {
      add(order, -1);
    } else if (GIVEN_BACK.contains(status) && reduced.remove(id)) {
      add(order, 1);
    }
  }

  private void add(JsonNode order, int sign) {
    for (JsonNode line : order.path("line_items")) {
      of(line.path("sku").asText())
          .ifPresent(product ->
              product.put(
                  "stock_quantity",
                  product.path("stock_quantity").asLong() + sign * line.path("quantity").asLong()));
    }
  }
}

package dev.cutoff.local.store;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shopify's questions and mutations about stock. */
final class ShopifyStock {
  private final ShopifyShelves shelves;

  ShopifyStock(ShopifyShelves shelves) {
    this.shelves = shelves;
  }

  List<Map<String, Object>> find(DataFetchingEnvironment asked) {
    return shelves.find(ShopifyGraph.given(asked, "query")).stream()
        .map(ShopifyStock::view)
        .toList();
  }

  private static Map<String, Object> view(ShopifyShelves.Item item) {
    List<Map<String, Object>> levels = new ArrayList<>();
    item.available.forEach((location, units) ->
        levels.add(
            Map.of(
                "location",
                Map.of("id", ShopifyBooks.gid("Location", location), "name", location),
                "available",
                units.intValue())));
    return Map.of("id", item.id, "sku", item.sku, "tracked", true, "inventoryLevels", levels);
  }

  /** The named figures of a level; only what is available is kept here. */
  static List<Map<String, Object>> quantities(DataFetchingEnvironment asked) {
    Map<?, ?> level = Objects.requireNonNull(asked.<Map<?, ?>>getSource());
    List<String> names = Objects.requireNonNull(asked.<List<String>>getArgument("names"));
    if (!names.equals(List.of("available"))) {
      throw new IllegalArgumentException("this store keeps no such quantities: " + names);
    }
    return List.of(
        Map.of("name", "available", "quantity", Objects.requireNonNull(level.get("available"))));
  }

  Map<String, Object> set(DataFetchingEnvironment asked) {
    Map<String, Object> input =
        Objects.requireNonNull(asked.<Map<String, Object>>getArgument("input"));
    var directive = asked.getQueryDirectives().getImmediateAppliedDirective("idempotent");
    if (directive.isEmpty()) {
      throw new IllegalArgumentException("the @idempotent directive is required");
    }
    var argument = Objects.requireNonNull(directive.getFirst().getArgument("key"));
    String key = Objects.requireNonNull(argument.<String>getValue());
    if (!"available".equals(input.get("name")) || !"correction".equals(input.get("reason"))) {
      return refused("INVALID_NAME");
    }
    List<?> quantities = Objects.requireNonNull((List<?>) input.get("quantities"));
    if (quantities.size() != 1) {
      throw new IllegalArgumentException("this store takes one quantity at a time");
    }
    Map<?, ?> one = Objects.requireNonNull((Map<?, ?>) quantities.getFirst());
    if (!one.containsKey("changeFromQuantity")) {
      return refused("COMPARE_QUANTITY_REQUIRED");
    }
    String location = String.valueOf(one.get("locationId"));
    String refusal =
        shelves.change(
            key,
            String.valueOf(one.get("inventoryItemId")),
            location.substring(location.lastIndexOf('/') + 1),
            number(one.get("quantity")),
            one.get("changeFromQuantity") == null ? null : number(one.get("changeFromQuantity")));
    return refusal == null ? Map.of("userErrors", List.of()) : refused(refusal);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static Map<String, Object> refused(String code) {
    Map<String, Object> error = new HashMap<>();
    error.put("code", code);
    error.put("field", List.of("input"));
    error.put("message", code);
    return Map.of("userErrors", List.of(error));
  }
}

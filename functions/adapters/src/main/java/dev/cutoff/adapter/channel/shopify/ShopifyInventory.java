package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.availability.application.StoreInventory;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Store;
import dev.cutoff.stock.Sku;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Shopify's stock by its Admin GraphQL API: what is available at each location, and a change of it
 * that Shopify makes only where it still is what was read.
 */
public final class ShopifyInventory implements StoreInventory {
  private static final int MOST_PAGES = 5;

  /** The figure, or the very change that is asked for, is in other hands. */
  private static final Set<String> CHANGED =
      Set.of(
          "CHANGE_FROM_QUANTITY_STALE",
          "COMPARE_QUANTITY_STALE",
          "IDEMPOTENCY_CONCURRENT_REQUEST",
          "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");

  private final StoreApi api;

  public ShopifyInventory(StoreApi api) {
    this.api = api;
  }

  @Override
  public String channel() {
    return "shopify";
  }

  @Override
  public boolean located() {
    return true;
  }

  @Override
  public Answer read(Store store, String apiSecret, Map<Sku, String> items) {
    ShopifyAdmin admin = new ShopifyAdmin(api, store, apiSecret);
    String query = String.join(" OR ", items.entrySet().stream().map(each -> term(each)).toList());
    List<JsonNode> found = new ArrayList<>();
    JsonNode after = NullNode.getInstance();
    for (int page = 0; page < MOST_PAGES; page++) {
      Reply<JsonNode> reply =
          admin.ask(
              "inventoryItems",
              ShopifyQueries.STOCK,
              Map.of("query", TextNode.valueOf(query), "after", after));
      switch (reply) {
        case Reply.No<JsonNode> no -> {
          return new Answer.Refused(no.why());
        }
        case Reply.Yes<JsonNode> yes -> {
          yes.value().path("nodes").forEach(found::add);
          if (!yes.value().at("/pageInfo/hasNextPage").asBoolean()) {
            return new Answer.Stock(held(found, items));
          }
          after = yes.value().at("/pageInfo/endCursor");
        }
      }
    }
    throw new TryAgainLater(store.id() + " (shopify): finds more than these SKUs");
  }

  /** By its id once it is known: a search for a SKU finds what begins like it as well. */
  private static String term(Map.Entry<Sku, String> item) {
    return item.getValue().isEmpty()
        ? "sku:\"" + item.getKey().value().replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : "id:" + GlobalIds.number(item.getValue());
  }

  /** A SKU that two items have is nobody's: which one would be meant is not ours to guess. */
  private static List<Held> held(List<JsonNode> found, Map<Sku, String> wanted) {
    Map<Sku, JsonNode> items = new TreeMap<>();
    Set<Sku> twice = new HashSet<>();
    for (JsonNode item : found) {
      Optional<Sku> sku = Sku.read(item.path("sku").asText("")).filter(wanted::containsKey);
      if (sku.isPresent() && items.putIfAbsent(sku.get(), item) != null) {
        twice.add(sku.get());
      }
    }
    items.keySet().removeAll(twice);
    List<Held> held = new ArrayList<>();
    items.forEach((sku, item) -> {
      if (item.path("tracked").asBoolean()) {
        for (JsonNode level : item.at("/inventoryLevels/nodes")) {
          held.add(
              new Held(
                  sku,
                  item.path("id").asText(),
                  GlobalIds.number(level.at("/location/id").asText()),
                  level.at("/quantities/0/quantity").asLong()));
        }
      }
    });
    return held;
  }

  @Override
  public Outcome set(Store store, String apiSecret, Held held, long units, String key) {
    ObjectNode input = api.object().put("name", "available").put("reason", "correction");
    input
        .putArray("quantities")
        .addObject()
        .put("inventoryItemId", held.item())
        .put("locationId", GlobalIds.of("Location", held.location()))
        .put("quantity", units)
        .put("changeFromQuantity", held.units());
    String uuid = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    Reply<JsonNode> reply =
        new ShopifyAdmin(api, store, apiSecret)
            .askForErrors(
                "inventorySetQuantities",
                ShopifyQueries.SET_STOCK,
                Map.of("input", input, "key", TextNode.valueOf(uuid)));
    return switch (reply) {
      case Reply.No<JsonNode> no -> new Outcome.Refused(no.why());
      case Reply.Yes<JsonNode> yes -> outcome(yes.value().path("userErrors"));
    };
  }

  private static Outcome outcome(JsonNode errors) {
    if (errors.isEmpty()) {
      return new Outcome.Done();
    }
    JsonNode first = errors.path(0);
    return CHANGED.contains(first.path("code").asText())
        ? new Outcome.Changed()
        : new Outcome.Refused(StoreApi.shortened(first.path("message").asText(), ""));
  }
}

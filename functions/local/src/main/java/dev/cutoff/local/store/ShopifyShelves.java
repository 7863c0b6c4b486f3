package dev.cutoff.local.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one Shopify store has available at its locations, and the rules for changing it. */
final class ShopifyShelves {
  private static final Pattern TERM =
      Pattern.compile("(id|sku):(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Kept> answers = new HashMap<>();
  private long ids = 808_950_800;

  /** A variant that is counted. */
  static final class Item {
    final String id;
    final String sku;
    final SortedMap<String, Long> available = new TreeMap<>();

    Item(String id, String sku) {
      this.id = id;
      this.sku = sku;
    }
  }

  /** A change under its key: asked for again it is answered again and not made again. */
  private record Kept(String change, @Nullable String refusal) {}

  void set(String sku, String location, long units) {
    item(sku)
        .orElseGet(() -> {
          ids++;
          Item opened = new Item(ShopifyBooks.gid("InventoryItem", String.valueOf(ids)), sku);
          items.put(sku, opened);
          return opened;
        })
        .available
        .put(location, units);
  }

  Optional<Item> item(String sku) {
    return Optional.ofNullable(items.get(sku));
  }

  /** Orders take units at once, below zero as well; what is not counted is not taken. */
  void add(String sku, String location, long units) {
    item(sku)
        .filter(item -> item.available.containsKey(location))
        .ifPresent(item -> item.available.merge(location, units, Long::sum));
  }

  /** A search: ids exactly, SKUs also where they only begin so. */
  List<Item> find(String query) {
    Map<String, Item> found = new LinkedHashMap<>();
    Matcher term = TERM.matcher(query);
    while (term.find()) {
      String quoted = term.group(2);
      String wanted = quoted == null ? term.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      boolean byId = term.group(1).equals("id");
      for (Item item : items.values()) {
        if (byId ? item.id.endsWith("/" + wanted) : item.sku.startsWith(wanted)) {
          found.put(item.id, item);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** The code of the refusal; null where it was done, now or before. */
  @Nullable String change(
      String key, String itemId, String location, long units, @Nullable Long from) {
    String change = itemId + " " + location + " " + units + " " + from;
    Kept kept = answers.get(key);
    if (kept != null) {
      return !kept.change().equals(change)
          ? "IDEMPOTENCY_KEY_PARAMETER_MISMATCH"
          : kept.refusal() == null ? null : "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";
    }
    String refusal = decide(itemId, location, units, from);
    answers.put(key, new Kept(change, refusal));
    return refusal;
  }

  private @Nullable String decide(String itemId, String location, long units, @Nullable Long from) {
    Item item =
        items.values().stream().filter(each -> each.id.equals(itemId)).findFirst().orElse(null);
    if (item == null) {
      return "INVALID_INVENTORY_ITEM";
    }
    Long now = item.available.get(location);
    if (now == null) {
      return "ITEM_NOT_STOCKED_AT_LOCATION";
    }
    if (units < 0) {
      return "INVALID_QUANTITY_NEGATIVE";
    }
    if (from != null && !from.equals(now)) {
      return "CHANGE_FROM_QUANTITY_STALE";
    }
    item.available.put(location, units);
    return null;
  }
}

package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant.OpeningStock;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.merchant.Store;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one part of the file says of another: no shape can say it. */
final class ShopChecks {
  private final Draft draft;
  private final List<Mistake> mistakes;

  private ShopChecks(Draft draft, List<Mistake> mistakes) {
    this.draft = draft;
    this.mistakes = mistakes;
  }

  static void check(Draft draft, List<Mistake> mistakes) {
    ShopChecks checks = new ShopChecks(draft, mistakes);
    checks.idsAreUnique();
    checks.somethingIsThere();
    checks.kitsAreMadeOfItems();
    checks.stockIsOfItemsAtNodes();
    checks.boxesHoldSomething();
    checks.storesKnowTheirNodes();
    CarrierChecks.check(draft, mistakes);
    PlanChecks.check(draft, mistakes);
  }

  private void idsAreUnique() {
    unique(draft.nodes(), Node::id, "id", "node", mistakes);
    unique(draft.items(), Item::sku, "sku", "item", mistakes);
    unique(draft.kits(), Kit::sku, "sku", "kit", mistakes);
    unique(draft.boxes(), Box::id, "id", "box", mistakes);
    unique(draft.stores(), Store::id, "id", "store", mistakes);
    unique(draft.stores(), Store::orderPrefix, "orderPrefix", "store", mistakes);
    unique(
        draft.items().stream().filter(item -> !item.value().barcode().isEmpty()).toList(),
        Item::barcode,
        "barcode",
        "item",
        mistakes);
  }

  static <T> void unique(
      List<Located<T>> all, Function<T, ?> key, String field, String what, List<Mistake> mistakes) {
    Set<Object> seen = new HashSet<>();
    for (Located<T> one : all) {
      Object value = key.apply(one.value());
      if (!seen.add(value)) {
        mistakes.add(
            new Mistake(
                one.where().field(field),
                "'" + value + "' is another " + what + "'s already: give each its own"));
      }
    }
  }

  private void somethingIsThere() {
    atLeastOne(draft.nodes(), "nodes", "a node to ship from");
    atLeastOne(draft.items(), "items", "an item to sell");
    atLeastOne(draft.boxes(), "boxes", "a box to ship in");
    atLeastOne(draft.stores(), "stores", "a store to take orders from");
    atLeastOne(draft.carriers(), "carriers", "a carrier to ship with");
  }

  private void atLeastOne(List<?> all, String field, String what) {
    if (all.isEmpty()) {
      mistake(Where.FILE.field(field), "must have at least " + what);
    }
  }

  private void kitsAreMadeOfItems() {
    Set<Sku> items = values(draft.items(), Item::sku);
    Set<Sku> kits = values(draft.kits(), Kit::sku);
    for (Located<Kit> kit : draft.kits()) {
      if (items.contains(kit.value().sku())) {
        mistake(kit.where().field("sku"), "is an item as well: a kit needs a SKU of its own");
      }
      for (Sku component : kit.value().components().keySet()) {
        Where where = kit.where().field("components").field(component.value());
        if (kits.contains(component)) {
          mistake(where, "is a kit: list that kit's own components here instead");
        } else if (!items.contains(component)) {
          mistake(where, "is not among the items: add the item or correct the SKU");
        }
      }
    }
  }

  private void stockIsOfItemsAtNodes() {
    Map<Sku, Boolean> shipped = new HashMap<>();
    draft.items().forEach(it -> shipped.put(it.value().sku(), it.value().requiresShipping()));
    Set<NodeId> nodes = values(draft.nodes(), Node::id);
    for (Located<OpeningStock> count : draft.openingStock()) {
      Boolean needsStock = shipped.get(count.value().sku());
      if (needsStock == null) {
        mistake(
            parent(count),
            "is not among the items: add the item or correct the SKU (kits have no"
                + " stock of their own)");
      } else if (!needsStock) {
        mistake(parent(count), "needs no shipping, so it has no stock: remove the count");
      }
      if (!nodes.contains(count.value().node())) {
        mistake(count.where(), "is not among the nodes: add the node or correct its id");
      }
    }
  }

  private static Where parent(Located<?> located) {
    Where parent = located.where().parent();
    return parent == null ? located.where() : parent;
  }

  private void boxesHoldSomething() {
    for (Located<Box> box : draft.boxes()) {
      if (!fits(box.value().inner(), box.value().outer())) {
        mistake(
            box.where().field("innerMm"),
            "is larger than outerMm: has one side been mistyped, or have the two been swapped?");
      }
    }
    List<Item> shipped =
        draft.items().stream().map(Located::value).filter(Item::requiresShipping).toList();
    boolean any =
        shipped.stream()
            .anyMatch(item -> draft.boxes().stream().anyMatch(box -> holds(box.value(), item)));
    if (!shipped.isEmpty() && !draft.boxes().isEmpty() && !any) {
      mistake(
          Where.FILE.field("boxes"),
          "hold not a single item: are all sizes in millimetres and all weights in grams?");
    }
  }

  /** Whether one unit goes into the box, turned as it must be. */
  static boolean holds(Box box, Item item) {
    Long grams = item.weightGrams();
    return fits(item.size(), box.inner()) && (grams == null || grams <= box.maxGrams());
  }

  private static boolean fits(Size small, Size large) {
    int[] a = sorted(small);
    int[] b = sorted(large);
    return a[0] <= b[0] && a[1] <= b[1] && a[2] <= b[2];
  }

  private static int[] sorted(Size size) {
    int[] sides = {size.lengthMm(), size.widthMm(), size.heightMm()};
    Arrays.sort(sides);
    return sides;
  }

  private void storesKnowTheirNodes() {
    Set<NodeId> nodes = values(draft.nodes(), Node::id);
    for (Located<Store> store : draft.stores()) {
      store
          .value()
          .locations()
          .forEach((location, node) -> {
            if (!nodes.contains(node)) {
              mistake(
                  store.where().field("locations").field(location),
                  "'" + node + "' is not among the nodes: add the node or correct its id");
            }
          });
      Set<String> seen = new HashSet<>();
      List<Store.Method> methods = store.value().shippingMethods();
      for (int i = 0; i < methods.size(); i++) {
        if (!seen.add(methods.get(i).match().toLowerCase(Locale.ROOT))) {
          mistake(
              store.where().field("shippingMethods").element(i).field("match"),
              "is there twice, letter case aside: remove one");
        }
      }
    }
  }

  private void mistake(Where where, String message) {
    mistakes.add(new Mistake(where, message));
  }

  private static <T, K> Set<K> values(List<Located<T>> all, Function<T, K> key) {
    return all.stream().map(it -> key.apply(it.value())).collect(Collectors.toSet());
  }
}

package dev.cutoff.testkit;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An example shop: nodes EAST, CENTRAL and WEST, the carriers swift and parcelway, a Shopify store
 * acme (DTC) and a WooCommerce store bolt (WOO), the goods of {@link Goods}. A test changes what it
 * is about: {@code AMerchant.standard().item(…).build()}.
 */
public final class AMerchant {
  private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
  private final Map<Sku, Item> items = new LinkedHashMap<>();
  private final Map<Sku, Kit> kits = new LinkedHashMap<>();
  private final Map<String, Carrier> carriers = new LinkedHashMap<>();
  private final Map<StoreId, Store> stores = new LinkedHashMap<>();
  private List<Box> boxes = Places.BOXES;
  private Rules rules =
      new Rules(
          4,
          10,
          Duration.ofHours(24),
          Duration.ofMillis(2_500),
          List.of("floor lead", "operations", "owner"),
          Duration.ofHours(4),
          StockRules.PLAIN);

  private AMerchant() {}

  public static AMerchant standard() {
    AMerchant shop = new AMerchant();
    Places.NODES.forEach(shop::node);
    Goods.ITEMS.forEach(shop::item);
    shop.kit(Goods.GIFT_SET);
    Places.CARRIERS.forEach(shop::carrier);
    Places.STORES.forEach(shop::store);
    return shop;
  }

  /** The standard shop as it is. */
  public static Merchant shop() {
    return standard().build();
  }

  public AMerchant node(Node value) {
    nodes.put(value.id(), value);
    return this;
  }

  public AMerchant item(Item value) {
    items.put(value.sku(), value);
    return this;
  }

  public AMerchant kit(Kit value) {
    kits.put(value.sku(), value);
    return this;
  }

  public AMerchant carrier(Carrier value) {
    carriers.put(value.id(), value);
    return this;
  }

  public AMerchant withoutCarrier(String id) {
    carriers.remove(id);
    return this;
  }

  public AMerchant store(Store value) {
    stores.put(value.id(), value);
    return this;
  }

  public AMerchant boxes(Box... values) {
    boxes = List.of(values);
    return this;
  }

  public AMerchant rules(Rules value) {
    rules = value;
    return this;
  }

  public Merchant build() {
    return new Merchant(
        "test-1",
        "Acme Outfitters",
        "USD",
        "shop@example.com",
        nodes,
        items,
        kits,
        boxes,
        carriers,
        stores,
        rules,
        List.of());
  }
}

package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.shopify.ShopifyInventory;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceInventory;
import dev.cutoff.availability.Shown;
import dev.cutoff.availability.application.ComparingStore;
import dev.cutoff.availability.application.DisputingStore;
import dev.cutoff.availability.application.HearingStock;
import dev.cutoff.availability.application.PushingAvailability;
import dev.cutoff.availability.application.StoreInventory;
import dev.cutoff.availability.application.StoreTrouble;
import dev.cutoff.availability.application.TakingStoreCount;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.RaisingStockException;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.DisputingCount;
import dev.cutoff.stock.application.ObservingStock;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryExceptions;
import dev.cutoff.testkit.InMemoryShownStock;
import dev.cutoff.testkit.InMemoryStock;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.MapSecrets;
import dev.cutoff.testkit.RecordingStockChanges;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mug at two nodes, sold in a Shopify and in a WooCommerce store that count it themselves. */
final class TwoStores implements AutoCloseable {
  static final Sku MUG = new Sku("MUG-WHT");
  static final NodeId EAST = new NodeId("EAST");
  static final NodeId CENTRAL = new NodeId("CENTRAL");
  static final NodeId WEST = new NodeId("WEST");
  static final String SHOPIFY = "acme";
  static final String WOO = "bolt";
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = ManualClock.at("2026-11-23T17:05:10Z");
  final FakeStores stores = FakeStores.start(0, clock);
  final InMemoryStock stock = new InMemoryStock();
  final InMemoryShownStock shown = new InMemoryShownStock();
  final RecordingStockChanges changes = new RecordingStockChanges();
  final InMemoryExceptions exceptions = new InMemoryExceptions();
  final List<String> troubles = new ArrayList<>();
  final FixedMerchants merchants;
  final PushingAvailability pushing;
  final HearingStock hearing;

  private TwoStores(StoreStock told) {
    stores.openShopify(SHOPIFY, "s", "shpat", List.of("1", "2"));
    stores.openWooCommerce(WOO, "s", "ck:cs");
    Merchant merchant =
        AMerchant.standard()
            .store(store(SHOPIFY, "shopify", Map.of("1", EAST, "2", WEST), told))
            .store(store(WOO, "woocommerce", Map.of(), StoreStock.PLAIN))
            .build();
    merchants = new FixedMerchants(merchant);
    StoreApi api = new StoreApi(StoreApi.httpClient(), Duration.ofSeconds(2));
    Set<StoreInventory> inventories =
        Set.of(new ShopifyInventory(api), new WooCommerceInventory(api));
    RaisingStockException raising = new RaisingStockException(exceptions, merchants, clock);
    ObservingStock observing =
        new ObservingStock(stock, changes, merchants, new DisputingCount(raising), clock);
    StoreTrouble heard = (store, why) -> troubles.add(store + ": " + why);
    pushing =
        new PushingAvailability(
            merchants,
            new MapSecrets(Map.of("acme-api", "shpat", "bolt-api", "ck:cs")),
            stock,
            shown,
            new ComparingStore(
                shown,
                stock,
                new TakingStoreCount(observing, clock),
                new DisputingStore(raising),
                heard,
                changes,
                clock),
            heard,
            inventories,
            clock);
    hearing = new HearingStock(merchants, shown, changes);
  }

  /** Ten at EAST and five at WEST, as the stores show as well. */
  static TwoStores inStep() {
    return inStep(StoreStock.PLAIN);
  }

  static TwoStores inStep(StoreStock told) {
    TwoStores two = new TwoStores(told);
    two.stock.with(StockLevel.of(MUG, EAST, 10)).with(StockLevel.of(MUG, WEST, 5));
    two.stores.stock(SHOPIFY, MUG.value(), "1", 10 - told.buffer());
    two.stores.stock(SHOPIFY, MUG.value(), "2", 5 - told.buffer());
    two.stores.stock(WOO, MUG.value(), "", 15);
    two.push();
    return two;
  }

  private Store store(String id, String channel, Map<String, NodeId> locations, StoreStock told) {
    return new Store(
        new StoreId(id),
        channel,
        id,
        id.equals(SHOPIFY) ? "DTC" : "WOO",
        id + "-webhook",
        stores.apiUrl(id),
        id + "-api",
        locations,
        List.of(),
        Set.of(),
        told);
  }

  /** Follows the mug; those that are to be tried again. */
  Set<Sku> push() {
    return pushing.push(List.of(MUG), clock.instant().plusSeconds(60));
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  /** A customer of the store orders: the store takes the units at once. */
  void ordersInShopify(int number, int units) {
    stores.place(SHOPIFY, shopify(number, units, false));
  }

  void cancelsInShopify(int number, int units) {
    stores.place(SHOPIFY, shopify(number, units, true));
  }

  void ordersInWoo(int number, int units, String status) {
    ObjectNode order = JSON.createObjectNode().put("id", number).put("status", status);
    order.putArray("line_items").addObject().put("sku", MUG.value()).put("quantity", units);
    order.putArray("meta_data");
    stores.place(WOO, order.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] shopify(int number, int units, boolean cancelled) {
    ObjectNode order = JSON.createObjectNode().put("id", number).put("name", "#" + number);
    order
        .putArray("line_items")
        .addObject()
        .put("id", 1)
        .put("sku", MUG.value())
        .put("quantity", units);
    if (cancelled) {
      order.put("cancelled_at", "2026-11-23T17:00:00Z");
    }
    return order.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What the order's arrival does here: its units are reserved. */
  Reservation reserve(String orderId, NodeId node, long units) {
    OrderId id = new OrderId(orderId);
    Reservation held =
        new Reservation(
            id,
            "1",
            MUG,
            node,
            null,
            units,
            units,
            ShipmentId.of(id, 1),
            Reservation.State.RESERVED);
    stock.reserve(List.of(held), SafetyStock.NONE, cause());
    return held;
  }

  void release(Reservation held) {
    stock.release(List.of(held), cause());
  }

  Cause cause() {
    return Cause.ours(clock.instant(), "test");
  }

  Map<String, Long> shopify() {
    return stores.stock(SHOPIFY, MUG.value());
  }

  long woo() {
    return stores.stock(WOO, MUG.value()).getOrDefault("", -1L);
  }

  Shown row(String store) {
    return shown.of(MUG).stream()
        .filter(each -> each.store().value().equals(store))
        .findFirst()
        .orElseThrow();
  }

  /** What waits for a person about the mug at that node. */
  Optional<StockException> exception(NodeId node, Reason reason) {
    return exceptions.latest(Shelf.of(MUG, node), reason);
  }

  /** How often the store was told to set a figure. */
  long sets(String store) {
    return stores.requests().stream()
        .filter(each -> each.storeId().equals(store))
        .filter(each -> each.what().equals("CutoffSetStock") || each.what().startsWith("PUT "))
        .count();
  }

  @Override
  public void close() {
    stores.close();
  }
}

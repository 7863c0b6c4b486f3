package dev.cutoff.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.sample.Shop;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SellableTest {
  private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
  private static final NodeId EAST = new NodeId("EAST");
  private static final NodeId WEST = new NodeId("WEST");
  private static final Sku TEE = new Sku("TEE");
  private static final Sku MUG = new Sku("MUG");
  private static final Sku SOCKS = new Sku("SOCKS");
  private static final Sku SET = new Sku("GIFT-SET");

  @Test
  void aLocationShowsWhatItsNodeHasFreeLessTheBuffer() {
    List<StockLevel> levels = List.of(level(TEE, EAST, null, 10, 3, 1, 1), of(TEE, WEST, 2));
    assertThat(sellable(levels).units(TEE, store(0), true)).isEqualTo(Map.of("1", 5L, "2", 2L));
    assertThat(sellable(levels).units(TEE, store(3), true)).isEqualTo(Map.of("1", 2L, "2", 0L));
  }

  @Test
  void aStoreWithoutLocationsShowsAllNodesAtOnceAndKeepsItsBufferOnce() {
    List<StockLevel> levels = List.of(of(TEE, EAST, 10), of(TEE, WEST, 2));
    assertThat(sellable(levels).units(TEE, store(3), false)).isEqualTo(Map.of("", 9L));
  }

  @Test
  void aKitIsThereAsOftenAsItsComponentsAreAtOneNode() {
    List<StockLevel> levels =
        List.of(of(MUG, EAST, 9), of(SOCKS, EAST, 5), of(MUG, WEST, 1), of(SOCKS, WEST, 9));
    // Five pairs make two sets; the tenth mug is at the other node, with socks for one.
    assertThat(sellable(levels).units(SET, store(0), false)).isEqualTo(Map.of("", 3L));
    assertThat(Sellable.affected(merchant(0), List.of(SOCKS))).containsExactly(SET, SOCKS);
  }

  @Test
  void safetyStockIsKeptAtEachNode() {
    List<StockLevel> levels = List.of(of(TEE, EAST, 10), of(TEE, WEST, 1));
    Sellable sellable = new Sellable(merchant(4), levels, NOON);
    assertThat(sellable.units(TEE, store(0), false)).isEqualTo(Map.of("", 6L));
  }

  @Test
  void aLotThatIsTooOldToShipIsNotSold() {
    List<StockLevel> levels =
        List.of(
            level(TEE, EAST, new Lot("OLD", LocalDate.parse("2026-11-22")), 5, 0, 0, 0),
            level(TEE, EAST, new Lot("NEW", LocalDate.parse("2026-12-31")), 7, 0, 0, 0));
    assertThat(sellable(levels).units(TEE, store(0), false)).isEqualTo(Map.of("", 7L));
  }

  @Test
  void whatNobodyCountedIsNotKnownToBeNothing() {
    assertThat(sellable(List.of()).isCounted(TEE)).isFalse();
    assertThat(sellable(List.of(of(MUG, EAST, 1))).isCounted(SET)).isFalse();
    assertThat(sellable(List.of(of(MUG, EAST, 0), of(SOCKS, WEST, 0))).isCounted(SET)).isTrue();
  }

  @Test
  void aNodeBehindTwoLocationsIsShownAtOneOfThem() {
    Store twice = store(0, Map.of("1", EAST, "7", EAST));
    assertThat(sellable(List.of(of(TEE, EAST, 10))).units(TEE, twice, true))
        .isEqualTo(Map.of("1", 10L, "7", 0L));
  }

  /** For any stock: never more than is available, nothing where there is nothing. */
  @Test
  void noStoreEverShowsMoreThanIsAvailable() {
    int shown = 0;
    for (long seed = 1; seed <= 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<StockLevel> levels = levels(random);
      Sellable sellable = new Sellable(merchant(random.nextInt(3)), levels, NOON);
      Store store = store(random.nextInt(3));
      for (Sku sku : List.of(TEE, MUG, SOCKS)) {
        long available = available(levels, sku);
        for (boolean located : new boolean[] {true, false}) {
          Map<String, Long> units = sellable.units(sku, store, located);
          long all = units.values().stream().mapToLong(Long::longValue).sum();
          shown += all > 0 ? 1 : 0;
          assertThat(units.values()).as("seed %d", seed).allMatch(each -> each >= 0);
          assertThat(all).as("seed %d", seed).isLessThanOrEqualTo(Math.max(0, available));
        }
      }
      long sets = sellable.units(SET, store, false).getOrDefault("", 0L);
      assertThat(sets).as("seed %d", seed).isLessThanOrEqualTo(available(levels, MUG));
      assertThat(2 * sets).as("seed %d", seed).isLessThanOrEqualTo(available(levels, SOCKS));
    }
    assertThat(shown).as("the law is not kept by showing nothing").isGreaterThan(5_000);
  }

  private static long available(List<StockLevel> levels, Sku sku) {
    return levels.stream()
        .filter(level -> level.sku().equals(sku))
        .mapToLong(level -> Math.max(0, level.available()))
        .sum();
  }

  private static List<StockLevel> levels(SplittableRandom random) {
    List<StockLevel> levels = new ArrayList<>();
    for (NodeId node : List.of(EAST, WEST)) {
      for (Sku sku : List.of(TEE, MUG, SOCKS)) {
        long onHand = random.nextLong(9);
        long reserved = random.nextLong(onHand + 1);
        long unavailable = random.nextLong(onHand - reserved + 1);
        levels.add(level(sku, node, null, onHand, reserved, 0, unavailable));
      }
    }
    return levels;
  }

  private static Sellable sellable(List<StockLevel> levels) {
    return new Sellable(merchant(0), levels, NOON);
  }

  private static StockLevel of(Sku sku, NodeId node, long onHand) {
    return level(sku, node, null, onHand, 0, 0, 0);
  }

  private static StockLevel level(
      Sku sku,
      NodeId node,
      @Nullable Lot lot,
      long onHand,
      long reserved,
      long picked,
      long unavailable) {
    return new StockLevel(sku, node, lot, onHand, reserved, picked, unavailable);
  }

  private static Store store(long buffer) {
    return store(buffer, Map.of("1", EAST, "2", WEST));
  }

  private static Store store(long buffer, Map<String, NodeId> locations) {
    Store acme = Shop.ACME;
    return new Store(
        acme.id(),
        acme.channel(),
        acme.name(),
        acme.orderPrefix(),
        acme.webhookSecretName(),
        acme.apiUrl(),
        acme.apiSecretName(),
        locations,
        acme.shippingMethods(),
        acme.notices(),
        new StoreStock(StoreStock.Master.CUTOFF, buffer));
  }

  /** The usual shop with a second node, and so much safety stock of each item at each node. */
  private static Merchant merchant(long safety) {
    Merchant usual = Shop.usual();
    Map<NodeId, dev.cutoff.merchant.Node> nodes = new HashMap<>(usual.nodes());
    nodes.put(WEST, Shop.node("WEST", "America/Los_Angeles", Shop.weekdays("15:00")));
    Map<Sku, dev.cutoff.merchant.Item> items = new TreeMap<>();
    usual
        .items()
        .forEach((sku, item) ->
            items.put(
                sku,
                new dev.cutoff.merchant.Item(
                    sku,
                    item.name(),
                    item.weightGrams(),
                    item.size(),
                    item.barcode(),
                    item.value(),
                    item.hsCode(),
                    item.originCountry(),
                    item.customsDescription(),
                    true,
                    ItemStock.keeping(Map.of(EAST, safety, WEST, safety)))));
    return new Merchant(
        usual.version(),
        usual.name(),
        usual.currency(),
        usual.fromEmail(),
        nodes,
        items,
        usual.kits(),
        usual.boxes(),
        usual.carriers(),
        usual.stores(),
        usual.rules(),
        usual.openingStock());
  }
}

package dev.cutoff.sample;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.Size;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.money.Money;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small shop in the United States: a tee, a mug, socks and a gift set of both. */
public final class Shop {
  public static final Store ACME =
      new Store(
          new StoreId("acme"),
          "shopify",
          "Acme",
          "DTC",
          "webhook",
          "https://acme.example.com",
          "api",
          Map.of(),
          List.of(
              new Store.Method("Express", ShippingMethod.Kind.PARCEL, 1),
              new Store.Method("In store", ShippingMethod.Kind.PICKUP, 0)),
          Set.of(),
          StoreStock.PLAIN);
  public static final Rules RULES =
      new Rules(
          4,
          10,
          Duration.ofHours(24),
          Duration.ofMillis(2_500),
          List.of("floor lead"),
          Duration.ofHours(4),
          StockRules.PLAIN);

  private Shop() {}

  /** Tee, mug, socks and the gift set of a mug and two pairs of socks. */
  public static Merchant usual() {
    return with(item("TEE", 180L, "610910", "PT"), item("MUG", 350L, "691200", "PT"));
  }

  /** The usual goods, and these in their place. */
  public static Merchant with(Item... items) {
    Map<Sku, Item> all =
        List.of(
                item("TEE", 180L, "610910", "PT"),
                item("MUG", 350L, "691200", "PT"),
                item("SOCKS", 60L, "611595", "PT"))
            .stream()
            .collect(Collectors.toMap(Item::sku, Function.identity(), (a, b) -> b, TreeMap::new));
    Arrays.stream(items).forEach(each -> all.put(each.sku(), each));
    Kit set =
        new Kit(
            new Sku("GIFT-SET"),
            "Gift set",
            parts(Map.of(new Sku("MUG"), 1L, new Sku("SOCKS"), 2L)));
    return new Merchant(
        "v1",
        "Acme",
        "USD",
        "shop@example.com",
        Map.of(new NodeId("EAST"), node("EAST", "America/New_York", weekdays("16:00"))),
        all,
        Map.of(set.sku(), set),
        List.of(),
        Map.of(),
        Map.of(ACME.id(), ACME),
        RULES,
        List.of());
  }

  public static Item item(
      String sku, @Nullable Long grams, @Nullable String hsCode, @Nullable String origin) {
    return new Item(
        new Sku(sku),
        sku,
        grams,
        new Size(100, 100, 20),
        "",
        Money.of(1_000, "USD"),
        hsCode,
        origin,
        "goods",
        true,
        ItemStock.PLAIN);
  }

  public static Node node(String id, String zone, SortedMap<DayOfWeek, LocalTime> cutoffs) {
    return new Node(
        new NodeId(id),
        id,
        Address.of("Acme", "", "1 Dock Road", "", "Newark", "NJ", "07102", "US", ""),
        ZoneId.of(zone),
        cutoffs,
        Money.zero("USD"),
        false);
  }

  /** That local time from Monday to Friday. */
  public static SortedMap<DayOfWeek, LocalTime> weekdays(String time) {
    SortedMap<DayOfWeek, LocalTime> cutoffs = everyDay(time);
    cutoffs.remove(DayOfWeek.SATURDAY);
    cutoffs.remove(DayOfWeek.SUNDAY);
    return cutoffs;
  }

  public static SortedMap<DayOfWeek, LocalTime> everyDay(String time) {
    SortedMap<DayOfWeek, LocalTime> cutoffs = new TreeMap<>();
    Arrays.stream(DayOfWeek.values()).forEach(day -> cutoffs.put(day, LocalTime.parse(time)));
    return cutoffs;
  }

  private static SortedMap<Sku, Long> parts(Map<Sku, Long> components) {
    return new TreeMap<>(components);
  }
}

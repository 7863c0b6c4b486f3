package dev.cutoff.testkit;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.money.Money;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where the example shop packs, how it sends, where it sells. */
public final class Places {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  public static final Node EAST =
      node("EAST", "Newark", "NJ", "07102", "America/New_York", "16:00");
  public static final Node CENTRAL =
      node("CENTRAL", "Chicago", "IL", "60607", "America/Chicago", "15:00");
  public static final Node WEST =
      node("WEST", "Los Angeles", "CA", "90021", "America/Los_Angeles", "14:00");

  static final List<Node> NODES = List.of(EAST, CENTRAL, WEST);
  static final List<Box> BOXES =
      List.of(
          box("S", new Size(310, 210, 60), 40),
          box("M", new Size(400, 300, 200), 120),
          box("L", new Size(600, 400, 400), 300));
  static final List<Carrier> CARRIERS =
      List.of(carrier("swift", "Swift", 900), carrier("parcelway", "Parcelway", 990));
  static final List<Store> STORES =
      List.of(store("acme", "shopify", "DTC"), store("bolt", "woocommerce", "WOO"));

  private Places() {}

  /** Hands over on weekdays at that local time. */
  public static Node node(
      String id, String city, String region, String postcode, String zone, String cutoff) {
    Map<DayOfWeek, LocalTime> cutoffs = new TreeMap<>();
    WEEKDAYS.forEach(day -> cutoffs.put(day, LocalTime.parse(cutoff)));
    return new Node(
        new NodeId(id),
        city + " warehouse",
        Address.of(
            "Acme Outfitters", null, "1 Dock Road", null, city, region, postcode, "US", null),
        ZoneId.of(zone),
        new TreeMap<>(cutoffs),
        Money.of(180, "USD"),
        false);
  }

  /** The box is 10 mm thick all around and carries 20 kg. */
  public static Box box(String id, Size inner, long tareGrams) {
    Size outer = new Size(inner.lengthMm() + 20, inner.widthMm() + 20, inner.heightMm() + 20);
    return new Box(id, inner, outer, tareGrams, 20_000, Money.of(60, "USD"));
  }

  /**
   * A rate card carrier with one service, ground: to 500 km in 1 day, to 2,000 km in 2, farther in
   * 2; up to 1 kg at that price, 5 kg at double, 20 kg at four times, each zone a quarter more.
   */
  public static Carrier carrier(String id, String name, long cents) {
    List<Carrier.Zone> zones =
        List.of(
            zone("2", 500, 1, cents),
            zone("5", 2_000, 2, cents * 5 / 4),
            zone("8", 20_000, 2, cents * 3 / 2));
    Carrier.RateCard card =
        new Carrier.RateCard(LocalDate.parse("2026-01-01"), null, zones, List.of());
    Carrier.Service ground =
        new Carrier.Service(
            "ground", name + " Ground", Set.of("US"), 5_000, 20_000, 1_500, 0.97, List.of(card));
    return new Carrier(id, name, "ratecard", id + "-tracking", WEEKDAYS, WEEKDAYS, List.of(ground));
  }

  /** Standard shipping within 4 days; location 1 is EAST; Cutoff sends its notices. */
  public static Store store(String id, String channel, String prefix) {
    return new Store(
        new StoreId(id),
        channel,
        "Store " + id,
        prefix,
        id + "-webhook",
        "https://" + id + ".example.com",
        id + "-api",
        Map.of("1", EAST.id(), "2", WEST.id()),
        List.of(new Store.Method("standard", ShippingMethod.Kind.PARCEL, 4)),
        Set.of("shipped", "delivered", "cancelled"),
        StoreStock.PLAIN);
  }

  private static Carrier.Zone zone(String id, double upToKm, int days, long cents) {
    Map<Long, Money> prices =
        Map.of(
            1_000L, Money.of(cents, "USD"),
            5_000L, Money.of(cents * 2, "USD"),
            20_000L, Money.of(cents * 4, "USD"));
    return new Carrier.Zone(id, upToKm, Set.of(), days, new TreeMap<>(prices));
  }
}

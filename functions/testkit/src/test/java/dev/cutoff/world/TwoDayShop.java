package dev.cutoff.world;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.money.Money;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The example shop, with a promise of two days and a carrier that also flies. */
final class TwoDayShop {
  private TwoDayShop() {}

  static Merchant shop() {
    return standard().build();
  }

  static AMerchant standard() {
    Carrier swift = Places.carrier("swift", "Swift", 900);
    AMerchant shop =
        AMerchant.standard()
            .withoutCarrier("parcelway")
            .carrier(
                new Carrier(
                    swift.id(),
                    swift.name(),
                    swift.provider(),
                    swift.secretName(),
                    swift.pickupDays(),
                    swift.deliveryDays(),
                    List.of(swift.services().getFirst(), air())));
    return shop.store(within(2));
  }

  /** A day, to anywhere. */
  private static Carrier.Service air() {
    Map<Long, Money> prices = Map.of(20_000L, Money.of(2_700, "USD"));
    Carrier.Zone zone = new Carrier.Zone("all", 20_000, Set.of(), 1, new TreeMap<>(prices));
    Carrier.RateCard card =
        new Carrier.RateCard(LocalDate.parse("2026-01-01"), null, List.of(zone), List.of());
    return new Carrier.Service(
        "air", "Swift Air", Set.of("US"), 5_000, 20_000, 1_500, 0.97, List.of(card));
  }

  /** The store, with another promise. */
  static Store within(int days) {
    return store(days, Places.store("acme", "shopify", "DTC").notices());
  }

  /** The store, with these notices sent by us. */
  static Store telling(String... notices) {
    return store(2, Set.of(notices));
  }

  private static Store store(int days, Set<String> notices) {
    Store store = Places.store("acme", "shopify", "DTC");
    return new Store(
        store.id(),
        store.channel(),
        store.name(),
        store.orderPrefix(),
        store.webhookSecretName(),
        store.apiUrl(),
        store.apiSecretName(),
        store.locations(),
        List.of(new Store.Method("standard", store.shippingMethods().getFirst().kind(), days)),
        notices,
        store.stock());
  }
}

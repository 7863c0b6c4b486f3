package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.AddressChecks;
import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.NodeId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Store fronts, as the file writes them. */
final class StoreBinding {
  /** The adapters that exist. */
  static final List<String> CHANNELS = List.of("shopify", "woocommerce", "webhook");

  /** Ingest has 55 seconds for all it does. */
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(20);

  private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{1,12}");
  private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/_.-]{0,127}");

  private StoreBinding() {}

  static Store store(Field store) {
    TreeMap<String, NodeId> locations = new TreeMap<>();
    store
        .get("locations")
        .entries((location, node) -> locations.put(location, ShopBinding.nodeId(node)));
    TreeSet<String> notices = new TreeSet<>();
    store
        .get("notices")
        .each(notice -> Values.choice(notice, Announcement.What.values()))
        .forEach(notice -> notices.add(notice.value().wireName()));
    return new Store(
        Values.id(store.get("id"), StoreId::new, "must be small letters, digits and -, at most 32"),
        Values.choice(store.get("channel"), CHANNELS),
        Values.text(store.get("name")),
        Values.text(store.get("orderPrefix"), PREFIX, "must be 1 to 12 capital letters or digits"),
        secretName(store.get("webhookSecretName")),
        url(store.get("apiUrl")),
        secretName(store.get("apiSecretName")),
        locations,
        store.get("shippingMethods").each(StoreBinding::method).stream()
            .map(Located::value)
            .toList(),
        notices,
        StockBinding.store(store),
        PlanBinding.remorse(store),
        store.find("addressChecks").map(it -> it.as(StoreBinding::checks)).orElse(null),
        store.find("brand").map(it -> it.as(BrandBinding::brand)).orElse(Brand.PLAIN),
        TellingBinding.telling(store));
  }

  private static AddressChecks checks(Field checks) {
    return new AddressChecks(
        checks.find("within").map(StoreBinding::within).orElse(AddressChecks.USUAL_WITHIN),
        checks.find("countries").map(CarrierBinding::countries).orElse(Set.of()));
  }

  private static Duration within(Field field) {
    Duration within = Values.duration(field);
    if (within.compareTo(LONGEST_CHECK) > 0) {
      throw field.wrong("must be at most PT20S: orders wait for it");
    }
    return within;
  }

  static String secretName(Field field) {
    return Values.text(
        field, SECRET_NAME, "must be the name of a secret: letters, digits and / _ . -");
  }

  private static Store.Method method(Field method) {
    return new Store.Method(
        Values.text(method.get("match")),
        Values.choice(method.get("kind"), ShippingMethod.Kind.values()),
        (int) Values.whole(method.get("deliverWithinDays"), 0, 120));
  }

  private static String url(Field field) {
    String hint = "must be an address such as https://shop.example.com, without / at its end";
    URI uri = Values.id(field, URI::create, hint);
    String scheme = uri.getScheme();
    boolean web = "https".equals(scheme) || "http".equals(scheme);
    if (!web
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.toString().endsWith("/")) {
      throw field.wrong(hint);
    }
    return uri.toString();
  }
}

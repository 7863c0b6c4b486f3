package dev.cutoff.local.demo;

import dev.cutoff.availability.Sellable;
import dev.cutoff.local.shop.MerchantBytes;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The example shop of infra/merchant with made-up secrets and with stores that are played. */
public final class ExampleShop {
  public static final String API_TOKEN = "demo-token";

  private final byte[] file;
  private final Merchant merchant;
  private final Map<String, String> secrets;

  private ExampleShop(byte[] file, Merchant merchant) {
    this.file = file;
    this.merchant = merchant;
    this.secrets = secretsOf(merchant);
  }

  public static ExampleShop read(Path root) {
    return read(root, file -> file);
  }

  /** The same with another merchant file made of it. */
  public static ExampleShop read(Path root, UnaryOperator<byte[]> change) {
    byte[] file = change.apply(MerchantBytes.of(root.resolve("infra/merchant/merchant.json")));
    return new ExampleShop(file, MerchantBytes.read(file, "infra/merchant/merchant.json"));
  }

  /** A merchant file whose every store waits so long before it buys a label. */
  public static byte[] remorse(byte[] file, Duration period) {
    return new String(file, StandardCharsets.UTF_8)
        .replaceAll("\"remorse\": \"[^\"]*\"", "\"remorse\": \"" + period + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  public Map<String, String> secrets() {
    return secrets;
  }

  public Merchant merchant() {
    return merchant;
  }

  /** Its stores, played by fakes that behave as the platforms do. */
  public FakeStores openStores(InstantSource clock) {
    FakeStores stores = FakeStores.start(0, clock);
    for (Store store : merchant.stores().values()) {
      stores.open(store, secret(store.webhookSecretName()), secret(store.apiSecretName()));
      stock(stores, store, clock.instant());
    }
    return stores;
  }

  /** The store shows the opening stock, as its people typed it in. */
  private void stock(FakeStores stores, Store store, Instant now) {
    List<StockLevel> opening =
        merchant.openingStock().stream()
            .map(each -> StockLevel.of(each.sku(), each.node(), each.count()))
            .toList();
    Sellable sellable = new Sellable(merchant, opening, now);
    Set<Sku> skus = new TreeSet<>(merchant.items().keySet());
    skus.addAll(merchant.kits().keySet());
    for (Sku sku : skus) {
      if (Sellable.isShown(merchant, sku)) {
        sellable
            .units(sku, store, store.channel().equals("shopify"))
            .forEach((location, units) ->
                stores.stock(store.id().value(), sku.value(), location, units));
      }
    }
  }

  /** The merchant file with its stores where the fakes listen. */
  public byte[] pointedAt(FakeStores stores) {
    String text = new String(file, StandardCharsets.UTF_8);
    for (Store store : merchant.stores().values()) {
      text = text.replace(store.apiUrl(), stores.apiUrl(store.id().value()));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The secret that a carrier's scans are signed with. */
  public String secretOfCarrier(String carrierId) {
    Carrier carrier = Objects.requireNonNull(merchant.carriers().get(carrierId));
    return secret(carrier.secretName());
  }

  /** One mug to Boston: placed in the Shopify store, and the webhook that says so. */
  public SignedWebhook mug(FakeStores stores, int number, Instant at) {
    byte[] order =
        ShopifyOrder.number(number).line("MUG-01", 1).at(at.truncatedTo(ChronoUnit.SECONDS), null);
    stores.place("acme", order);
    return stores.webhook("acme", "orders/create", order);
  }

  /** Two lines for one parcel to Boston, as {@link #mug} is placed and told. */
  public SignedWebhook twoLines(FakeStores stores, int number, Instant at) {
    byte[] order =
        ShopifyOrder.number(number)
            .line("TEE-BLK-M", 2)
            .line("MUG-01", 1)
            .at(at.truncatedTo(ChronoUnit.SECONDS), null);
    stores.place("acme", order);
    return stores.webhook("acme", "orders/create", order);
  }

  /**
   * An order of these goods to Boston, as the Shopify store has it now, and the webhook that says
   * so.
   *
   * @param payment "paid", "pending"
   */
  public SignedWebhook order(
      FakeStores stores,
      int number,
      Map<String, Long> goods,
      String payment,
      Instant created,
      Instant updated) {
    ShopifyOrder order = ShopifyOrder.number(number).payment(payment);
    new TreeMap<>(goods).forEach(order::line);
    byte[] body =
        order.at(created.truncatedTo(ChronoUnit.SECONDS), updated.truncatedTo(ChronoUnit.SECONDS));
    stores.place("acme", body);
    return stores.webhook(
        "acme", created.equals(updated) ? "orders/create" : "orders/updated", body);
  }

  private String secret(String name) {
    return Objects.requireNonNull(secrets.get(name));
  }

  private static Map<String, String> secretsOf(Merchant merchant) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (Store store : merchant.stores().values()) {
      secrets.put(store.webhookSecretName(), "webhook-of-" + store.id());
      secrets.put(
          store.apiSecretName(),
          store.channel().equals("woocommerce")
              ? "ck_" + store.id() + ":cs_" + store.id()
              : "shpat_" + store.id());
    }
    for (Carrier carrier : merchant.carriers().values()) {
      secrets.put(carrier.secretName(), key("scans of " + carrier.id()));
    }
    secrets.put("api-token-demo", API_TOKEN);
    return secrets;
  }

  private static String key(String text) {
    return "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

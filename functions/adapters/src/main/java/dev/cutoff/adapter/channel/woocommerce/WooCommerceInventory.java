package dev.cutoff.adapter.channel.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.availability.Sellable;
import dev.cutoff.availability.application.StoreInventory;
import dev.cutoff.merchant.Store;
import dev.cutoff.stock.Sku;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * WooCommerce's stock by its REST API: one figure for each product or variation. The API can't
 * compare and set, so the figure is read once more right before it is written.
 */
public final class WooCommerceInventory implements StoreInventory {
  private static final String FIELDS =
      "&per_page=100&_fields=id,parent_id,type,sku,manage_stock,stock_quantity";

  private final StoreApi api;

  public WooCommerceInventory(StoreApi api) {
    this.api = api;
  }

  @Override
  public String channel() {
    return "woocommerce";
  }

  @Override
  public boolean located() {
    return false;
  }

  @Override
  public Answer read(Store store, String apiSecret, Map<Sku, String> items) {
    String skus = String.join(",", items.keySet().stream().map(Sku::value).toList());
    String url =
        products(store) + "?sku=" + URLEncoder.encode(skus, StandardCharsets.UTF_8) + FIELDS;
    Reply<JsonNode> reply =
        api.call(
            what(store, "reading stock"),
            "GET",
            url,
            WooCommerceApi.basic(apiSecret),
            MissingNode.getInstance());
    return switch (reply) {
      case Reply.No<JsonNode> no -> new Answer.Refused(no.why());
      case Reply.Yes<JsonNode> yes -> new Answer.Stock(held(yes.value(), items));
    };
  }

  private static List<Held> held(JsonNode products, Map<Sku, String> wanted) {
    Map<Sku, Held> bySku = new TreeMap<>();
    Set<Sku> twice = new HashSet<>();
    for (JsonNode product : products) {
      Optional<Sku> sku = Sku.read(product.path("sku").asText("")).filter(wanted::containsKey);
      if (sku.isEmpty() || !countsItself(product)) {
        continue;
      }
      Held held = new Held(sku.get(), item(product), Sellable.WHOLE_STORE, units(product));
      if (bySku.putIfAbsent(sku.get(), held) != null) {
        twice.add(sku.get());
      }
    }
    bySku.keySet().removeAll(twice);
    return new ArrayList<>(bySku.values());
  }

  /** A variation may leave its stock to the product: then it says "parent". */
  static boolean countsItself(JsonNode product) {
    return product.path("manage_stock").isBoolean()
        && product.path("manage_stock").asBoolean()
        && product.path("stock_quantity").isNumber();
  }

  static long units(JsonNode product) {
    return product.path("stock_quantity").asLong();
  }

  /** The product's number; for a variation that of its product before it. */
  static String item(JsonNode product) {
    long parent = product.path("parent_id").asLong();
    return product.path("type").asText().equals("variation") && parent > 0
        ? parent + "/variations/" + product.path("id").asText()
        : product.path("id").asText();
  }

  @Override
  public Outcome set(Store store, String apiSecret, Held held, long units, String key) {
    String url = products(store) + "/" + held.item();
    StoreApi.SecretHeader basic = WooCommerceApi.basic(apiSecret);
    Reply<JsonNode> now =
        api.call(what(store, "reading stock again"), "GET", url, basic, MissingNode.getInstance());
    if (now instanceof Reply.Yes<JsonNode> read && units(read.value()) != held.units()) {
      return new Outcome.Changed();
    }
    Reply<JsonNode> reply =
        now.ask(same ->
            api.call(
                what(store, "setting stock"),
                "PUT",
                url,
                basic,
                api.object().put("stock_quantity", units)));
    return switch (reply) {
      case Reply.No<JsonNode> no -> new Outcome.Refused(no.why());
      case Reply.Yes<JsonNode> yes -> new Outcome.Done();
    };
  }

  private static String products(Store store) {
    return store.apiUrl() + "/wp-json/wc/v3/products";
  }

  private static String what(Store store, String question) {
    return store.id() + " (woocommerce): " + question;
  }
}

package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.BodySignature;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shopify's Admin GraphQL API 2026-07, as far as its orders and fulfilments go. */
final class FakeShopify implements FakeStore {
  private static final String PATH = "/admin/api/2026-07/graphql.json";
  private static final Pattern OPERATION = Pattern.compile("\\b(?:query|mutation)\\s+(\\w+)");

  private final ObjectMapper json = new ObjectMapper();
  private final String webhookSecret;
  private final String accessToken;
  private final ShopifyBooks books;
  private final ShopifyMutations mutations;
  private final ShopifyGraph graph;

  FakeShopify(
      String webhookSecret, String accessToken, List<String> locations, InstantSource clock) {
    this.webhookSecret = webhookSecret;
    this.accessToken = accessToken;
    this.books = new ShopifyBooks(locations, clock);
    this.mutations = new ShopifyMutations(books);
    this.graph = new ShopifyGraph(books, mutations);
  }

  @Override
  public void place(ObjectNode order) {
    books.place(order);
  }

  @Override
  public void stock(String sku, String location, long units) {
    books.shelves().set(sku, location, units);
  }

  @Override
  public Map<String, Long> stock(String sku) {
    return books
        .shelves()
        .item(sku)
        .<Map<String, Long>>map(item -> item.available)
        .orElse(Map.of());
  }

  @Override
  public Map.Entry<String, ObjectNode> stockNews(String sku, String location) {
    ShopifyShelves.Item item = books.shelves().item(sku).orElseThrow();
    String number = item.id.substring(item.id.lastIndexOf('/') + 1);
    ObjectNode level =
        json.createObjectNode()
            .put("inventory_item_id", Long.parseLong(number))
            .put("location_id", Long.parseLong(location))
            .put("available", item.available.get(location))
            .put("updated_at", books.now())
            .put(
                "admin_graphql_api_id",
                "gid://shopify/InventoryLevel/" + location + "?inventory_item_id=" + number);
    return Map.entry("inventory_levels/update", level);
  }

  @Override
  public boolean isAboutStock(Asked asked) {
    return what(asked).endsWith("Stock");
  }

  @Override
  public boolean setsStock(Asked asked) {
    return what(asked).equals("CutoffSetStock");
  }

  @Override
  public String what(Asked asked) {
    Matcher name = OPERATION.matcher(asked.body().path("query").asText());
    return name.find() ? name.group(1) : asked.method() + " " + asked.path();
  }

  @Override
  public Answer answer(Asked asked) {
    if (!accessToken.equals(asked.headers().get("x-shopify-access-token"))) {
      return error(
          401, "[API] Invalid API key or access token (unrecognized login or wrong password)");
    }
    if (!asked.path().equals(PATH) || !asked.method().equals("POST")) {
      return error(404, "Not Found");
    }
    JsonNode variables = asked.body().path("variables");
    Map<String, Object> answer =
        graph.execute(
            asked.body().path("query").asText(),
            variables.isObject() ? json.convertValue(variables, ShopifyGraph.VARIABLES) : Map.of());
    return new Answer(200, json.valueToTree(answer));
  }

  @Override
  public SignedWebhook webhook(String topic, byte[] body, int delivery) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("X-Shopify-Topic", topic);
    headers.put("X-Shopify-API-Version", "2026-07");
    headers.put("X-Shopify-Webhook-Id", new UUID(0x4000L, Long.MIN_VALUE + delivery).toString());
    headers.put("X-Shopify-Hmac-Sha256", BodySignature.of(body, webhookSecret));
    return new SignedWebhook(headers, body);
  }

  @Override
  public List<String> told(String externalId) {
    return books.told(externalId);
  }

  @Override
  public void byHand(String externalId, ByHand act) {
    mutations.byHand(order(externalId), act);
  }

  @Override
  public List<String> mails(String externalId) {
    return books.mails(externalId);
  }

  /** Of fulfilments in force; what happened last there is how far all their parcels are. */
  @Override
  public Map<String, String> parcels(String externalId) {
    Map<String, String> parcels = new TreeMap<>();
    for (ShopifyBooks.Fulfilment each : order(externalId).fulfilments) {
      if (each.status.equals("SUCCESS")) {
        String status =
            each.events.isEmpty()
                ? "FULFILLED"
                : String.valueOf(each.events.getLast().get("status"));
        each.trackingInfo.forEach(info -> parcels.put(String.valueOf(info.get("number")), status));
      }
    }
    return parcels;
  }

  private ShopifyBooks.BookedOrder order(String externalId) {
    return books.order(ShopifyBooks.gid("Order", externalId)).orElseThrow();
  }

  private static Answer error(int status, String message) {
    return new Answer(status, JsonNodeFactory.instance.objectNode().put("errors", message));
  }
}

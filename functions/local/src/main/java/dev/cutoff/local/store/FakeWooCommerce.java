package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.BodySignature;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** WooCommerce's REST API v3: one order, its changes and its notes. */
final class FakeWooCommerce implements FakeStore {
  private static final Pattern PATH = Pattern.compile("/wp-json/wc/v3/orders/([0-9]+)(/notes)?");
  private static final String PRODUCTS = "/wp-json/wc/v3/products";
  private static final Pattern SKUS = Pattern.compile("(?:^|&)sku=([^&]*)");
  private static final Set<String> STATUSES =
      Set.of(
          "pending",
          "processing",
          "on-hold",
          "completed",
          "cancelled",
          "refunded",
          "failed",
          "trash");

  /** The real one ignores what it does not know; here it is a mistake that a test shall show. */
  private static final Set<String> CHANGEABLE = Set.of("status", "meta_data");

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final String webhookSecret;
  private final String authorization;
  private final InstantSource clock;
  private final Map<String, ObjectNode> orders = new TreeMap<>();
  private final WooNotes notes = new WooNotes();
  private final Map<String, List<String>> told = new TreeMap<>();
  private final WooProducts products = new WooProducts();
  private int ids = 1_000;

  FakeWooCommerce(String webhookSecret, String apiSecret, InstantSource clock) {
    this.webhookSecret = webhookSecret;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(apiSecret.getBytes(StandardCharsets.UTF_8));
    this.clock = clock;
  }

  @Override
  public void place(ObjectNode order) {
    String id = order.path("id").asText();
    ObjectNode placed = order.deepCopy();
    ObjectNode known = orders.put(id, placed);
    if (known != null) {
      placed.set("meta_data", known.withArray("meta_data"));
    }
    products.follow(placed);
  }

  @Override
  public void stock(String sku, String location, long units) {
    products.set(sku, units);
  }

  @Override
  public Map<String, Long> stock(String sku) {
    return products
        .of(sku)
        .map(product -> Map.of("", product.path("stock_quantity").asLong()))
        .orElse(Map.of());
  }

  @Override
  public Map.Entry<String, ObjectNode> stockNews(String sku, String location) {
    return Map.entry("product.updated", products.of(sku).orElseThrow());
  }

  @Override
  public boolean isAboutStock(Asked asked) {
    return asked.path().startsWith(PRODUCTS);
  }

  @Override
  public boolean setsStock(Asked asked) {
    return isAboutStock(asked) && asked.method().equals("PUT");
  }

  private Answer product(Asked asked) {
    if (asked.path().equals(PRODUCTS) && asked.method().equals("GET")) {
      Matcher skus = SKUS.matcher(asked.query());
      return new Answer(200, products.find(skus.find() ? skus.group(1) : ""));
    }
    Optional<ObjectNode> product =
        products.withId(asked.path().substring(asked.path().lastIndexOf('/') + 1));
    if (product.isEmpty()) {
      return error(404, "woocommerce_rest_product_invalid_id", "Invalid ID.");
    }
    if (asked.method().equals("PUT")) {
      JsonNode units = asked.body().path("stock_quantity");
      if (!units.isIntegralNumber() || asked.body().size() != 1) {
        return error(400, "rest_invalid_param", "Invalid parameter(s)");
      }
      product.get().put("stock_quantity", units.asLong());
    }
    return new Answer(200, product.get());
  }

  @Override
  public String what(Asked asked) {
    return asked.method() + " " + asked.path();
  }

  @Override
  public Answer answer(Asked asked) {
    if (!authorization.equals(asked.headers().get("authorization"))) {
      return error(401, "woocommerce_rest_cannot_view", "Sorry, you cannot view this resource.");
    }
    if (isAboutStock(asked)) {
      return product(asked);
    }
    Matcher path = PATH.matcher(asked.path());
    if (!path.matches()) {
      return error(404, "rest_no_route", "No route was found matching the URL.");
    }
    ObjectNode order = orders.get(path.group(1));
    if (order == null) {
      return error(404, "woocommerce_rest_shop_order_invalid_id", "Invalid ID.");
    }
    return switch (asked.method() + (path.group(2) == null ? "" : path.group(2))) {
      case "GET" -> new Answer(200, order);
      case "PUT" -> change(path.group(1), order, asked.body());
      case "GET/notes" -> new Answer(200, notes.of(path.group(1)));
      case "POST/notes" -> note(path.group(1), asked.body());
      default -> error(404, "rest_no_route", "No route was found matching the method.");
    };
  }

  private Answer change(String id, ObjectNode order, JsonNode changes) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (!CHANGEABLE.contains(change.getKey())) {
        return error(400, "rest_invalid_param", "Invalid parameter(s): " + change.getKey());
      }
    }
    String status = changes.path("status").asText("");
    if (changes.has("status") && !STATUSES.contains(status)) {
      return error(400, "rest_invalid_param", "Invalid parameter(s): status");
    }
    if (!status.isEmpty() && !status.equals(order.path("status").asText())) {
      become(id, order, status);
      log(id).add("status " + status);
    }
    changes.path("meta_data").forEach(meta -> setMeta(id, order, meta));
    order.put("date_modified_gmt", now());
    return new Answer(200, order);
  }

  /** With the mail that WooCommerce sends by itself where the shop left it switched on. */
  private void become(String id, ObjectNode order, String status) {
    order.put("status", status);
    products.follow(order);
    if (status.equals("completed")) {
      notes.mails(id).add("completed");
    }
  }

  /** By id where the change names one, else by key; a key of its own is new. */
  private void setMeta(String id, ObjectNode order, JsonNode change) {
    ArrayNode all = order.withArray("meta_data");
    for (JsonNode each : all) {
      if (change.path("key").equals(each.path("key"))
          && (!change.has("id") || change.path("id").equals(each.path("id")))) {
        ((ObjectNode) each).set("value", change.path("value").deepCopy());
        tellMeta(id, change);
        return;
      }
    }
    ids++;
    ObjectNode meta = all.addObject().put("id", ids);
    meta.set("key", change.path("key"));
    meta.set("value", change.path("value").deepCopy());
    tellMeta(id, change);
  }

  private void tellMeta(String id, JsonNode change) {
    List<String> numbers = new ArrayList<>();
    change.path("value").forEach(item -> numbers.add(item.path("tracking_number").asText("?")));
    log(id).add(change.path("key").asText() + " " + String.join(", ", numbers));
  }

  private Answer note(String id, JsonNode body) {
    String wrong = WooNotes.wrong(body);
    if (!wrong.isEmpty()) {
      return error(400, "rest_invalid_param", wrong);
    }
    ObjectNode note = notes.add(id, body);
    log(id)
        .add(
            (note.path("customer_note").asBoolean() ? "note to the customer: " : "private note: ")
                + note.path("note").asText());
    return new Answer(201, note);
  }

  @Override
  public SignedWebhook webhook(String topic, byte[] body, int delivery) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "WooCommerce/9.4.2 Hookshot (WordPress/6.5.5)");
    headers.put("X-WC-Webhook-Topic", topic);
    headers.put("X-WC-Webhook-Resource", topic.substring(0, Math.max(0, topic.indexOf('.'))));
    headers.put("X-WC-Webhook-Event", topic.substring(topic.indexOf('.') + 1));
    headers.put("X-WC-Webhook-ID", "1");
    headers.put("X-WC-Webhook-Delivery-ID", "%032x".formatted(delivery));
    headers.put("X-WC-Webhook-Signature", BodySignature.of(body, webhookSecret));
    return new SignedWebhook(headers, body);
  }

  @Override
  public List<String> told(String externalId) {
    return List.copyOf(log(externalId));
  }

  @Override
  public void byHand(String externalId, ByHand act) {
    ObjectNode order = Optional.ofNullable(orders.get(externalId)).orElseThrow();
    switch (act) {
      case ByHand.Status status -> become(externalId, order, status.status());
      case ByHand.Renumber renumber -> {
        for (JsonNode meta : order.path("meta_data")) {
          for (JsonNode item : meta.path("value")) {
            if (item.path("tracking_number").asText().equals(renumber.from())) {
              ((ObjectNode) item).put("tracking_number", renumber.to());
            }
          }
        }
      }
      case ByHand.Hold hold -> throw new IllegalArgumentException("orders are not held here");
      case ByHand.Release release -> throw new IllegalArgumentException("orders are not held here");
      case ByHand.CancelFulfilment cancel ->
          throw new IllegalArgumentException("there are no fulfilments here");
    }
  }

  @Override
  public List<String> mails(String externalId) {
    return List.copyOf(notes.mails(externalId));
  }

  /**
   * The numbers of the plug-in's meta data; how far each is say the private notes, newest first.
   */
  @Override
  public Map<String, String> parcels(String externalId) {
    Map<String, String> parcels = new TreeMap<>();
    for (JsonNode meta : orders.getOrDefault(externalId, nodes.objectNode()).path("meta_data")) {
      if (meta.path("key").asText().equals("_wc_shipment_tracking_items")) {
        for (JsonNode item : meta.path("value")) {
          String number = item.path("tracking_number").asText();
          parcels.put(number, notes.lastOf(externalId, number));
        }
      }
    }
    return parcels;
  }

  private List<String> log(String id) {
    return told.computeIfAbsent(id, any -> new ArrayList<>());
  }

  private String now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.SECONDS)
        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private Answer error(int status, String code, String message) {
    ObjectNode body = nodes.objectNode().put("code", code).put("message", message);
    body.putObject("data").put("status", status);
    return new Answer(status, body);
  }
}

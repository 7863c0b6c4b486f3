package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.ratecard.WebhookSignature;
import dev.cutoff.local.courier.Couriers;
import dev.cutoff.local.courier.Pace;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What stores, couriers and people do to a shop, and what they see of it. */
final class Play {
  static final String SHOPIFY = "acme";
  static final String WOO = "acme-woo";

  /** Longer than all retries of all steps together. */
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final Shop shop;
  private final Duration patience;
  private final Api api;

  Play(Shop shop) {
    this(shop, PATIENCE);
  }

  Play(Shop shop, Duration patience) {
    this.shop = shop;
    this.patience = patience;
    this.api = shop.api();
  }

  /** The customer orders in the store, and the store's webhook arrives; its answer. */
  Api.Answer places(AShopifyOrder order) {
    byte[] body = order.at(shop.now());
    shop.stores().place(SHOPIFY, body);
    return sends(SHOPIFY, "orders/create", body);
  }

  /** The store says it again, as it is now. */
  Api.Answer updates(AShopifyOrder order) {
    byte[] body = order.updatedAt(shop.now());
    shop.stores().place(SHOPIFY, body);
    return sends(SHOPIFY, "orders/updated", body);
  }

  Api.Answer places(AWooOrder order) {
    byte[] body = order.at(shop.now());
    shop.stores().place(WOO, body);
    return sends(WOO, "order.created", body);
  }

  /** A genuine webhook with these very bytes. */
  Api.Answer sends(String store, String topic, byte[] body) {
    return api.deliver(store, shop.stores().webhook(store, topic, body));
  }

  Instant now() {
    return shop.now();
  }

  JsonNode order(String orderId) {
    return api.get("/orders/" + orderId).is(200).json();
  }

  String state(String orderId) {
    Api.Answer answer = api.get("/orders/" + orderId);
    return answer.status() == 404 ? "unknown" : answer.is(200).text("state");
  }

  List<JsonNode> timeline(String orderId) {
    return api.all("/orders/" + orderId + "/timeline");
  }

  /** Waits for that state; the order as it is then. */
  JsonNode becomes(String orderId, String state) {
    return becomes(orderId, state, patience);
  }

  JsonNode becomes(String orderId, String state, Duration limit) {
    boolean there = shop.until(() -> state(orderId).equals(state), limit);
    assertThat(there)
        .as(() ->
            orderId + " is to be " + state + ", and is " + api.get("/orders/" + orderId).json())
        .isTrue();
    return order(orderId);
  }

  /** Waits until the order is held for that reason; its one exception. */
  JsonNode isHeld(String orderId, String reason) {
    JsonNode exception = exceptionOf(orderId);
    assertThat(exception.path("reason").asText()).as(exception.toString()).isEqualTo(reason);
    return exception;
  }

  /** Waits until the order is held, for whatever reason; its one exception. */
  JsonNode exceptionOf(String orderId) {
    boolean there = shop.until(() -> !exceptions(orderId).isEmpty(), patience);
    assertThat(there)
        .as(() -> orderId + " is to be held, and is " + api.get("/orders/" + orderId).json())
        .isTrue();
    assertThat(state(orderId)).isEqualTo("held");
    return exception(orderId);
  }

  /** Its only open exception. */
  JsonNode exception(String orderId) {
    List<JsonNode> open = exceptions(orderId);
    assertThat(open).as("open exceptions of " + orderId).hasSize(1);
    return open.getFirst();
  }

  List<JsonNode> exceptions(String orderId) {
    return api.all("/exceptions").stream()
        .filter(each -> each.path("orderId").asText().equals(orderId))
        .toList();
  }

  Api.Answer resolves(String orderId, Map<String, ?> decision) {
    return api.post("/exceptions/" + exception(orderId).path("id").asText() + "/resolve", decision);
  }

  Api.Answer cancels(String orderId) {
    return api.post("/orders/" + orderId + "/cancel", Map.of("why", "changed my mind"));
  }

  Api.Answer counts(String sku, String node, long count) {
    return api.post(
        "/stock/observations",
        Map.of(
            "sku", sku,
            "node", node,
            "count", count,
            "observedAt", shop.now().toString(),
            "source", "counted by hand"));
  }

  List<JsonNode> stock(String sku) {
    return api.all("/stock/" + sku);
  }

  long reserved(String sku) {
    return stock(sku).stream().mapToLong(level -> level.path("reserved").asLong()).sum();
  }

  long onHand(String sku) {
    return stock(sku).stream().mapToLong(level -> level.path("onHand").asLong()).sum();
  }

  /** A person says that all of the order's shipments left the house. */
  void handsOver(String orderId) {
    for (JsonNode shipment : order(orderId).path("shipments")) {
      api.post("/shipments/" + shipment.path("shipmentId").asText() + "/handover", Map.of())
          .is(200);
    }
  }

  /** Every courier scans every parcel one step further; how many scans there were. */
  int couriersScan() {
    return new Couriers(
            shop.client(),
            carrier -> shop.secret(carrier + "-webhook"),
            Pace.atOnce(),
            () -> shop.now())
        .scan();
  }

  /** The carrier of the order's first parcel says something of it, now. */
  void carrierSays(String orderId, String status, String place) {
    JsonNode parcel = order(orderId).at("/shipments/0/parcels/0");
    String carrier = parcel.path("carrier").asText();
    String number = parcel.path("trackingNumber").asText();
    String id = number + "-" + status;
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("events")
        .addObject()
        .put("id", id)
        .put("trackingNumber", number)
        .put("status", status)
        .put("occurredAt", shop.now().toString())
        .put("place", place);
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    String signature =
        WebhookSignature.sign(shop.secret(carrier + "-webhook"), id, shop.now(), bytes);
    Map<String, String> headers =
        Map.of(
            WebhookSignature.ID,
            id,
            WebhookSignature.TIMESTAMP,
            Long.toString(shop.now().getEpochSecond()),
            WebhookSignature.SIGNATURE,
            signature);
    int answer = shop.client().deliver("/tracking/" + carrier, headers, bytes).status();
    assertThat(answer).isEqualTo(202);
  }

  /** The couriers scan whatever is on its way until this order is delivered. */
  void isCarried(String orderId) {
    boolean there =
        shop.until(
            () -> {
              try {
                couriersScan();
              } catch (UncheckedIOException nobodyAnswered) {
                // Then they scan again.
              }
              return state(orderId).equals("delivered");
            },
            patience);
    assertThat(there).as(() -> "delivered is to be " + order(orderId)).isTrue();
  }

  /** What the store was told of an order that matters to its customer: parcels on their way. */
  List<String> toldShipped(String store, String externalId) {
    return shop.stores().told(store, externalId).stream()
        .filter(
            line -> line.startsWith("fulfilled") || line.startsWith("_wc_shipment_tracking_items"))
        .toList();
  }

  /** What was mailed about an order: one line for each mail. */
  List<String> mails(String orderId) {
    return shop.mails(orderId);
  }
}

package dev.cutoff.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the people of a story can do: order in a store, pay, cancel, decide, fetch. */
final class Stage {
  private static final String SHOPIFY = "acme";
  private static final String WOO = "acme-woo";

  private final FakeStores stores;
  private final Client client;
  private final InstantSource clock;
  private final Map<String, List<String>> answers = new LinkedHashMap<>();

  Stage(FakeStores stores, Client client, InstantSource clock) {
    this.stores = stores;
    this.client = client;
    this.clock = clock;
  }

  /** The order is placed in the store, and the store's webhook arrives. */
  void order(ShopifyOrder order) {
    Instant now = clock.instant();
    deliver(SHOPIFY, "orders/create", order.at(now, null), true);
  }

  /** The store says it again, changed since. */
  void update(ShopifyOrder order, Instant created) {
    deliver(SHOPIFY, "orders/updated", order.at(created, clock.instant()), true);
  }

  /** The very same bytes again. */
  void again(ShopifyOrder order, Instant created) {
    deliver(SHOPIFY, "orders/create", order.at(created, null), false);
  }

  void order(WooOrder order) {
    byte[] bytes = order.at(clock.instant());
    deliver(WOO, "order.created", bytes, true);
    // WooCommerce sends both, with the same bytes.
    deliver(WOO, "order.updated", bytes, false);
  }

  Client.Answer cancel(String orderId) {
    return client.post("/orders/" + orderId + "/cancel", Map.of("why", "changed my mind"));
  }

  Client.Answer handOver(String shipmentId) {
    return client.post("/shipments/" + shipmentId + "/handover", Map.of());
  }

  /** A person decides on what is held of an order. */
  void resolve(String orderId, Map<String, ?> decision) {
    for (JsonNode exception : client.all("/exceptions")) {
      if (exception.path("orderId").asText().equals(orderId)) {
        Client.Answer answer =
            client.post("/exceptions/" + exception.path("id").asText() + "/resolve", decision);
        if (answer.status() != 200) {
          throw new IllegalStateException(orderId + ": not resolved, " + answer.json());
        }
      }
    }
  }

  /** How the store was answered for an order, in order. */
  List<String> answers(String orderId) {
    return answers.getOrDefault(orderId, List.of());
  }

  private void deliver(String store, String topic, byte[] body, boolean isNews) {
    if (isNews) {
      stores.place(store, body);
    }
    SignedWebhook webhook = stores.webhook(store, topic, body);
    JsonNode answer =
        client.deliver("/webhooks/" + store, webhook.headers(), webhook.body()).json();
    answers
        .computeIfAbsent(answer.path("orderId").asText(), id -> new ArrayList<>())
        .add(answer.path("result").asText());
  }
}

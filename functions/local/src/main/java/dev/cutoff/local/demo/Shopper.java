package dev.cutoff.local.demo;

import dev.cutoff.local.client.Client;
import dev.cutoff.local.store.FakeStores;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A customer who keeps ordering in the example's Shopify store. */
public final class Shopper {
  private static final List<String> WANTS = List.of("TEE-BLK-M", "MUG-01", "KIT-TEA", "SURF-WAX");
  private static final int NUMBERS = 900_000_000;

  private final FakeStores stores;
  private final Client client;
  private final InstantSource clock;

  public Shopper(FakeStores stores, Client client, InstantSource clock) {
    this.stores = stores;
    this.client = client;
    this.clock = clock;
  }

  /** Orders one thing; returns what Cutoff answered. */
  public String order() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    // The second is the number: nobody here orders twice in one.
    int number = (int) (now.getEpochSecond() % NUMBERS);
    ShopifyOrder order = ShopifyOrder.number(number).line(WANTS.get(number % WANTS.size()), 1);
    byte[] bytes = order.at(now, null);
    stores.place("acme", bytes);
    var webhook = stores.webhook("acme", "orders/create", bytes);
    Client.Answer answer = client.deliver("/webhooks/acme", webhook.headers(), webhook.body());
    return answer.json().path("orderId").asText() + " " + answer.json().path("result").asText();
  }
}

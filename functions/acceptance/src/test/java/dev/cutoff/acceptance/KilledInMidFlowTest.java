package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.store.FakeStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./cutoff up}, killed without warning twenty times while orders are on their way: every
 * order that was accepted ends right, every label is bought once, every customer is told once.
 */
final class KilledInMidFlowTest {
  private static final int KILLS = 20;
  private static final int ORDERS_A_ROUND = 3;
  private static final long SEED = 20_261_123L;

  @TempDir Path home;

  @Test
  void everyAcceptedOrderEndsRightAfterTwentyKills() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    Map<String, String> accepted = new LinkedHashMap<>();
    try (FakeStores stores = FakeStores.start(0, Clock.systemUTC())) {
      ServedShop shop = ServedShop.prepare(home, stores);
      int number = 50_000;
      for (int round = 0; round < KILLS; round++) {
        shop.up();
        for (int i = 0; i < ORDERS_A_ROUND; i++) {
          number++;
          deliver(shop, stores, number, accepted);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(900));
        shop.kill();
      }
      shop.up();
      assertThat(accepted).as("orders that were accepted").hasSizeGreaterThan(KILLS);
      awaitDelivered(shop.client(), accepted.keySet().stream().toList());
      for (String orderId : accepted.keySet()) {
        endedRight(shop.client(), stores, orderId, accepted.get(orderId));
      }
      stockAddsUp(shop.client(), accepted.size());
      shop.stop();
    }
  }

  /** An order counts as accepted where the answer came; one without an answer may or may not be. */
  private static void deliver(
      ServedShop shop, FakeStores stores, int number, Map<String, String> accepted) {
    byte[] order = SampleOrders.mug(number, Instant.now());
    stores.place("acme", order);
    var webhook = stores.webhook("acme", "orders/create", order);
    Client.Answer answer =
        shop.client().deliver("/webhooks/acme", webhook.headers(), webhook.body());
    assertThat(answer.status()).isEqualTo(202);
    accepted.put(answer.json().path("orderId").asText(), Integer.toString(number));
  }

  private static void awaitDelivered(Client client, List<String> orderIds)
      throws InterruptedException {
    Instant limit = Instant.now().plusSeconds(300);
    List<String> open = new ArrayList<>(orderIds);
    while (!open.isEmpty() && Instant.now().isBefore(limit)) {
      open.removeIf(
          id -> client.get("/orders/" + id).json().path("state").asText().equals("delivered"));
      TimeUnit.MILLISECONDS.sleep(500);
    }
    assertThat(open)
        .as(
            "not delivered: %s",
            open.stream().map(id -> client.get("/orders/" + id).json()).toList())
        .isEmpty();
  }

  private void endedRight(Client client, FakeStores stores, String orderId, String number)
      throws IOException, InterruptedException {
    JsonNode order = client.get("/orders/" + orderId).json();
    assertThat(order.path("shipments")).as(orderId).hasSize(1);
    JsonNode parcels = order.path("shipments").get(0).path("parcels");
    assertThat(parcels).as(orderId).hasSize(1);
    String tracking = parcels.get(0).path("trackingNumber").asText();
    Instant limit = Instant.now().plusSeconds(120);
    while (mails(orderId).size() < 3 && Instant.now().isBefore(limit)) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    assertThat(mails(orderId)).as("mails of " + orderId).hasSize(3);
    assertThat(
            stores.told("acme", SampleOrders.externalId(number)).stream()
                .filter(line -> line.startsWith("fulfilled") && line.contains(tracking)))
        .as("what the store was told of " + orderId)
        .hasSize(1);
  }

  private List<String> mails(String orderId) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("data/mails"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(orderId) && name.endsWith(".eml"))
          .toList();
    }
  }

  private static void stockAddsUp(Client client, int sold) {
    long gone = 0;
    for (JsonNode level : client.all("/stock/MUG-01")) {
      assertThat(level.path("reserved").asLong()).isZero();
      gone +=
          ServedShop.opening("MUG-01", level.path("node").asText()) - level.path("onHand").asLong();
    }
    assertThat(gone).as("mugs that left the shelves").isEqualTo(sold);
  }
}

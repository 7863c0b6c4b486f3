package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.courier.Couriers;
import dev.cutoff.local.courier.Pace;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
  private static final int LONGEST_LIFE_MILLIS = 3_000;
  private static final long SEED = 20_261_123L;
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final long POLL_MILLIS = 100;

  @TempDir Path home;

  /** Numbers of orders whose webhook the store has to send, or to send again. */
  private final Deque<Integer> unanswered = new ArrayDeque<>();

  private final Map<Integer, String> accepted = new LinkedHashMap<>();

  @Test
  void everyAcceptedOrderEndsRightAfterTwentyKills() throws Exception {
    Random random = new Random(SEED);
    try (FakeStores stores = FakeStores.start(0, Clock.systemUTC())) {
      ServedShop shop = ServedShop.prepare(home, stores);
      Couriers couriers =
          new Couriers(
              shop.client(), carrier -> ServedShop.SCANS, Pace.atOnce(), Clock.systemUTC());
      int number = 50_000;
      for (int round = 0; round < KILLS; round++) {
        shop.up();
        for (int i = 0; i < ORDERS_A_ROUND; i++) {
          number++;
          stores.place("acme", SampleOrders.mug(number));
          unanswered.add(number);
        }
        CompletableFuture<Void> killed = killSoon(shop, random.nextInt(LONGEST_LIFE_MILLIS));
        while (!killed.isDone()) {
          live(shop, stores, couriers);
        }
        killed.get(10, TimeUnit.SECONDS);
      }
      shop.up();
      // What the last kill cut off: the store sends again what was never answered.
      BooleanSupplier allIn = () -> unanswered.isEmpty() && allDelivered(shop.client());
      await("all delivered", allIn, () -> live(shop, stores, couriers));

      assertThat(accepted).hasSize(KILLS * ORDERS_A_ROUND);
      for (Map.Entry<Integer, String> each : accepted.entrySet()) {
        endedRight(shop.client(), stores, each.getValue(), each.getKey());
      }
      assertThat(shop.client().all("/orders")).hasSize(accepted.size());
      assertThat(shop.client().all("/exceptions")).isEmpty();
      assertThat(shop.client().all("/deadletters")).isEmpty();
      stockAddsUp(shop.client(), accepted.size());
      shop.stop();
    }
  }

  private static CompletableFuture<Void> killSoon(ServedShop shop, int millis) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            shop.kill();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
  }

  /** A moment of a shop's life: a webhook, and the couriers' round. It may die at any point. */
  private void live(ServedShop shop, FakeStores stores, Couriers couriers) {
    try {
      Integer number = unanswered.peek();
      if (number != null && deliver(shop, stores, number)) {
        unanswered.remove();
      }
      couriers.scan();
    } catch (UncheckedIOException killedMeanwhile) {
      // Nobody answered: the store sends it again, and the couriers scan again.
    }
  }

  /** An order counts as accepted where the answer came; without one, the store sends it again. */
  private boolean deliver(ServedShop shop, FakeStores stores, int number) {
    SignedWebhook webhook = stores.webhook("acme", "orders/create", SampleOrders.mug(number));
    Client.Answer answer =
        shop.client().deliver("/webhooks/acme", webhook.headers(), webhook.body());
    if (answer.status() == 202) {
      accepted.put(number, answer.json().path("orderId").asText());
      return true;
    }
    assertThat(answer.status()).as("told to come again").isEqualTo(503);
    return false;
  }

  private boolean allDelivered(Client client) {
    return accepted.values().stream()
        .allMatch(
            id -> client.get("/orders/" + id).json().path("state").asText().equals("delivered"));
  }

  private void endedRight(Client client, FakeStores stores, String orderId, int number)
      throws IOException {
    JsonNode order = client.get("/orders/" + orderId).json();
    assertThat(order.path("shipments")).as(orderId).hasSize(1);
    JsonNode parcels = order.path("shipments").get(0).path("parcels");
    assertThat(parcels).as(orderId).hasSize(1);
    String tracking = parcels.get(0).path("trackingNumber").asText();
    await("the mails of " + orderId, () -> mails(orderId).size() >= 3, () -> {});
    assertThat(mails(orderId)).as("mails of " + orderId).hasSize(3);
    String externalId = SampleOrders.externalId(number);
    await("the store's word on " + orderId, () -> !told(stores, externalId).isEmpty(), () -> {});
    assertThat(told(stores, externalId)).as("what the store was told of " + orderId).hasSize(1);
    assertThat(told(stores, externalId).getFirst()).contains(tracking);
    assertThat(client.all("/orders/" + orderId + "/timeline"))
        .as(orderId)
        .filteredOn(entry -> entry.path("what").asText().startsWith("label bought"))
        .hasSize(1);
  }

  private static List<String> told(FakeStores stores, String externalId) {
    return stores.told("acme", externalId).stream()
        .filter(line -> line.startsWith("fulfilled"))
        .toList();
  }

  private List<String> mails(String orderId) {
    try (Stream<Path> files = Files.list(home.resolve("data/mails"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(orderId + "-") && name.endsWith(".eml"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(String what, BooleanSupplier done, Runnable meanwhile) throws IOException {
    Instant limit = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as(() -> what + "; the log says: " + log()).isBefore(limit);
      meanwhile.run();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
  }

  private String log() {
    try {
      return Files.readString(home.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

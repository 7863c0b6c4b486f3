package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./cutoff up}, killed without warning in the middle of a flash sale, twice: three hundred
 * orders for thirty units, several webhooks at once, everything on disk.
 */
final class FlashSaleKilledTest {
  private static final String SKU = "CALENDAR-27";
  private static final long CENTS = 1700;
  private static final Map<String, Integer> UNITS = Map.of("EAST", 19, "WEST", 11);
  private static final int SOLD = 30;
  private static final int ORDERS = 300;
  private static final int FIRST = 60_000;
  private static final int SENT_AT_ONCE = 16;

  @SuppressWarnings("TimeInStaticInitializer") // One time for all of a sale is meant.
  private static final Instant OPENED = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final long POLL_MILLIS = 20;

  /** Killed when so many orders are accepted. */
  private static final int[] KILLS = {40, 160};

  @TempDir private Path home;

  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  @Test
  void aSaleThatIsKilledTwiceSellsEachUnitOnceAndTellsEveryLoser() throws Exception {
    try (FakeStores stores = FakeStores.start(0, Clock.systemUTC())) {
      ServedShop shop = ServedShop.prepare(home, stores);
      shop.up();
      UNITS.forEach((node, units) -> count(shop.client(), node, units));
      List<SignedWebhook> unanswered = place(stores);
      for (int at : KILLS) {
        unanswered = send(shop, unanswered, at);
        shop.up();
      }
      while (!unanswered.isEmpty()) {
        unanswered = send(shop, unanswered, Integer.MAX_VALUE);
      }

      List<JsonNode> orders = decided(shop.client());

      assertThat(accepted).hasSize(ORDERS);
      assertThat(orders).hasSize(ORDERS);
      long sold = 0;
      List<String> losers = new ArrayList<>();
      for (JsonNode order : orders) {
        long units = reserved(order);
        sold += units;
        if (units == 0) {
          losers.add(order.path("orderId").asText());
        } else {
          assertThat(order.path("state").asText()).isEqualTo("labelled");
          assertThat(units).as("all of it or nothing").isEqualTo(ordered(order));
        }
      }
      assertThat(sold).isEqualTo(SOLD);
      assertThat(
              shop.client().all("/exceptions?reason=OUT_OF_STOCK").stream()
                  .map(each -> each.path("orderId").asText())
                  .toList())
          .containsExactlyInAnyOrderElementsOf(losers);
      for (JsonNode level : shop.client().all("/stock/" + SKU)) {
        assertThat(level.path("onHand").asInt())
            .isEqualTo(UNITS.getOrDefault(level.path("node").asText(), 0));
        assertThat(level.path("reserved")).isEqualTo(level.path("onHand"));
        assertThat(level.path("available").asInt()).isZero();
      }
      shop.stop();
    }
  }

  private static void count(Client client, String node, int units) {
    Client.Answer answer =
        client.post(
            "/stock/observations",
            Map.of(
                "sku", SKU,
                "node", node,
                "count", units,
                "observedAt", OPENED.toString(),
                "source", "counted by hand"));
    assertThat(answer.status()).isEqualTo(200);
  }

  /** Every eighth wants two, every tenth something else as well. */
  private static List<SignedWebhook> place(FakeStores stores) {
    List<SignedWebhook> webhooks = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      AShopifyOrder order = AShopifyOrder.number(FIRST + i).line(SKU, i % 8 == 3 ? 2 : 1, CENTS);
      if (i % 10 == 5) {
        order.line("MUG-01", 1, 1250);
      }
      byte[] body = order.at(OPENED);
      stores.place("acme", body);
      webhooks.add(stores.webhook("acme", "orders/create", body));
    }
    return webhooks;
  }

  /** Sends them until so many are accepted, kills the shop then; what has no answer yet. */
  private List<SignedWebhook> send(ServedShop shop, List<SignedWebhook> webhooks, int killedAt)
      throws Exception {
    Map<SignedWebhook, Future<Boolean>> sent = new LinkedHashMap<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(SENT_AT_ONCE)) {
      webhooks.forEach(each -> sent.put(each, connections.submit(() -> deliver(shop, each))));
      if (killedAt <= ORDERS) {
        await(() -> accepted.size() >= killedAt);
        shop.kill();
      }
    }
    List<SignedWebhook> unanswered = new ArrayList<>();
    for (Map.Entry<SignedWebhook, Future<Boolean>> each : sent.entrySet()) {
      if (!each.getValue().get()) {
        unanswered.add(each.getKey());
      }
    }
    return unanswered;
  }

  /** A store that is told to come again does so; false where nobody answers any more. */
  private boolean deliver(ServedShop shop, SignedWebhook webhook) {
    try {
      while (true) {
        Client.Answer answer =
            shop.client().deliver("/webhooks/acme", webhook.headers(), webhook.body());
        if (answer.status() == 202) {
          accepted.add(answer.json().path("orderId").asText());
          return true;
        }
        assertThat(answer.status()).as("told to come again").isEqualTo(503);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
      }
    } catch (UncheckedIOException killedMeanwhile) {
      return false;
    }
  }

  /** Waits until each order has its label or its exception; all orders then. */
  private List<JsonNode> decided(Client client) throws Exception {
    List<JsonNode> orders = new ArrayList<>();
    await(() -> {
      // Read before the orders: what is on hold by then may be told a moment later.
      Set<String> told =
          client.all("/exceptions").stream()
              .map(each -> each.path("orderId").asText())
              .collect(Collectors.toSet());
      orders.clear();
      orders.addAll(client.all("/orders"));
      return orders.size() == ORDERS
          && orders.stream()
              .allMatch(each ->
                  each.path("state").asText().equals("labelled")
                      || told.contains(each.path("orderId").asText()));
    });
    return orders;
  }

  private static long reserved(JsonNode order) {
    return sum(order, "reserved");
  }

  private static long ordered(JsonNode order) {
    return sum(order, "ordered");
  }

  private static long sum(JsonNode order, String what) {
    long sum = 0;
    for (JsonNode line : order.path("lines")) {
      if (line.path("sku").asText().equals(SKU)) {
        sum += line.path(what).asLong();
      }
    }
    return sum;
  }

  private void await(BooleanSupplier done) throws Exception {
    Instant limit = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(limit)) {
        throw new AssertionError(
            "not done; the log says: " + Files.readString(home.resolve("log")));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
    }
  }
}

package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.shop.LocalShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample event is decoded and run by its function, on an order that is where it expects. */
class EventsTest {
  private static final Path EVENTS = RunningShop.ROOT.resolve("events");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** When the samples happen; their signatures are fresh then. */
  private static final Instant NOW = Instant.parse("2026-11-24T19:30:00Z");

  private static final List<String> RECEIVED = List.of("intake/shopify-order");
  private static final List<String> INGESTED = and(RECEIVED, "ingest/order");
  private static final List<String> RESERVED = and(INGESTED, "reserve/order");
  private static final List<String> PLANNED = and(RESERVED, "rate-shop/order");
  private static final List<String> LABELLED = and(PLANNED, "label/order");
  private static final List<String> REFUSED_BY_INGEST =
      List.of("intake/shopify-order-without-zip", "ingest/order");
  private static final List<String> HELD = and(REFUSED_BY_INGEST, "hold/refused");
  private static final List<String> SHIPPED = and(LABELLED, "tracking-in/accepted");

  /** What has happened before, by the function or the very event. */
  private static final Map<String, List<String>> BEFORE =
      Map.ofEntries(
          Map.entry("intake", List.of()),
          Map.entry("intake/shopify-order-cancelled", INGESTED),
          Map.entry("ingest", RECEIVED),
          Map.entry("reserve", INGESTED),
          Map.entry("rate-shop", RESERVED),
          Map.entry("label", PLANNED),
          Map.entry("notify", LABELLED),
          Map.entry("compensate", and(LABELLED, "api/cancel-order")),
          Map.entry("await-payment", RESERVED),
          Map.entry("hold/failed", PLANNED),
          Map.entry("hold/refused", REFUSED_BY_INGEST),
          Map.entry("hold/escalated", HELD),
          Map.entry("hold/exhausted", and(HELD, "hold/escalated")),
          Map.entry("tracking-in", LABELLED),
          Map.entry("store-update", SHIPPED),
          Map.entry("store-update/batch-with-garbage", and(SHIPPED, "store-update/shipped")),
          Map.entry("customer-notice", SHIPPED),
          Map.entry("api", LABELLED),
          Map.entry("api/return-label", SHIPPED),
          Map.entry("api/assign-exception", HELD),
          Map.entry("api/list-exceptions", HELD),
          Map.entry("api/resolve-correct-address", HELD),
          Map.entry("api/resolve-override", HELD),
          Map.entry("api/resolve-retry", HELD),
          Map.entry("api/resolve-unknown-action", HELD),
          Map.entry("api/slip-inbound", List.of("api/promise-inbound")),
          Map.entry("api/receive-inbound", List.of("api/promise-inbound")),
          Map.entry("promise-watch", PLANNED),
          Map.entry("postage", PLANNED),
          Map.entry("dock-watch", LABELLED),
          Map.entry("stock-audit", RESERVED),
          Map.entry("hot-reservations", INGESTED),
          Map.entry("queue-for-stock", INGESTED),
          Map.entry("stock-change", RESERVED),
          Map.entry("sweeper", INGESTED));

  /** Answers other than 200 and 202. */
  private static final Map<String, Integer> REFUSED =
      Map.ofEntries(
          Map.entry("intake/shopify-bad-signature", 401),
          Map.entry("intake/unknown-store", 404),
          Map.entry("intake/unreadable", 400),
          Map.entry("api/resolve-unknown-action", 400),
          Map.entry("api/resolve-override", 409),
          Map.entry("api/label", 404),
          Map.entry("api/print-forged-link", 403),
          Map.entry("api/customer-page-unknown", 404),
          Map.entry("api/stop-notices-unknown", 404),
          Map.entry("api/answer-delay-unknown", 404),
          Map.entry("api/promise-inbound", 201),
          Map.entry("api/not-built-yet", 501));

  @TempDir Path home;

  static Stream<String> events() throws IOException {
    try (Stream<Path> files = Files.walk(EVENTS)) {
      List<String> all =
          files
              .filter(file -> file.getNameCount() == EVENTS.getNameCount() + 2)
              .map(file -> EVENTS.relativize(file).toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.substring(0, name.length() - ".json".length()))
              .sorted()
              .toList();
      return all.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void theEventIsAnsweredAsTheReadmeSays(String event) throws Exception {
    try (RunningShop shop = RunningShop.open(home, Clockwork.virtual(NOW), Map.of())) {
      placeTheOrder(shop);
      List<String> earlier = before(event);
      for (String each : earlier) {
        if (each.equals("ingest/order") && earlier.containsAll(REFUSED_BY_INGEST)) {
          assertThatThrownBy(() -> run(shop, each)).hasMessageContaining("OrderHeld");
        } else {
          run(shop, each);
        }
      }

      if (event.equals("hold/exhausted")) {
        assertThatThrownBy(() -> run(shop, event))
            .isInstanceOf(FunctionError.class)
            .hasMessageContaining("EscalationsExhausted");
        return;
      }
      JsonNode answer = JSON.readTree(run(shop, event));

      if (answer.has("statusCode")) {
        assertThat(answer.path("statusCode").asInt())
            .as(answer.toString())
            .isEqualTo(REFUSED.getOrDefault(event, isDelivery(event) ? 202 : 200));
      }
      if (answer.has("batchItemFailures")) {
        assertThat(answer.path("batchItemFailures"))
            .as(answer.toString())
            .hasSize(event.endsWith("batch-with-garbage") ? 1 : 0);
      }
    }
  }

  @Test
  void everyFunctionHasAnEvent() throws IOException {
    assertThat(events().map(EventsTest::function).distinct())
        .containsExactlyInAnyOrderElementsOf(LocalShop.functionNames());
  }

  /** The samples of one order tell its whole life. */
  @Test
  void theEventsInTheirOrderShipTheOrderAndTellStoreAndCustomerOnce() throws Exception {
    try (RunningShop shop = RunningShop.open(home, Clockwork.virtual(NOW), Map.of())) {
      Play play = new Play(shop);
      placeTheOrder(shop);
      for (String event : and(SHIPPED, "notify/order")) {
        run(shop, event);
      }
      assertThat(play.state("DTC-90412")).isEqualTo("shipped");
      for (int i = 0; i < 2; i++) {
        run(shop, "store-update/shipped");
        run(shop, "customer-notice/shipped");
      }

      assertThat(play.toldShipped(Play.SHOPIFY, "450789469")).hasSize(1);
      assertThat(play.mails("DTC-90412")).hasSize(1);
      JsonNode scans = JSON.readTree(run(shop, "tracking-in/one-of-three-is-garbage"));
      JsonNode taken = JSON.readTree(scans.path("body").asText());
      assertThat(taken.path("accepted").asInt()).isEqualTo(2);
      assertThat(taken.path("problems")).hasSize(1);
      assertThat(shop.object(taken.path("quarantineId").asText())).isPresent();
    }
  }

  /** The store's API knows it, as it would. */
  private static void placeTheOrder(Shop shop) throws IOException {
    JsonNode webhook = JSON.readTree(read("intake/shopify-order"));
    shop.stores().place(Play.SHOPIFY, webhook.path("body").asText().getBytes(UTF_8));
  }

  private static List<String> before(String event) {
    List<String> ofFunction = BEFORE.get(event.substring(0, event.indexOf('/')));
    return Objects.requireNonNull(
        BEFORE.getOrDefault(event, ofFunction),
        () -> "say in this test what has happened before " + event);
  }

  private static byte[] run(RunningShop shop, String event) throws FunctionError, IOException {
    return shop.invoke(function(event), read(event));
  }

  private static byte[] read(String event) throws IOException {
    return Files.readAllBytes(EVENTS.resolve(event + ".json"));
  }

  /** "rate-shop/order" is for RateShop. */
  private static String function(String event) {
    String folder = event.substring(0, event.indexOf('/')).replace("-", "");
    return LocalShop.functionNames().stream()
        .filter(name -> name.equalsIgnoreCase(folder))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no function " + folder));
  }

  private static boolean isDelivery(String event) {
    return event.startsWith("intake/") || event.startsWith("tracking-in/");
  }

  private static List<String> and(List<String> earlier, String... later) {
    List<String> all = new ArrayList<>(earlier);
    all.addAll(List.of(later));
    return List.copyOf(all);
  }
}

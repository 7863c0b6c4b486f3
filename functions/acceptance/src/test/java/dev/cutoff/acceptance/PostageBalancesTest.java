package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wallet of a played EasyPost that runs low. */
class PostageBalancesTest {
  private static final String CARRIER =
      """
      "carriers": [
        {"id": "usps", "name": "USPS", "provider": "easypost", "webhookSecretName": "usps-webhook",
         "pickupDays": ["MON", "TUE", "WED", "THU", "FRI"], "deliveryDays": ["MON", "TUE", "WED", "THU", "FRI"],
         "account": {"apiUrl": "http://127.0.0.1:PORT", "secretName": "easypost-key", "settle": "PT15M", "voidWithin": "P28D"},
         "services": [
           {"id": "ground", "name": "Ground", "countries": ["US"], "dimDivisor": 5000, "maxGrams": 20000, "maxLengthMm": 1200,
            "onTime": 0.9, "terms": {},
            "cards": [{"from": "2026-01-01", "weightsGrams": [20000], "surcharges": [],
              "zones": [{"id": "9", "upToKm": 20000, "transitDays": 9, "prices": ["999.00"]}]}]}]},\
      """;

  private HttpServer easypost;
  private RunningShop shop;
  private volatile String wallet = "100.00000";
  private volatile int status = 200;

  @BeforeEach
  void open() throws IOException {
    easypost = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    easypost.createContext("/v2/users", this::answer);
    easypost.start();
    String carrier = CARRIER.replace("PORT", "" + easypost.getAddress().getPort());
    shop =
        RunningShop.open(
            Shops.folder(),
            Clockwork.virtual(RunningShop.START),
            Map.of("easypost-key", "EZTKnot-a-key", "usps-webhook", "s3cret"),
            file -> file.replace("\"carriers\": [", carrier));
  }

  @AfterEach
  void close() {
    shop.close();
    easypost.stop(0);
  }

  @Test
  void itIsListedWithItsPaceAndToldOfUntilMoneyComesIn() throws Exception {
    round();
    JsonNode first = balance();
    assertThat(first.path("carrier").asText()).isEqualTo("usps");
    assertThat(first.path("carriers")).extracting(JsonNode::asText).containsExactly("usps");
    assertThat(first.at("/balance/amount").asLong()).isEqualTo(10_000);
    assertThat(first.path("pacePerHour").isNull()).isTrue();
    assertThat(first.path("hoursLeft").isNull()).isTrue();
    assertThat(low()).isEmpty();

    wallet = "88.00000";
    shop.pass(Duration.ofHours(1));
    round();
    JsonNode second = balance();
    assertThat(second.at("/pacePerHour/amount").asLong()).isEqualTo(1_200);
    assertThat(second.path("hoursLeft").asLong()).isEqualTo(7);
    assertThat(second.path("low").asBoolean()).isTrue();
    assertThat(low())
        .singleElement()
        .satisfies(told -> {
          assertThat(told.path("about").asText()).isEqualTo("postage usps");
          assertThat(told.path("message").asText())
              .startsWith("USPS: USD 88.00 left, about 7 hours at the pace of the last 1 hour: ");
        });

    status = 503;
    shop.pass(Duration.ofHours(1));
    round();
    JsonNode silent = balance();
    assertThat(silent.path("asOf")).isEqualTo(second.path("asOf"));
    assertThat(Instant.parse(silent.path("askedAt").asText()))
        .isAfter(Instant.parse(silent.path("asOf").asText()));
    assertThat(silent.path("hoursLeft").asLong()).isEqualTo(6);
    assertThat(low()).hasSize(1);

    status = 200;
    wallet = "1000.00000";
    shop.pass(Duration.ofHours(1));
    round();
    assertThat(balance().path("low").asBoolean()).isFalse();
    assertThat(low()).isEmpty();
  }

  private void round() throws Exception {
    byte[] said = shop.invoke("Postage", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(said, StandardCharsets.UTF_8))
        .contains("\"balances\":1")
        .contains("\"failed\":0");
  }

  private JsonNode balance() {
    JsonNode items = shop.api().get("/postage/balances").is(200).json().path("items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private List<JsonNode> low() {
    List<JsonNode> all = new ArrayList<>();
    shop.api().get("/exceptions?reason=POSTAGE_LOW").is(200).json().path("items").forEach(all::add);
    return all;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] said =
          "{\"id\":\"user_1\",\"balance\":\"%s\"}"
              .formatted(wallet)
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, said.length);
      exchange.getResponseBody().write(said);
    }
  }
}

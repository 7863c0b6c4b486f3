package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that has its addresses verified, by a carrier behind a played EasyPost. */
class AddressChecksTest {
  private static final String ID = "DTC-1001";
  private static final String GOOD = "\"success\":true,\"errors\":[]";
  private static final String BAD =
      "\"success\":false,\"errors\":[{\"code\":\"E.ADDRESS.NOT_FOUND\",\"message\":\"Address not"
          + " found\"}]";

  /** Its card is dearer than any other: it is asked about addresses and carries nothing. */
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
  private Play play;
  private volatile int status = 201;
  private volatile String verification = GOOD;
  private volatile String city = "";

  @BeforeEach
  void open() throws IOException {
    easypost = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    easypost.createContext("/", this::answer);
    easypost.start();
    String carrier = CARRIER.replace("PORT", "" + easypost.getAddress().getPort());
    shop =
        RunningShop.open(
            Shops.folder(),
            Clockwork.virtual(RunningShop.START),
            Map.of("easypost-key", "EZTKnot-a-key", "usps-webhook", "s3cret"),
            file ->
                file.replaceFirst("\"remorse\":", "\"addressChecks\": {}, \"remorse\":")
                    .replace("\"carriers\": [", carrier));
    play = new Play(shop);
  }

  @AfterEach
  void close() {
    shop.close();
    easypost.stop(0);
  }

  @Test
  void aNewBuildingIsOverriddenAndWhoWhenAndWhyAreKept() {
    verification = BAD;
    play.places(AShopifyOrder.mug(1001));

    JsonNode held = play.isHeld(ID, "ADDRESS_NOT_FOUND");
    assertThat(held.path("actions")).extracting(JsonNode::asText).contains("override");
    assertThat(held.at("/addresses/given/street1").asText()).isNotBlank();
    assertThat(held.at("/addresses").has("proposed")).isFalse();
    play.resolves(ID, Map.of("action", "override")).is(400);
    play.resolves(ID, Map.of("action", "accept")).is(409);
    play.resolves(ID, Map.of("action", "override", "why", "built this year")).is(200);

    JsonNode order = play.becomes(ID, "labelled");
    assertThat(order.at("/addressCheck/result").asText()).isEqualTo("bad");
    assertThat(order.at("/addressCheck/override/why").asText()).isEqualTo("built this year");
    assertThat(order.at("/addressCheck/override/by").asText()).isNotBlank();
    assertThat(play.timeline(ID))
        .anyMatch(entry ->
            entry.path("what").asText().equals("resolved: override")
                && entry.path("why").asText().equals("built this year"));
  }

  @Test
  void anotherCityIsShownBesideTheCustomersAndAcceptedByAPerson() {
    city = "Emeryville";
    play.places(AShopifyOrder.mug(1001));

    JsonNode held = play.isHeld(ID, "ADDRESS_CORRECTED");
    assertThat(held.at("/addresses/proposed/city").asText()).isEqualTo("Emeryville");
    assertThat(held.at("/addresses/given/city").asText()).isNotEqualTo("Emeryville");
    assertThat(play.order(ID).at("/exceptions/0/addresses")).isEqualTo(held.path("addresses"));
    play.resolves(ID, Map.of("action", "accept")).is(200);

    assertThat(play.becomes(ID, "labelled").at("/addressCheck/result").asText()).isEqualTo("good");
  }

  @Test
  void addressServiceDownIsTreatedAsABadAddress_itIsAMarkAndNoHold() {
    status = 503;
    play.places(AShopifyOrder.mug(1001));

    JsonNode order = play.becomes(ID, "labelled");
    assertThat(order.at("/addressCheck/result").asText()).isEqualTo("could_not_ask");
    assertThat(order.at("/addressCheck/why").asText()).isEqualTo("usps: answered 503");
    assertThat(play.exceptions(ID)).isEmpty();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean address = exchange.getRequestURI().getPath().equals("/v2/addresses");
      byte[] said =
          (address ? said(asked) : "{\"rates\":[],\"messages\":[]}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(address ? status : 200, said.length);
      exchange.getResponseBody().write(said);
    }
  }

  /** The address as it was asked, with what is said of it. */
  private String said(String asked) throws IOException {
    var json = new com.fasterxml.jackson.databind.ObjectMapper();
    var address =
        (com.fasterxml.jackson.databind.node.ObjectNode) json.readTree(asked).path("address");
    if (!city.isEmpty()) {
      address.put("city", city);
    }
    address.set("verifications", json.readTree("{\"delivery\":{" + verification + "}}"));
    return address.toString();
  }
}

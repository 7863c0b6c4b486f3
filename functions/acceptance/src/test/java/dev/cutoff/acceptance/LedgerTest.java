package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What moves units says who, when and why, once; what can't be is refused and moves nothing. */
@ExtendWith(Shops.class)
class LedgerTest {
  private static final Map<String, Object> TWO_MUGS_DROPPED =
      Map.of(
          "id", "dock-4 #77",
          "sku", "MUG-01",
          "node", "EAST",
          "kind", "damaged",
          "units", 2,
          "why", "dropped",
          "by", "dock 4");

  @Test
  void pickedUnitsStayInTheBuildingUntilTheyAreHandedOver(Shop shop) {
    Play play = new Play(shop);
    long before = play.onHand("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    String id = play.becomes(order.orderId(), "labelled").at("/shipments/0/shipmentId").asText();

    picks(shop, id).is(200);
    assertThat(picks(shop, id).is(200).json().path("units").asLong()).isEqualTo(1);
    assertThat(sum(play, "picked")).isEqualTo(1);
    assertThat(play.reserved("MUG-01")).isZero();
    assertThat(play.onHand("MUG-01")).isEqualTo(before);

    play.handsOver(order.orderId());
    assertThat(sum(play, "picked")).isZero();
    assertThat(play.onHand("MUG-01")).isEqualTo(before - 1);
    picks(shop, id).is(409);
    picks(shop, "SHP-DTC-9-9").is(404);
    String node = play.order(order.orderId()).at("/shipments/0/node").asText();
    JsonNode last = ledger(shop, node).getLast();
    assertThat(last.path("kind").asText()).isEqualTo("consumed");
    assertThat(last.path("onHand").asLong()).isEqualTo(-1);
    assertThat(last.path("orderId").asText()).isEqualTo(order.orderId());
  }

  @Test
  void pickedUnitsOfACancelledOrderAreFreeAgain(Shop shop) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    JsonNode labelled = play.becomes(order.orderId(), "labelled");
    picks(shop, labelled.at("/shipments/0/shipmentId").asText()).is(200);
    play.cancels(order.orderId()).is(200);
    play.becomes(order.orderId(), "cancelled");
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  @Test
  void aMovementCountsOnceAndIsInTheLedgerWithWhoAndWhy(Shop shop) {
    long available = available(shop);
    assertThat(books(shop, Map.of()).is(200).text("result")).isEqualTo("booked");
    assertThat(books(shop, Map.of()).is(200).text("result")).isEqualTo("duplicate");
    assertThat(available(shop)).isEqualTo(available - 2);
    JsonNode entry = ledger(shop, "EAST").getLast();
    assertThat(entry.path("unavailable").asLong()).isEqualTo(2);
    assertThat(entry.path("by").asText()).isEqualTo("dock 4");
    assertThat(entry.path("why").asText()).isEqualTo("dropped");

    books(shop, Map.of("id", "w-1", "kind", "written_off", "units", 1)).is(200);
    books(shop, Map.of("id", "w-2", "kind", "cleared", "units", 1)).is(200);
    assertThat(available(shop)).isEqualTo(available - 1);
    books(shop, Map.of("id", "w-3", "kind", "written_off", "units", 1)).is(409);
    books(shop, Map.of("id", "w-4", "kind", "damaged", "units", 1_000)).is(409);
    assertThat(ledger(shop, "EAST")).hasSize(3);
  }

  @Test
  void whatCannotBeIsRefusedAndTheLedgerIsUntouched(Shop shop) {
    for (Map<String, ?> wrong :
        List.of(
            Map.of("sku", "NEVER-HEARD-OF"),
            Map.of("sku", "KIT-TEA"),
            Map.of("node", "MARS"),
            Map.of("units", 0),
            Map.of("units", -3),
            Map.of("units", 1_000_001),
            Map.of("units", 1.5),
            Map.of("kind", "received"),
            Map.of("kind", "stolen"),
            Map.of("why", " "),
            Map.of("lot", "A1", "expiresOn", "2027-01-31"),
            Map.of("lot", "A1"),
            Map.of("at", shop.now().plus(Duration.ofHours(1)).toString()))) {
      assertThat(books(shop, wrong).is(400).text("detail")).as(wrong.toString()).isNotBlank();
    }
    assertThat(ledger(shop, "EAST")).isEmpty();
    assertThat(shop.api().get("/stock/KIT-TEA/ledger?node=EAST").status()).isEqualTo(404);
    assertThat(shop.api().get("/stock/MUG-01/ledger").status()).isEqualTo(400);
  }

  @Test
  void aCountThatComesLateIsSetAgainstWhatWasHandedOverSince(Shop shop) {
    Play play = new Play(shop);
    shop.pass(Duration.ofHours(1));
    Instant counted = shop.now();
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    String node = play.becomes(order.orderId(), "labelled").at("/shipments/0/node").asText();
    shop.pass(Duration.ofMinutes(5));
    play.handsOver(order.orderId());
    shop.pass(Duration.ofMinutes(5));
    Map<String, ?> late =
        Map.of(
            "sku",
            "MUG-01",
            "node",
            node,
            "count",
            50,
            "observedAt",
            counted.toString(),
            "source",
            "scanner 3");
    JsonNode answer = shop.api().post("/stock/observations", late).is(200).json();
    assertThat(answer.at("/level/onHand").asLong()).isEqualTo(49);
    assertThat(shop.api().post("/stock/observations", late).is(200).text("result"))
        .isEqualTo("stale");
  }

  private static Api.Answer picks(Shop shop, String shipmentId) {
    return shop.api().post("/shipments/" + shipmentId + "/picked", Map.of("by", "picker 2"));
  }

  private static Api.Answer books(Shop shop, Map<String, ?> other) {
    Map<String, Object> body = new HashMap<>(TWO_MUGS_DROPPED);
    body.putAll(other);
    return shop.api().post("/stock/movements", body);
  }

  /** Without the opening stock, which is older than any ledger's look back. */
  private static List<JsonNode> ledger(Shop shop, String node) {
    return shop.api().all("/stock/MUG-01/ledger?node=" + node);
  }

  private static long available(Shop shop) {
    return new Play(shop)
        .stock("MUG-01").stream()
            .filter(level -> level.path("node").asText().equals("EAST"))
            .mapToLong(level -> level.path("available").asLong())
            .sum();
  }

  private static long sum(Play play, String counter) {
    return play.stock("MUG-01").stream().mapToLong(level -> level.path(counter).asLong()).sum();
  }
}

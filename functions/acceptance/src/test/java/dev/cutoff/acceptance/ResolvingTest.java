package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a held order goes on. */
@ExtendWith(Shops.class)
class ResolvingTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "name", "Sam Example",
          "street1", "12 Beacon Street",
          "city", "Boston",
          "region", "MA",
          "postcode", "02108",
          "country", "US");

  @Test
  void anOrderThatFoundNoStockGoesOnOnceStockWasCountedAndSomebodyRetries(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("CALENDAR-27", 2, 1700);
    play.places(order);
    JsonNode exception = play.isHeld(order.orderId(), "OUT_OF_STOCK");
    play.counts("CALENDAR-27", "EAST", 5).is(200);

    Api.Answer answer =
        play.resolves(order.orderId(), Map.of("action", "retry", "by", "Robin")).is(200);

    assertThat(answer.text("id")).isEqualTo(exception.path("id").asText());
    assertThat(answer.json().at("/resolution/by").asText()).isEqualTo("Robin");
    JsonNode labelled = play.becomes(order.orderId(), "labelled");
    assertThat(labelled.at("/shipments/0/node").asText()).isEqualTo("EAST");
    assertThat(play.reserved("CALENDAR-27")).isEqualTo(2);
    assertThat(play.exceptions(order.orderId())).isEmpty();
    assertThat(labelled.path("exceptions")).isEmpty();
  }

  @Test
  void aRetryThatMendedNothingHoldsTheOrderAgainWithOneOpenException(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("NO-SUCH-SKU", 1, 1000);
    play.places(order);
    JsonNode first = play.isHeld(order.orderId(), "UNKNOWN_SKU");

    play.resolves(order.orderId(), Map.of("action", "retry")).is(200);
    shop.pass(Duration.ofMinutes(5));

    JsonNode second = play.isHeld(order.orderId(), "UNKNOWN_SKU");
    assertThat(second.path("id")).isNotEqualTo(first.path("id"));
  }

  @Test
  void anAddressWithoutZipIsCorrectedByAPersonAndABadCorrectionIsAnswered400(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).to("12 Beacon Street", "Boston", "MA", "");
    play.places(order);
    JsonNode exception = play.isHeld(order.orderId(), "ADDRESS_INCOMPLETE");

    for (Map<String, String> bad :
        List.of(
            Map.<String, String>of(),
            Map.of("name", "Sam Example"),
            Map.of("name", "S", "street1", "1", "city", "Boston", "region", "MA", "country", "US"),
            Map.of(
                "name",
                "S",
                "street1",
                "1",
                "city",
                "Boston",
                "region",
                "MA",
                "postcode",
                "02",
                "country",
                "US"),
            Map.of(
                "name",
                "S",
                "street1",
                "1",
                "city",
                "Boston",
                "region",
                "MA",
                "postcode",
                "02108",
                "country",
                "XX"))) {
      play.resolves(order.orderId(), Map.of("action", "correct-address", "address", bad)).is(400);
    }
    play.resolves(order.orderId(), Map.of("action", "correct-address")).is(400);
    play.resolves(order.orderId(), Map.of("action", "correct-address", "address", "Boston"))
        .is(400);
    assertThat(play.isHeld(order.orderId(), "ADDRESS_INCOMPLETE")).isEqualTo(exception);

    play.resolves(order.orderId(), Map.of("action", "correct-address", "address", GOOD)).is(200);

    play.becomes(order.orderId(), "labelled");
  }

  /** Other members of the body are wrong types, not other people's addresses. */
  @Test
  void aDecisionThatMakesNoSenseIsRefusedAndTheOrderStaysHeld(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("NO-SUCH-SKU", 1, 1000);
    play.places(order);
    JsonNode exception = play.isHeld(order.orderId(), "UNKNOWN_SKU");
    String path = "/exceptions/" + exception.path("id").asText() + "/resolve";

    shop.api().post(path, Map.of()).is(400);
    shop.api().post(path, Map.of("action", "explode")).is(400);
    shop.api().post(path, Map.of("action", List.of("retry"))).is(400);
    shop.api().post(path, List.of()).is(400);
    shop.api().post(path, "retry").is(400);
    shop.api().post(path, Map.of("action", "ship-late")).is(409);
    shop.api().post("/exceptions/no-such/resolve", Map.of("action", "retry")).is(404);
    shop.api().post("/exceptions/DTC-1001-1-99/resolve", Map.of("action", "retry")).is(404);

    assertThat(play.isHeld(order.orderId(), "UNKNOWN_SKU")).isEqualTo(exception);
  }

  @Test
  void aHeldOrderIsCancelledFromTheExceptionQueueAndASecondDecisionIsAnswered409(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("NO-SUCH-SKU", 1, 1000);
    play.places(order);
    JsonNode exception = play.isHeld(order.orderId(), "UNKNOWN_SKU");

    play.resolves(order.orderId(), Map.of("action", "cancel")).is(200);
    play.becomes(order.orderId(), "cancelled");

    shop.api()
        .post(
            "/exceptions/" + exception.path("id").asText() + "/resolve", Map.of("action", "retry"))
        .is(409);
    assertThat(play.exceptions(order.orderId())).isEmpty();
    assertThat(play.order(order.orderId()).path("hold").isMissingNode()).isTrue();
  }

  @Test
  void anExceptionIsGivenToSomebodyElseAndItsClockGoesOn(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("NO-SUCH-SKU", 1, 1000);
    play.places(order);
    JsonNode exception = play.isHeld(order.orderId(), "UNKNOWN_SKU");
    String path = "/exceptions/" + exception.path("id").asText() + "/assign";

    shop.api().post(path, Map.of("owner", "Robin")).is(200);
    shop.api().post(path, Map.of("owner", " ")).is(400);
    shop.api().post(path, Map.of()).is(400);

    JsonNode now = play.exception(order.orderId());
    assertThat(now.path("owner").asText()).isEqualTo("Robin");
    assertThat(now.path("dueAt")).isEqualTo(exception.path("dueAt"));
    assertThat(shop.api().all("/exceptions?owner=Robin")).containsExactly(now);
    assertThat(shop.api().all("/exceptions?owner=ops")).isEmpty();
  }

  @Test
  void aHeldOrderThatTheStoreMendsGoesOnByItself(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).to("12 Beacon Street", "Boston", "MA", "");
    play.places(order);
    play.isHeld(order.orderId(), "ADDRESS_INCOMPLETE");
    shop.pass(Duration.ofMinutes(10));

    Api.Answer answer = play.updates(order.to("12 Beacon Street", "Boston", "MA", "02108")).is(202);

    assertThat(answer.text("result")).isEqualTo("updated");
    play.becomes(order.orderId(), "labelled");
    assertThat(play.exceptions(order.orderId())).isEmpty();
  }

  @Test
  void anUnknownSkuThatTheStoreReplacesGoesOnByItself(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("NO-SUCH-SKU", 1, 1000);
    play.places(order);
    play.isHeld(order.orderId(), "UNKNOWN_SKU");
    shop.pass(Duration.ofMinutes(10));

    play.updates(order.emptied().line("MUG-01", 2, 1250)).is(202);

    play.becomes(order.orderId(), "labelled");
    assertThat(play.reserved("MUG-01")).isEqualTo(2);
  }

  @Test
  void anOrderThatTheStoreCancelsWhileItIsHeldIsCancelled(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("NO-SUCH-SKU", 1, 1000);
    play.places(order);
    play.isHeld(order.orderId(), "UNKNOWN_SKU");
    shop.pass(Duration.ofMinutes(10));

    play.updates(order.cancelled(shop.now())).is(202);

    play.becomes(order.orderId(), "cancelled");
    assertThat(play.exceptions(order.orderId())).isEmpty();
  }

  @Test
  void aHoldThatNobodyResolvesEscalatesAndThenStaysHeldAndOpenAndIsStillResolvable(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("CALENDAR-27", 1, 1700);
    play.places(order);
    JsonNode first = play.isHeld(order.orderId(), "OUT_OF_STOCK");
    assertThat(first.path("owner").asText()).isEqualTo("ops");

    JsonNode before = first;
    for (String owner : List.of("ops-lead", "founder")) {
      shop.pass(Duration.ofDays(7).plusMinutes(5));
      JsonNode escalated = play.isHeld(order.orderId(), "OUT_OF_STOCK");
      assertThat(escalated.path("id")).isEqualTo(first.path("id"));
      assertThat(escalated.path("owner").asText()).isEqualTo(owner);
      assertThat(Instant.parse(escalated.path("dueAt").asText()))
          .isAfter(Instant.parse(before.path("dueAt").asText()));
      before = escalated;
    }
    shop.pass(Duration.ofDays(8));
    assertThat(play.isHeld(order.orderId(), "OUT_OF_STOCK")).isEqualTo(before);

    play.counts("CALENDAR-27", "EAST", 5).is(200);
    play.resolves(order.orderId(), Map.of("action", "retry")).is(200);

    // Three weeks later the promised day is lost, which is for a person to decide.
    play.isHeld(order.orderId(), "PROMISE_CANNOT_BE_KEPT");
    play.resolves(order.orderId(), Map.of("action", "ship-late")).is(200);
    play.becomes(order.orderId(), "labelled");
    assertThat(play.exceptions(order.orderId())).isEmpty();
    assertThat(play.timeline(order.orderId()))
        .anyMatch(entry -> entry.path("what").asText().contains("attempt 2"));
  }
}

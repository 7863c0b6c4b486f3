package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Up to the hand-over a cancellation gives everything back; after it, it says what is possible. */
@ExtendWith(Shops.class)
class CancellationTest {
  /** Who says it. */
  enum By {
    STORE,
    PERSON;

    void cancel(Play play, AShopifyOrder order) {
      switch (this) {
        case STORE -> play.updates(order.cancelled(play.now())).is(202);
        case PERSON -> play.cancels(order.orderId()).is(200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnpaidOrderThatIsCancelledGivesItsUnitsBack(By by, Shop shop) {
    cancelled(by, shop, order -> order.payment("pending"), "awaiting_payment");
  }

  @ParameterizedTest
  @EnumSource
  void anOrderThatWaitsAtTheCounterGivesItsUnitsBack(By by, Shop shop) {
    cancelled(by, shop, order -> shipping(order, "Local Pickup"), "reserved");
  }

  @ParameterizedTest
  @EnumSource
  void aHeldOrderWithUnitsGivesThemBack(By by, Shop shop) {
    cancelled(
        by,
        shop,
        order ->
            shipping(order, "Overnight")
                .emptied()
                .line("MAPLE-SYRUP", 2, 2100)
                .to("2300 Kalakaua Avenue", "Honolulu", "HI", "96815"),
        "held");
  }

  @ParameterizedTest
  @EnumSource
  void aHeldOrderWithoutUnitsIsCancelled(By by, Shop shop) {
    cancelled(by, shop, order -> order.to("12 Beacon Street", "Boston", "MA", ""), "held");
  }

  @ParameterizedTest
  @EnumSource
  void aLabelledOrderGivesItsUnitsBackAndItsLabelIsVoidForEver(By by, Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = cancelled(by, shop, each -> each, "labelled");

    JsonNode shipment = play.order(order.orderId()).at("/shipments/0");
    assertThat(shipment.path("state").asText()).isEqualTo("cancelled");
    assertThat(play.timeline(order.orderId()))
        .anyMatch(entry -> entry.path("what").asText().contains("labels voided"));
    shop.api()
        .post(
            "/shipments/" + shipment.path("shipmentId").asText() + "/handover", java.util.Map.of())
        .is(409);
    assertThat(play.couriersScan()).isZero();
    shop.pass(Duration.ofDays(8));
    assertThat(play.state(order.orderId())).isEqualTo("cancelled");
    assertThat(play.toldShipped(Play.SHOPIFY, order.externalId())).isEmpty();
    assertThat(play.mails(order.orderId())).noneMatch(name -> name.contains("shipped"));
  }

  @Test
  void anOrderThatIsCancelledAgainGetsTheSameAnswerAndNothingIsGivenBackTwice(Shop shop) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    play.becomes(order.orderId(), "labelled");

    play.cancels(order.orderId()).is(200);
    play.cancels(order.orderId()).is(200);
    play.becomes(order.orderId(), "cancelled");
    JsonNode done = play.order(order.orderId());
    play.cancels(order.orderId()).is(200);
    play.updates(order.cancelled(shop.now())).is(202);
    shop.pass(Duration.ofHours(2));

    assertThat(play.order(order.orderId())).isEqualTo(done);
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  @Test
  void afterTheHandOverACancellationIsAnswered409WithWhatIsStillPossible(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    play.becomes(order.orderId(), "labelled");
    play.handsOver(order.orderId());

    Api.Answer answer = play.cancels(order.orderId()).is(409);

    assertThat(answer.json().at("/possible/0/action").asText()).isEqualTo("return");
    assertThat(play.state(order.orderId())).isEqualTo("shipped");
  }

  @Test
  void aStoreThatCancelsAfterTheHandOverDoesNotUnshipTheOrder(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    play.becomes(order.orderId(), "labelled");
    long onHand = play.onHand("MUG-01");
    play.handsOver(order.orderId());
    shop.pass(Duration.ofMinutes(5));

    play.updates(order.cancelled(shop.now())).is(202);
    shop.pass(Duration.ofHours(2));

    assertThat(play.state(order.orderId())).isEqualTo("shipped");
    assertThat(play.onHand("MUG-01")).isEqualTo(onHand - 1);
    while (play.couriersScan() > 0) {
      shop.pass(Duration.ofMinutes(1));
    }
    play.becomes(order.orderId(), "delivered");
  }

  @Test
  void anOrderThatNobodyKnowsIsAnswered404(Shop shop) {
    new Play(shop).cancels("DTC-1").is(404);
  }

  @Test
  void aCancellationThatComesBeforeTheOrderItselfLabelsNothing(Shop shop) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001);
    byte[] first = order.at(shop.now());
    byte[] gone = order.cancelled(shop.now().plusSeconds(5)).updatedAt(shop.now().plusSeconds(5));

    play.sends(Play.SHOPIFY, "orders/cancelled", gone).is(202);
    play.sends(Play.SHOPIFY, "orders/create", first).is(202);

    JsonNode end = play.becomes(order.orderId(), "cancelled");
    shop.pass(Duration.ofHours(2));
    assertThat(end.path("shipments")).isEmpty();
    assertThat(play.order(order.orderId())).isEqualTo(end);
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  @Test
  void aCancellationInTheSecondOfTheOrderWinsWhicheverComesFirst(Shop shop) {
    Play play = new Play(shop);
    for (boolean cancelledFirst : new boolean[] {true, false}) {
      AShopifyOrder order = AShopifyOrder.mug(cancelledFirst ? 1001 : 1002);
      byte[] first = order.at(shop.now());
      byte[] gone = order.cancelled(shop.now()).updatedAt(shop.now());

      play.sends(Play.SHOPIFY, "orders/create", cancelledFirst ? gone : first).is(202);
      play.sends(Play.SHOPIFY, "orders/create", cancelledFirst ? first : gone).is(202);

      play.becomes(order.orderId(), "cancelled");
    }
    assertThat(play.reserved("MUG-01")).isZero();
  }

  /** Editing an order did not touch the allocation. */
  @Test
  void anEditInTheStoreAfterTheLabelPlansTheOrderAnew(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    play.becomes(order.orderId(), "labelled");
    shop.pass(Duration.ofMinutes(5));

    play.updates(order.emptied().line("MUG-01", 3, 1250)).is(202);

    assertThat(shop.until(() -> play.reserved("MUG-01") == 3, Duration.ofMinutes(20))).isTrue();
    JsonNode labelled = play.becomes(order.orderId(), "labelled");
    assertThat(labelled.at("/shipments/0/state").asText()).isEqualTo("cancelled");
    assertThat(labelled.at("/shipments/1/state").asText()).isEqualTo("labelled");
  }

  private static AShopifyOrder cancelled(
      By by, Shop shop, UnaryOperator<AShopifyOrder> make, String state) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    List<JsonNode> syrupBefore = play.stock("MAPLE-SYRUP");
    AShopifyOrder order = make.apply(AShopifyOrder.mug(1001));
    play.places(order).is(202);
    play.becomes(order.orderId(), state);
    shop.pass(Duration.ofMinutes(5));

    by.cancel(play, order);

    JsonNode end = play.becomes(order.orderId(), "cancelled");
    assertThat(play.stock("MUG-01")).isEqualTo(before);
    assertThat(play.stock("MAPLE-SYRUP")).isEqualTo(syrupBefore);
    assertThat(play.exceptions(order.orderId())).isEmpty();
    assertThat(end.path("cancellation").hasNonNull("completedAt")).isTrue();
    return order;
  }

  private static AShopifyOrder shipping(AShopifyOrder order, String method) {
    return order.with(json ->
        json.withArray("/shipping_lines")
            .removeAll()
            .addObject()
            .put("code", method)
            .put("title", method)
            .put("price", "0.00"));
  }
}

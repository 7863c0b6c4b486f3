package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Units wait for money, money never waits for units, and versions only move forward. */
@ExtendWith(Shops.class)
class PaymentTest {
  @Test
  void anUnpaidOrderIsReservedAndWaitsAndGoesOnWhenTheStoreSaysPaid(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    play.places(order).is(202);

    JsonNode waiting = play.becomes(order.orderId(), "awaiting_payment");

    assertThat(Instant.parse(waiting.path("awaitingPaymentUntil").asText()))
        .isBetween(
            RunningShop.START.plus(Duration.ofHours(24)),
            RunningShop.START.plus(Duration.ofHours(25)));
    assertThat(play.reserved("MUG-01")).isEqualTo(1);
    shop.pass(Duration.ofHours(20));
    assertThat(play.state(order.orderId())).isEqualTo("awaiting_payment");

    play.updates(order.payment("paid")).is(202);

    JsonNode labelled = play.becomes(order.orderId(), "labelled");
    assertThat(labelled.path("awaitingPaymentUntil").isMissingNode()).isTrue();
    assertThat(play.reserved("MUG-01")).isEqualTo(1);
  }

  /** Stock stays held after a payment failed. */
  @Test
  void anOrderThatIsNeverPaidGivesItsUnitsBackOnce(Shop shop) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    play.places(order);
    play.becomes(order.orderId(), "awaiting_payment");

    shop.pass(Duration.ofHours(25));

    play.becomes(order.orderId(), "cancelled");
    assertThat(play.stock("MUG-01")).isEqualTo(before);
    shop.pass(Duration.ofDays(8));
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  @Test
  void aPaymentThatComesAfterTheTimeDoesNotShipWhatNobodyHoldsAnyMore(Shop shop) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    play.places(order);
    play.becomes(order.orderId(), "awaiting_payment");
    shop.pass(Duration.ofHours(25));
    play.becomes(order.orderId(), "cancelled");

    play.updates(order.payment("paid")).is(202);
    shop.pass(Duration.ofHours(1));

    assertThat(play.state(order.orderId())).isEqualTo("cancelled");
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  @Test
  void aPaidOrderKeepsItsUnitsHoweverLongItIsOnHold(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = lateToHonolulu();
    play.places(order);
    play.isHeld(order.orderId(), "PROMISE_CANNOT_BE_KEPT");
    assertThat(play.reserved("MAPLE-SYRUP")).isEqualTo(1);

    shop.pass(Duration.ofDays(9));

    assertThat(play.state(order.orderId())).isEqualTo("held");
    assertThat(play.reserved("MAPLE-SYRUP")).isEqualTo(1);
  }

  /** Paid while it is on hold: time takes nothing from it either. */
  @Test
  void anOrderThatIsPaidWhileItWaitsIsNotCancelledByTheClock(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = lateToHonolulu().payment("pending");
    play.places(order);
    play.becomes(order.orderId(), "awaiting_payment");
    shop.pass(Duration.ofHours(23));
    play.updates(order.payment("paid"));
    play.isHeld(order.orderId(), "PROMISE_CANNOT_BE_KEPT");

    shop.pass(Duration.ofDays(3));

    assertThat(play.state(order.orderId())).isEqualTo("held");
    assertThat(play.reserved("MAPLE-SYRUP")).isEqualTo(1);
  }

  @Test
  void aPaymentThatTheStoreVoidsWhileItWaitsEndsTheOrder(Shop shop) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    play.places(order);
    play.becomes(order.orderId(), "awaiting_payment");
    shop.pass(Duration.ofMinutes(5));

    play.updates(order.payment("voided"));

    play.becomes(order.orderId(), "cancelled");
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  @Test
  void anOrderThatIsRefundedAfterItsLabelWasBoughtIsNotShipped(Shop shop) {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    play.becomes(order.orderId(), "labelled");
    shop.pass(Duration.ofMinutes(5));

    play.updates(order.payment("refunded"));

    play.becomes(order.orderId(), "cancelled");
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  /** Updates out of order overwrite newer data. */
  @Test
  void anOlderVersionNeverOverwritesANewerOne(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    byte[] first = order.at(shop.now());
    byte[] second = order.updatedAt(shop.now().plusSeconds(60));
    byte[] paid = order.payment("paid").updatedAt(shop.now().plusSeconds(120));

    play.sends(Play.SHOPIFY, "orders/paid", paid).is(202);
    play.becomes(order.orderId(), "labelled");
    play.sends(Play.SHOPIFY, "orders/create", first).is(202);
    play.sends(Play.SHOPIFY, "orders/updated", second).is(202);
    shop.pass(Duration.ofDays(2));

    assertThat(play.state(order.orderId())).isEqualTo("labelled");
    assertThat(play.order(order.orderId()).at("/payment/status").asText()).isEqualTo("paid");
    assertThat(play.reserved("MUG-01")).isEqualTo(1);
  }

  /** Stores count in seconds, and an order is often paid in the second in which it was made. */
  @Test
  void ofTwoVersionsOfTheSameSecondTheUnpaidOneNeverOverwritesThePaidOne(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    byte[] unpaid = order.at(shop.now());
    byte[] paid = order.payment("paid").updatedAt(shop.now());

    play.sends(Play.SHOPIFY, "orders/paid", paid).is(202);
    play.becomes(order.orderId(), "labelled");
    play.sends(Play.SHOPIFY, "orders/create", unpaid).is(202);
    shop.pass(Duration.ofDays(2));

    assertThat(play.state(order.orderId())).isEqualTo("labelled");
    assertThat(play.order(order.orderId()).at("/payment/status").asText()).isEqualTo("paid");
  }

  @Test
  void ofTwoVersionsOfTheSameSecondThatArriveBeforeAnythingRanThePaidOneCounts(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    byte[] unpaid = order.at(shop.now());
    byte[] paid = order.payment("paid").updatedAt(shop.now());

    play.sends(Play.SHOPIFY, "orders/paid", paid).is(202);
    play.sends(Play.SHOPIFY, "orders/create", unpaid).is(202);

    play.becomes(order.orderId(), "labelled");
  }

  @Test
  void anUpdateThatComesBeforeTheOrderItUpdatesMakesOneOrder(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    byte[] first = order.at(shop.now());
    byte[] paid = order.payment("paid").updatedAt(shop.now().plusSeconds(1));

    assertThat(play.sends(Play.SHOPIFY, "orders/updated", paid).is(202).text("result"))
        .isEqualTo("accepted");
    play.sends(Play.SHOPIFY, "orders/create", first).is(202);

    play.becomes(order.orderId(), "labelled");
    assertThat(shop.api().all("/orders")).hasSize(1);
  }

  private static AShopifyOrder lateToHonolulu() {
    return AShopifyOrder.number(1001)
        .line("MAPLE-SYRUP", 1, 2100)
        .to("2300 Kalakaua Avenue", "Honolulu", "HI", "96815")
        .with(json ->
            json.withArray("/shipping_lines")
                .removeAll()
                .addObject()
                .put("code", "Overnight")
                .put("title", "Overnight")
                .put("price", "0.00"));
  }
}

package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The minutes in which an order may still be edited and cancelled freely, over the whole shop. */
class RemorseTest {
  private static final Duration PERIOD = Duration.ofMinutes(20);
  private static final Duration SECONDS = Duration.ofSeconds(10);

  private RunningShop shop = open(RunningShop.START);

  private static RunningShop open(Instant at) {
    return RunningShop.open(
        Shops.folder(),
        Clockwork.virtual(at),
        Map.of(),
        merchantFile -> RunningShop.remorse(merchantFile, PERIOD));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theLabelIsBoughtWhenThePeriodIsOver() {
    Play play = new Play(shop);
    play.places(AShopifyOrder.mug(1001));
    JsonNode planned = play.becomes("DTC-1001", "planned", SECONDS);

    Instant until = Instant.parse(planned.path("freeUntil").asText());
    assertThat(until).isEqualTo(Instant.parse(planned.path("receivedAt").asText()).plus(PERIOD));
    shop.pass(Duration.between(shop.now(), until.minusSeconds(1)));
    assertThat(play.state("DTC-1001")).isEqualTo("planned");
    play.becomes("DTC-1001", "labelled", SECONDS);
  }

  @Test
  void unitsOfACancelledOrderAreFreeWithinSecondsAndNotAfterTwentyMinutes() {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    play.places(AShopifyOrder.mug(1001));
    JsonNode planned = play.becomes("DTC-1001", "planned", SECONDS);
    shop.pass(Duration.ofMinutes(2));

    JsonNode possible = play.cancels("DTC-1001").is(200).json().at("/possible/0");
    play.becomes("DTC-1001", "cancelled", SECONDS);

    assertThat(possible.at("/cost/amount").asLong()).isZero();
    assertThat(possible.path("freeUntil")).isEqualTo(planned.path("freeUntil"));
    assertThat(play.stock("MUG-01")).isEqualTo(before);
    bothAttemptsEnd();
    assertThat(play.state("DTC-1001")).isEqualTo("cancelled");
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  @Test
  void anOrderCancelledInTheStoreIsNotWaitedForEither() {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    play.becomes("DTC-1001", "planned", SECONDS);
    shop.pass(Duration.ofMinutes(2));

    play.updates(order.cancelled(shop.now())).is(202);

    play.becomes("DTC-1001", "cancelled", SECONDS);
    assertThat(play.reserved("MUG-01")).isZero();
    bothAttemptsEnd();
  }

  @Test
  void anEditIsPlannedAnewWithinSecondsAndLabelledOnceWhenThePeriodIsOver() {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    JsonNode planned = play.becomes("DTC-1001", "planned", SECONDS);
    shop.pass(Duration.ofMinutes(2));

    play.updates(order.to("1 Sample Street", "Seattle", "WA", "98101")).is(202);
    shop.pass(SECONDS);

    JsonNode edited = play.order("DTC-1001");
    assertThat(edited.path("state").asText()).isEqualTo("planned");
    assertThat(edited.path("freeUntil")).isEqualTo(planned.path("freeUntil"));
    assertThat(edited.at("/shipments/0/state").asText()).isEqualTo("cancelled");
    assertThat(edited.at("/shipments/1/state").asText()).isEqualTo("planned");
    bothAttemptsEnd();
    JsonNode done = play.order("DTC-1001");
    assertThat(done.path("state").asText()).isEqualTo("labelled");
    assertThat(done.path("shipments")).hasSize(2);
  }

  @Test
  void twoOrdersOfOneCustomerToOneAddressAreOfferedAsOneShipmentWithTheSaving() {
    Play play = new Play(shop);
    play.places(AShopifyOrder.mug(1001).by("sam@example.com"));
    play.becomes("DTC-1001", "planned", SECONDS);
    assertThat(play.order("DTC-1001").path("offers")).isEmpty();
    shop.pass(Duration.ofMinutes(2));
    play.places(AShopifyOrder.mug(1002).by("sam@example.com"));
    play.becomes("DTC-1002", "planned", SECONDS);

    JsonNode offers = play.order("DTC-1001").path("offers");

    assertThat(offers).hasSize(1).isEqualTo(play.order("DTC-1002").path("offers"));
    JsonNode offer = offers.path(0);
    assertThat(offer.path("orders"))
        .extracting(JsonNode::asText)
        .containsExactly("DTC-1001", "DTC-1002");
    assertThat(offer.at("/saving/amount").asLong())
        .isPositive()
        .isEqualTo(offer.at("/apart/amount").asLong() - offer.at("/cost/amount").asLong());
    assertThat(offer.path("until")).isEqualTo(play.order("DTC-1001").path("freeUntil"));
    shop.pass(PERIOD);
    assertThat(play.order("DTC-1002").path("offers")).isEmpty();
  }

  @Test
  void anOrderThatComesShortlyBeforeTheCutoffDoesNotMissIt() {
    shop.close();
    // The cutoff of EAST is at 16:00 in New York, 21:00 UTC.
    shop = open(Instant.parse("2026-11-23T20:50:00Z"));
    Play play = new Play(shop);
    play.places(AShopifyOrder.mug(1001));

    JsonNode labelled = play.becomes("DTC-1001", "labelled", SECONDS);

    assertThat(labelled.at("/shipments/0/shipBy").asText()).startsWith("2026-11-23T16:00");
    assertThat(labelled.has("freeUntil")).isFalse();
  }

  private void bothAttemptsEnd() {
    assertThat(shop.execution("DTC-1001-1")).hasValue("RUNNING");
    shop.pass(PERIOD.plus(SECONDS));
    assertThat(shop.execution("DTC-1001-1")).hasValue("SUCCEEDED");
    assertThat(shop.execution("DTC-1001-2")).hasValue("SUCCEEDED");
    assertThat(shop.execution("DTC-1001-3")).isEmpty();
  }
}

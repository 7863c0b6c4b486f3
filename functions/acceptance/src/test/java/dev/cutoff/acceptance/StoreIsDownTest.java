package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.local.store.Trouble;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store's API is down when it is to be told that its order is on the way. */
@ExtendWith(Shops.class)
class StoreIsDownTest {
  /** Nine tries, the last waits an hour long. */
  private static final Duration ALL_TRIES = Duration.ofHours(4);

  @Test
  void aShortOutageOfTheStoreIsWaitedOutAndTheStoreIsToldOnce(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = labelled(play, 1001);
    shop.stores().trouble(Play.SHOPIFY, down(3));

    play.handsOver(order.orderId());

    assertThat(shop.until(() -> told(play, order).size() == 1, ALL_TRIES)).isTrue();
    shop.pass(ALL_TRIES);
    assertThat(told(play, order)).hasSize(1);
    assertThat(deadLetters(shop)).isEmpty();
  }

  /** Even where the store did as it was told and its answer was lost. */
  @Test
  void anAnswerThatIsLostDoesNotTellTheStoreTwice(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = labelled(play, 1001);
    shop.stores()
        .trouble(
            Play.SHOPIFY,
            new Trouble.LoseAnswer(),
            new Trouble.LoseAnswer(),
            new Trouble.Nothing(),
            new Trouble.LoseAnswer(),
            new Trouble.Nothing(),
            new Trouble.LoseAnswer());

    play.handsOver(order.orderId());
    shop.pass(ALL_TRIES);

    assertThat(told(play, order)).hasSize(1);
    assertThat(deadLetters(shop)).isEmpty();
  }

  @Test
  void aLongOutageEndsInDeadLettersThatAreShownAndReplayedAndThenTheStoreIsToldExactlyOnce(
      Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = labelled(play, 1001);
    AShopifyOrder other = labelled(play, 1002);
    shop.stores().trouble(Play.SHOPIFY, down(500));

    play.handsOver(order.orderId());
    play.handsOver(other.orderId());
    assertThat(shop.until(() -> deadLetters(shop).size() == 2, ALL_TRIES))
        .as(() -> deadLetters(shop).toString() + shop.stores().requests().size())
        .isTrue();

    assertThat(deadLetters(shop))
        .allSatisfy(letter -> {
          assertThat(letter.path("queue").asText()).isEqualTo("store-updates");
          assertThat(letter.path("what").asText()).isEqualTo("shipped");
          assertThat(letter.path("received").asInt()).isEqualTo(9);
          assertThat(letter.path("why").asText()).isEqualTo("acme (shopify): order answered 503");
          assertThat(letter.path("failedAt").asText()).isNotEmpty();
        })
        .extracting(letter -> letter.path("orderId").asText())
        .containsExactlyInAnyOrder(order.orderId(), other.orderId());
    assertThat(told(play, order)).isEmpty();
    // The customer is not made to wait for the store.
    assertThat(play.mails(order.orderId())).hasSize(1);
    assertThat(shop.stores().requests()).hasSizeLessThan(100);

    shop.stores().calm(Play.SHOPIFY);
    shop.api().post("/deadletters/replay", Map.of("queue", "store-updates")).is(200);
    shop.pass(ALL_TRIES);

    assertThat(deadLetters(shop)).isEmpty();
    assertThat(told(play, order)).hasSize(1);
    assertThat(told(play, other)).hasSize(1);
    assertThat(play.mails(order.orderId())).hasSize(1);

    shop.api().post("/deadletters/replay", Map.of("queue", "store-updates")).is(200);
    shop.pass(ALL_TRIES);
    assertThat(told(play, order)).hasSize(1);
  }

  /** An hour of 503, and all that happens meanwhile. */
  @Test
  void aStoreThatWasDownForAnHourIsToldEverythingInOrderPerParcelAndOnce(Shop shop) {
    Play play = new Play(shop);
    List<AShopifyOrder> orders =
        List.of(labelled(play, 1001), labelled(play, 1002), labelled(play, 1003));
    AWooOrder other = AWooOrder.number(2001).line("MUG-01", 1, 1250);
    play.places(other).is(202);
    play.becomes(other.orderId(), "labelled");
    shop.stores().trouble(Play.SHOPIFY, down(500));

    orders.forEach(order -> play.handsOver(order.orderId()));
    play.handsOver(other.orderId());
    for (int round = 0; round < 4; round++) {
      play.couriersScan();
      shop.pass(Duration.ofMinutes(15));
    }
    orders.forEach(order -> {
      assertThat(play.state(order.orderId())).isEqualTo("delivered");
      assertThat(shop.stores().told(Play.SHOPIFY, order.externalId())).isEmpty();
    });
    assertThat(shop.stores().parcels(Play.WOO, other.externalId()).values())
        .containsExactly("DELIVERED");

    shop.stores().calm(Play.SHOPIFY);
    shop.pass(ALL_TRIES);

    assertThat(deadLetters(shop)).isEmpty();
    for (AShopifyOrder order : orders) {
      assertThat(shop.stores().told(Play.SHOPIFY, order.externalId()))
          .filteredOn(line -> !line.startsWith("moved"))
          .extracting(line -> line.replaceFirst(" at .*", ""))
          .containsExactly(
              "fulfilled", "event IN_TRANSIT", "event OUT_FOR_DELIVERY", "event DELIVERED");
    }
  }

  @Test
  void aRefusalIsAmongTheDeadLettersInMinutesAndSaysWhatTheStoreSaid(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = labelled(play, 1001);
    shop.stores()
        .trouble(
            Play.SHOPIFY, Collections.nCopies(50, new Trouble.Status(403)).toArray(new Trouble[0]));

    play.handsOver(order.orderId());

    assertThat(shop.until(() -> deadLetters(shop).size() == 1, Duration.ofMinutes(10))).isTrue();
    assertThat(deadLetters(shop).getFirst().path("why").asText())
        .isEqualTo("acme (shopify): order answered 403: told to fail");
    assertThat(Letter.list(shop))
        .contains(
            "store-updates  " + order.orderId() + "  shipped",
            "acme (shopify): order answered 403: told to fail");

    shop.stores().calm(Play.SHOPIFY);
    assertThat(Letter.of(shop, "--replay", "store-updates")).contains("on their way again");
    shop.pass(Duration.ofMinutes(1));
    assertThat(told(play, order)).hasSize(1);
    assertThat(Letter.list(shop)).contains("No dead letters.");
    assertThat(Letter.of(shop, "--replay", "nonsense")).contains("answered 400");
  }

  @Test
  void onlyAQueueThatThereIsIsReplayed(Shop shop) {
    shop.api().post("/deadletters/replay", Map.of("queue", "no-such-queue")).is(400);
    shop.api().post("/deadletters/replay", Map.of()).is(400);
    shop.api().post("/deadletters/replay", List.of("store-updates")).is(400);
    shop.api().post("/deadletters/replay", Map.of("queue", List.of("store-updates"))).is(400);
  }

  @Test
  void anOrderIsTakenInReservedAndLabelledWhileItsStoreIsDown(Shop shop) {
    shop.stores().trouble(Play.SHOPIFY, down(500));

    labelled(new Play(shop), 1001);
  }

  private static AShopifyOrder labelled(Play play, int number) {
    AShopifyOrder order = AShopifyOrder.mug(number);
    play.places(order).is(202);
    play.becomes(order.orderId(), "labelled");
    return order;
  }

  private static List<String> told(Play play, AShopifyOrder order) {
    return play.toldShipped(Play.SHOPIFY, order.externalId());
  }

  private static List<JsonNode> deadLetters(Shop shop) {
    return shop.api().all("/deadletters");
  }

  private static Trouble[] down(int requests) {
    return Collections.nCopies(requests, new Trouble.Status(503)).toArray(new Trouble[0]);
  }
}

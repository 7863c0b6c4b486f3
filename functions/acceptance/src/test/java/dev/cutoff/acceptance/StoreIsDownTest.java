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
  private static final Duration ALL_TRIES = Duration.ofMinutes(30);

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
    assertThat(shop.until(() -> deadLetters(shop).size() == 2, ALL_TRIES)).isTrue();

    assertThat(deadLetters(shop))
        .allSatisfy(letter -> {
          assertThat(letter.path("queue").asText()).isEqualTo("store-updates");
          assertThat(letter.path("what").asText()).isEqualTo("shipped");
          assertThat(letter.path("received").asInt()).isGreaterThanOrEqualTo(5);
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

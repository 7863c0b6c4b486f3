package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.acceptance.Shop.Sight;
import dev.cutoff.local.store.SignedWebhook;
import dev.cutoff.local.store.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.opentest4j.TestAbortedException;

/**
 * The whole way of an order, by HTTP alone. Each place where Cutoff runs is a subclass that opens a
 * shop there; all tests of a place share that shop, because opening one may take a minute. So each
 * has orders of its own, and compares stock with what it was before.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TheChain {
  /** After a thing happened once: time enough for it to happen again. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private @Nullable Shop opened;
  private @Nullable TestAbortedException reason;
  private Shop shop;
  private Play play;

  /** Opens a shop, or skips all tests with the reason why there can be none. */
  abstract Shop open();

  /** What is added to the numbers of orders, where other tests had theirs before. */
  int numbersFrom() {
    return 0;
  }

  /** How long all retries of a step, or of a message, last there. */
  Duration patience() {
    return Duration.ofMinutes(3);
  }

  @BeforeAll
  final void openShop() {
    try {
      opened = open();
    } catch (TestAbortedException noShopHere) {
      reason = noShopHere;
    }
  }

  /** A class that gives up before its first test is not reported as skipped: each test is. */
  @BeforeEach
  final void enterShop() {
    if (opened == null) {
      throw Objects.requireNonNull(reason);
    }
    shop = opened;
    play = new Play(shop, patience());
  }

  @AfterAll
  final void closeShop() {
    if (opened != null) {
      opened.close();
    }
  }

  @Test
  void openingStockAndLaterCountsComeThroughTheApi() {
    if (shop.sees(Sight.FRESH)) {
      assertThat(play.onHand("BAG-CANVAS")).isEqualTo(RunningShop.opening("BAG-CANVAS"));
    }

    play.counts("BAG-CANVAS", "EAST", 77).is(200);

    assertThat(play.stock("BAG-CANVAS"))
        .filteredOn(level -> level.path("node").asText().equals("EAST"))
        .singleElement()
        .satisfies(level -> assertThat(level.path("onHand").asLong()).isEqualTo(77));
  }

  @Test
  void anOrderIsShippedAndDeliveredAndStoreAndCustomerAreToldOnce() {
    AShopifyOrder order =
        AShopifyOrder.number(number(90412))
            .line("TEE-BLK-M", 2, 2400)
            .to("12 Beacon Street", "Boston", "MA", "02108");

    assertThat(play.places(order).is(202).text("result")).isEqualTo("accepted");

    JsonNode labelled = play.becomes(order.orderId(), "labelled");
    JsonNode parcel = labelled.at("/shipments/0/parcels/0");
    String tracking = parcel.path("trackingNumber").asText();
    assertThat(tracking).isNotEmpty();
    assertThat(shop.client().get(parcel.at("/label/pdf").asText()).body())
        .as("the label, through the gateway")
        .startsWith("%PDF-".getBytes(UTF_8));
    play.isCarried(order.orderId());
    assertThat(play.timeline(order.orderId()))
        .filteredOn(entry -> entry.path("what").asText().startsWith("label bought"))
        .hasSize(1);
    assertThat(play.reserved("TEE-BLK-M")).isZero();
    shop.api().get("/orders/" + order.orderId() + "/receipt").is(200);
    if (shop.sees(Sight.STORES)) {
      assertThat(told(Play.SHOPIFY, order.externalId(), 1))
          .singleElement()
          .asString()
          .contains(tracking);
    }
    if (shop.sees(Sight.MAILS)) {
      assertThat(shop.until(() -> play.mails(order.orderId()).size() >= 3, patience())).isTrue();
      shop.pass(SETTLING);
      assertThat(play.mails(order.orderId())).hasSize(3).doesNotHaveDuplicates();
    }
  }

  @Test
  void theSameWebhookFiveTimesIsOneOrderAndOneParcel() {
    AShopifyOrder order = AShopifyOrder.mug(number(90420));
    byte[] body = order.at(shop.now());
    shop.stores().place(Play.SHOPIFY, body);

    assertThat(play.sends(Play.SHOPIFY, "orders/create", body).is(202).text("result"))
        .isEqualTo("accepted");
    for (int again = 0; again < 4; again++) {
      assertThat(play.sends(Play.SHOPIFY, "orders/create", body).is(202).text("result"))
          .isEqualTo("duplicate");
    }

    play.becomes(order.orderId(), "labelled");
    shop.pass(SETTLING);
    JsonNode labelled = play.order(order.orderId());
    assertThat(labelled.path("shipments")).hasSize(1);
    assertThat(labelled.at("/shipments/0/parcels")).hasSize(1);
    assertThat(labelled.at("/lines/0/reserved").asLong()).isEqualTo(1);
  }

  @Test
  void aWebhookThatSomebodyElseSignedIsAnswered401AndIsNoOrder() {
    AShopifyOrder order = AShopifyOrder.mug(number(90421));
    SignedWebhook genuine =
        shop.stores().webhook(Play.SHOPIFY, "orders/create", order.at(shop.now()));
    Map<String, String> headers = new TreeMap<>(genuine.headers());
    headers.put("X-Shopify-Hmac-Sha256", "bm90IHRoZSBzdG9yZSdzIHNpZ25hdHVyZQ==");

    shop.api().deliver(Play.SHOPIFY, headers, genuine.body()).is(401);

    shop.api().get("/orders/" + order.orderId()).is(404);
  }

  @Test
  void theOperatorsRoutesAreAnswered401WithoutATokenAndWithAWrongOne() {
    for (String token : List.of("", "nobody", shop.token() + "x")) {
      Api stranger = new Api(shop, token);
      stranger.get("/orders").is(401);
      stranger.get("/exceptions").is(401);
      stranger.get("/labels/" + "0".repeat(64) + ".pdf").is(401);
      stranger.post("/stock/observations", Map.of()).is(401);
      stranger.post("/deadletters/replay", Map.of("queue", "store-updates")).is(401);
    }
    shop.api().get("/orders").is(200);
  }

  @Test
  void aHeldOrderGoesOnWhenAPersonDecides() {
    AShopifyOrder order =
        AShopifyOrder.mug(number(90422)).to("12 Beacon Street", "Boston", "MA", "");
    play.places(order).is(202);
    play.isHeld(order.orderId(), "ADDRESS_INCOMPLETE");
    assertThat(shop.execution(order.orderId() + "-1")).hasValue("RUNNING");

    play.resolves(
            order.orderId(),
            Map.of(
                "action",
                "correct-address",
                "address",
                Map.of(
                    "name", "Sam Example",
                    "street1", "12 Beacon Street",
                    "city", "Boston",
                    "region", "MA",
                    "postcode", "02108",
                    "country", "US")))
        .is(200);

    JsonNode labelled = play.becomes(order.orderId(), "labelled");
    assertThat(labelled.path("exceptions")).isEmpty();
    String first = order.orderId() + "-1";
    assertThat(shop.until(() -> shop.execution(first).equals(Optional.of("SUCCEEDED")), patience()))
        .as("the execution that waited went on by its task token")
        .isTrue();
    assertThat(shop.execution(order.orderId() + "-2")).as("another attempt").isEmpty();
  }

  @Test
  void anUnpaidOrderWaitsWithItsUnitsAndGoesOnWhenItIsPaid() {
    AShopifyOrder order = AShopifyOrder.mug(number(90423)).payment("pending");
    play.places(order).is(202);
    JsonNode waiting = play.becomes(order.orderId(), "awaiting_payment");
    assertThat(waiting.at("/lines/0/reserved").asLong()).isEqualTo(1);
    shop.pass(Duration.ofSeconds(2));

    play.updates(order.payment("paid")).is(202);

    play.becomes(order.orderId(), "labelled");
  }

  @Test
  void aCancelledOrderGivesItsUnitsBack() {
    long reserved = play.reserved("PEN-BLK");
    AShopifyOrder order = AShopifyOrder.number(number(90424)).line("PEN-BLK", 3, 450);
    play.places(order).is(202);
    play.becomes(order.orderId(), "labelled");
    assertThat(play.reserved("PEN-BLK")).isEqualTo(reserved + 3);

    play.cancels(order.orderId()).is(200);

    play.becomes(order.orderId(), "cancelled");
    assertThat(shop.until(() -> play.reserved("PEN-BLK") == reserved, patience())).isTrue();
  }

  @Test
  void whatAStoreCouldNotBeToldEndsInTheDeadLettersAndIsToldOnceAfterAReplay() {
    assumeTrue(
        shop.sees(Sight.STORES),
        "nobody here can make the store of this place fail: needs a store");
    AWooOrder order = AWooOrder.number(number(90425)).line("MUG-01", 1, 1250);
    play.places(order).is(202);
    play.becomes(order.orderId(), "labelled");
    shop.stores()
        .trouble(
            Play.WOO, Collections.nCopies(500, new Trouble.Status(403)).toArray(new Trouble[0]));

    play.handsOver(order.orderId());

    // Each look hides what it shows for a moment, so the first that shows it has to do.
    List<JsonNode> letters = new ArrayList<>();
    boolean dead =
        shop.until(
            () -> {
              letters.addAll(deadLettersOf(order.orderId()));
              return !letters.isEmpty();
            },
            patience());
    assertThat(dead).as("a dead letter").isTrue();
    // Hand-over and the end of the execution may both have published it; the store is told once.
    assertThat(letters)
        .allSatisfy(letter -> {
          assertThat(letter.path("queue").asText()).isEqualTo("store-updates");
          assertThat(letter.path("what").asText()).isEqualTo("shipped");
          assertThat(letter.path("why").asText()).contains("answered 403");
        });
    assertThat(play.toldShipped(Play.WOO, order.externalId())).isEmpty();

    shop.stores().calm(Play.WOO);
    shop.replay("store-updates");

    assertThat(told(Play.WOO, order.externalId(), 1)).hasSize(1);
    assertThat(shop.until(() -> deadLettersOf(order.orderId()).isEmpty(), patience())).isTrue();
  }

  @Test
  void aRouteThatIsNoneIsAnswered404AndOneThatComesLater501() {
    shop.api().get("/no/such/route").is(404);
    shop.api().get("/orders/DTC-1").is(404);
    shop.api().post("/orders/DTC-1/address", Map.of("street1", "12 Beacon Street")).is(501);
    shop.api().get("/health").is(200);
  }

  @Test
  void whatCannotBeReadIsAnswered400AndTheStoresBytesAreKept() {
    byte[] bytes = "{\"id\": 1, \"name\": ".getBytes(UTF_8);

    Api.Answer answer = play.sends(Play.SHOPIFY, "orders/create", bytes).is(400);

    assertThat(shop.object(answer.text("quarantineId"))).hasValue(bytes);
    shop.api().post("/stock/observations", Map.of("sku", "MUG-01", "count", "many")).is(400);
  }

  private int number(int number) {
    return numbersFrom() + number;
  }

  /** Waits until the store was told that often, and whether it stays at that. */
  private List<String> told(String store, String externalId, int times) {
    shop.until(() -> play.toldShipped(store, externalId).size() >= times, patience());
    shop.pass(SETTLING);
    return play.toldShipped(store, externalId);
  }

  private List<JsonNode> deadLettersOf(String orderId) {
    return shop.api().all("/deadletters").stream()
        .filter(letter -> letter.path("orderId").asText().equals(orderId))
        .toList();
  }
}

package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.channel.BodySignature;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to POST /webhooks/{storeId} and is no new order. */
@ExtendWith(Shops.class)
class BadWebhooksTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void aWebhookWithABadSignatureOrNoneIsAnswered401AndLeavesNothingBehind(Shop shop) {
    AShopifyOrder order = AShopifyOrder.mug(1001);
    byte[] body = order.at(shop.now());
    SignedWebhook genuine = shop.stores().webhook(Play.SHOPIFY, "orders/create", body);

    for (String signature :
        List.of(
            BodySignature.of(body, "somebody else's secret"),
            BodySignature.of("other bytes".getBytes(UTF_8), shop.secret("acme-webhook")),
            "not base64 at all!",
            "",
            "=".repeat(4000))) {
      Map<String, String> headers = new TreeMap<>(genuine.headers());
      headers.put("X-Shopify-Hmac-Sha256", signature);
      shop.api().deliver(Play.SHOPIFY, headers, body).is(401);
    }
    Map<String, String> unsigned = new TreeMap<>(genuine.headers());
    unsigned.remove("X-Shopify-Hmac-Sha256");
    shop.api().deliver(Play.SHOPIFY, unsigned, body).is(401);
    shop.api().deliver(Play.WOO, Map.of(), AWooOrder.number(1).at(shop.now())).is(401);

    shop.pass(Duration.ofHours(1));
    shop.api().get("/orders/" + order.orderId()).is(404);
    assertThat(shop.api().all("/orders")).isEmpty();
  }

  @Test
  void oneStoresSignatureIsWorthNothingAtAnotherStore(Shop shop) {
    byte[] body = AWooOrder.number(1).line("MUG-01", 1, 1250).at(shop.now());

    shop.api()
        .deliver(Play.WOO, shop.stores().webhook(Play.SHOPIFY, "orders/create", body))
        .is(401);
  }

  /** A first ping without signature gets a 4xx and the store switches the webhook off. */
  @Test
  void theUnsignedFormEncodedFirstPingOfWooCommerceIsAnswered202Ignored(Shop shop) {
    Api.Answer answer = shop.api().deliver(Play.WOO, FakeStores.greeting()).is(202);

    assertThat(answer.text("result")).isEqualTo("ignored");
    assertThat(shop.api().all("/orders")).isEmpty();
  }

  @Test
  void aGreetingThatCarriesMoreThanAGreetingIsNotLetInUnsigned(Shop shop) {
    byte[] body = ("webhook_id=1&order=" + "x".repeat(100)).getBytes(UTF_8);

    shop.api().deliver(Play.WOO, FakeStores.greeting().headers(), body).is(401);
    shop.api().deliver(Play.SHOPIFY, FakeStores.greeting()).is(401);
  }

  @Test
  void createdAndUpdatedWithTheVerySameBodyMakeOneOrder(Shop shop) {
    Play play = new Play(shop);
    AWooOrder order = AWooOrder.number(1201).line("MUG-01", 1, 1250);
    byte[] body = order.at(shop.now());
    shop.stores().place(Play.WOO, body);

    assertThat(play.sends(Play.WOO, "order.created", body).is(202).text("result"))
        .isEqualTo("accepted");
    assertThat(play.sends(Play.WOO, "order.updated", body).is(202).text("result"))
        .isEqualTo("duplicate");

    JsonNode labelled = play.becomes(order.orderId(), "labelled");
    assertThat(labelled.path("shipments")).hasSize(1);
    assertThat(shop.api().all("/orders")).hasSize(1);
    assertThat(play.reserved("MUG-01")).isEqualTo(1);
  }

  @Test
  void anUnknownStoreIsAnswered404(Shop shop) {
    byte[] body = AShopifyOrder.mug(1001).at(shop.now());
    SignedWebhook webhook = shop.stores().webhook(Play.SHOPIFY, "orders/create", body);

    shop.api().deliver("nobody", webhook).is(404);
    shop.api().deliver("ACME", webhook).is(404);
    shop.api().deliver("acme%2F..%2Facme", webhook).is(400);
    shop.api().deliver("x".repeat(3000), webhook).is(404);
  }

  @Test
  void aBodyOverOneMebibyteIsAnswered413AndOneOfExactlyThatIsTaken(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    byte[] small = order.at(shop.now());
    byte[] exact = Arrays.copyOf(small, MEBIBYTE);
    Arrays.fill(exact, small.length, MEBIBYTE, (byte) ' ');
    byte[] over = Arrays.copyOf(exact, MEBIBYTE + 1);
    over[MEBIBYTE] = ' ';

    play.sends(Play.SHOPIFY, "orders/create", over).is(413);
    shop.pass(Duration.ofHours(1));
    shop.api().get("/orders/" + order.orderId()).is(404);

    play.sends(Play.SHOPIFY, "orders/create", exact).is(202);
    play.becomes(order.orderId(), "labelled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "42",
        "{}",
        "{\"id\":null,\"name\":\"#1\"}",
        "{\"name\":\"#1001\",\"line_items\":[]}",
        "{\"id\":1,\"line_items\":[]}",
        "{\"id\":{\"$gt\":0},\"name\":\"#1\"}",
        "{\"id\":1,\"name\":\"#1\"} {\"id\":2}",
        "<order><id>1</id></order>",
        "\u0000\u0001\u0002",
      })
  void aGenuineButUnreadableWebhookIsAnswered400AndItsRawBytesAreKept(String body, Shop shop) {
    byte[] bytes = body.getBytes(UTF_8);

    Api.Answer answer = new Play(shop).sends(Play.SHOPIFY, "orders/create", bytes).is(400);

    assertThat(answer.text("problem")).isNotBlank();
    assertThat(shop.object(answer.text("quarantineId"))).hasValue(bytes);
    assertThat(shop.api().all("/orders")).isEmpty();
  }

  @Test
  void anUnreadableWebhookOfWooCommerceIsKeptToo(Shop shop) {
    byte[] notUtf8 = {'{', '"', (byte) 0xC3, (byte) 0x28, (byte) 0xFF};

    Api.Answer answer = new Play(shop).sends(Play.WOO, "order.created", notUtf8).is(400);

    assertThat(shop.object(answer.text("quarantineId"))).hasValue(notUtf8);
  }

  @Test
  void theSameOrderAgainIsAnsweredDuplicateAndNothingChanges(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order).is(202);
    byte[] body = order.updatedAt(shop.now());
    play.becomes(order.orderId(), "labelled");
    shop.pass(Duration.ofMinutes(5));
    JsonNode before = play.order(order.orderId());
    List<JsonNode> timeline = play.timeline(order.orderId());
    List<JsonNode> stock = play.stock("MUG-01");

    for (int i = 0; i < 4; i++) {
      assertThat(play.sends(Play.SHOPIFY, "orders/create", body).is(202).text("result"))
          .isEqualTo("duplicate");
      shop.pass(Duration.ofMinutes(35));
    }

    assertThat(play.order(order.orderId())).isEqualTo(before);
    assertThat(play.timeline(order.orderId())).isEqualTo(timeline);
    assertThat(play.stock("MUG-01")).isEqualTo(stock);
  }

  /** A delivery id that differs per delivery: the key is the order and its version. */
  @Test
  void anotherDeliveryIdDoesNotMakeAnotherOrder(Shop shop) {
    Play play = new Play(shop);
    byte[] body = AShopifyOrder.mug(1001).at(shop.now());
    SignedWebhook first = shop.stores().webhook(Play.SHOPIFY, "orders/create", body);
    SignedWebhook second = shop.stores().webhook(Play.SHOPIFY, "orders/paid", body);
    assertThat(first.headers().get("X-Shopify-Webhook-Id"))
        .isNotEqualTo(second.headers().get("X-Shopify-Webhook-Id"));

    assertThat(shop.api().deliver(Play.SHOPIFY, first).is(202).text("result"))
        .isEqualTo("accepted");
    assertThat(shop.api().deliver(Play.SHOPIFY, second).is(202).text("result"))
        .isEqualTo("duplicate");

    play.becomes("DTC-1001", "labelled");
    assertThat(shop.api().all("/orders")).hasSize(1);
  }

  @Test
  void aTopicThatCarriesNoOrderIsAnswered202Ignored(Shop shop) {
    byte[] product = "{\"id\":1,\"title\":\"Mug\",\"handle\":\"mug\"}".getBytes(UTF_8);

    Api.Answer answer = new Play(shop).sends(Play.SHOPIFY, "products/update", product).is(202);

    assertThat(answer.text("result")).isEqualTo("ignored");
  }
}

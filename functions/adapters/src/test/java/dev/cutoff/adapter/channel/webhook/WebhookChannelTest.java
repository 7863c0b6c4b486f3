package dev.cutoff.adapter.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.Payment;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.application.Channel.Authenticity;
import dev.cutoff.order.application.Channel.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WebhookChannelTest {
  private static final String SECRET = "whsec_Y3V0b2ZmIHRlc3Qgc2VjcmV0IG51bWJlciBvbmU=";
  private static final Store STORE =
      new Store(
          new StoreId("own"),
          "webhook",
          "Own shop",
          "OWN",
          "own-webhook",
          "https://shop.example.com/hook",
          "own-api",
          Map.of(),
          List.of(new Store.Method("standard", ShippingMethod.Kind.PARCEL, 5)),
          Set.of(),
          StoreStock.PLAIN);

  private final WebhookChannel channel = new WebhookChannel();

  @Test
  void whatTheStandardsOwnLibrarySignsIsGenuineAndAByteMoreIsForged() throws Exception {
    byte[] body = WebhookMessage.order().toString().getBytes(UTF_8);
    String signature = new Webhook(SECRET).sign("msg_1", 1_795_548_600, new String(body, UTF_8));

    assertThat(channel.authenticate(headers("msg_1", signature), body, SECRET))
        .isEqualTo(Authenticity.GENUINE);
    assertThat(channel.authenticate(headers("msg_1", "v1,AAAA " + signature), body, SECRET))
        .isEqualTo(Authenticity.GENUINE);
    assertThat(channel.authenticate(headers("msg_2", signature), body, SECRET))
        .isEqualTo(Authenticity.FORGED);
    assertThat(
            channel.authenticate(
                headers("msg_1", signature),
                (new String(body, UTF_8) + " ").getBytes(UTF_8),
                SECRET))
        .isEqualTo(Authenticity.FORGED);
    assertThat(channel.authenticate(Map.of(), body, SECRET)).isEqualTo(Authenticity.FORGED);
  }

  @Test
  void anOrderInTheWordsOfTheContractIsRead() {
    OrderDocument order = read(WebhookMessage.order());

    assertThat(order.externalId()).isEqualTo("A-17");
    assertThat(order.orderNumber()).isEqualTo("17");
    assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-11-24T15:00:00Z"));
    assertThat(order.updatedAt()).isEqualTo(order.placedAt());
    assertThat(order.payment().status()).isEqualTo(Payment.Status.PAID);
    assertThat(order.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.sku()).isEqualTo("MUG-01");
          assertThat(line.quantity()).isEqualTo(2);
          assertThat(line.unitPrice()).isEqualTo(Money.of(1250, "USD"));
        });
    assertThat(order.totals().total()).isEqualTo(Money.of(3095, "USD"));
    assertThat(order.shippingMethod().kind()).isEqualTo(ShippingMethod.Kind.PARCEL);
    assertThat(order.defects()).isEmpty();
    assertThat(order.cancelledAt()).isNull();
  }

  @Test
  void whatCannotBeReadIsADefectAndTheOrderIsKept() {
    ObjectNode message = WebhookMessage.order();
    ObjectNode data = (ObjectNode) message.path("data");
    data.put("placedAt", "yesterday");
    data.putObject("payment").put("status", "probably");
    ((ObjectNode) data.path("lines").path(0)).putObject("unitPrice").put("amount", -1);

    assertThat(read(message).defects())
        .anySatisfy(each -> assertThat(each).contains("placedAt"))
        .anySatisfy(each -> assertThat(each).contains("probably"))
        .anySatisfy(each -> assertThat(each).contains("unitPrice"));
  }

  @Test
  void aCancellationIsANewerVersionOfTheSameOrder() {
    ObjectNode message = WebhookMessage.order();
    ((ObjectNode) message.path("data"))
        .put("updatedAt", "2026-11-24T16:00:00Z")
        .put("cancelledAt", "2026-11-24T16:00:00Z");

    OrderDocument cancelled = read(message);
    assertThat(cancelled.calledOff()).isTrue();
    assertThat(cancelled.supersedes(read(WebhookMessage.order()))).isTrue();
  }

  @Test
  void whatIsNoOrderIsIgnoredAndWhatHasNoIdIsUnreadable() {
    assertThat(reading("{\"type\":\"customer.created\",\"data\":{}}"))
        .isInstanceOf(Reading.NoOrder.class);
    assertThat(reading("{\"type\":\"order.created\",\"data\":{}}"))
        .isInstanceOf(Reading.Unreadable.class);
    assertThat(reading("[]")).isInstanceOf(Reading.Unreadable.class);
  }

  private OrderDocument read(ObjectNode message) {
    if (reading(message.toString()) instanceof Reading.AnOrder order) {
      return order.document();
    }
    throw new AssertionError("not an order");
  }

  private Reading reading(String body) {
    return channel.read(STORE, Map.of(), body.getBytes(UTF_8));
  }

  private static Map<String, String> headers(String id, String signature) {
    return Map.of(
        "webhook-id", id, "webhook-timestamp", "1795548600", "webhook-signature", signature);
  }
}

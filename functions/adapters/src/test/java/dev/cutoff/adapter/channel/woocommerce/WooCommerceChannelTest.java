package dev.cutoff.adapter.channel.woocommerce;

import static dev.cutoff.adapter.channel.Samples.bytes;
import static dev.cutoff.adapter.channel.Samples.fixture;
import static dev.cutoff.adapter.channel.Samples.fixtureHeaders;
import static dev.cutoff.adapter.channel.Samples.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.application.Channel.Authenticity;
import dev.cutoff.order.application.Channel.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose bytes they are, and whether there is an order in them. */
final class WooCommerceChannelTest {
  private static final String SECRET = "wc_secret";
  private final WooCommerceChannel channel = new WooCommerceChannel();

  @Test
  void whatARealStoreSentIsGenuine() {
    byte[] body = fixture("woocommerce/order.created.body.json");
    Map<String, String> headers = fixtureHeaders("woocommerce/order.created.headers");

    assertThat(channel.authenticate(headers, body, SECRET)).isEqualTo(Authenticity.GENUINE);
    assertThat(channel.authenticate(headers, body, "another")).isEqualTo(Authenticity.FORGED);
  }

  @Test
  void aFirstPingWithoutSignatureIsWelcomeSoThatTheStoreKeepsTheWebhook() {
    byte[] body = fixture("woocommerce/ping.body");
    Map<String, String> headers = fixtureHeaders("woocommerce/ping.headers");

    assertThat(channel.authenticate(headers, body, SECRET)).isEqualTo(Authenticity.PING);
    assertThat(channel.read(store("woocommerce"), headers, body))
        .isInstanceOf(Reading.NoOrder.class);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,webhook_id=1",
    "application/x-www-form-urlencoded,webhook_id=1&status=completed",
    "application/x-www-form-urlencoded,webhook_id=x",
    "application/x-www-form-urlencoded,{}",
    "application/x-www-form-urlencoded,''"
  })
  void nothingElseGetsInUnsigned(String type, String body) {
    assertThat(
            channel.authenticate(
                Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8), SECRET))
        .isEqualTo(Authenticity.FORGED);
  }

  @Test
  void aPingWithAWrongSignatureIsForged() {
    Map<String, String> headers = new TreeMap<>(fixtureHeaders("woocommerce/ping.headers"));
    headers.put("x-wc-webhook-signature", "AAAA");

    assertThat(channel.authenticate(headers, fixture("woocommerce/ping.body"), SECRET))
        .isEqualTo(Authenticity.FORGED);
  }

  @Test
  void createdAndUpdatedWithTheVerySameBodyAreTheSameVersion() {
    byte[] body = bytes(WooCommerceOrder.processing());

    assertThat(read(Map.of("x-wc-webhook-topic", "order.created"), body))
        .isEqualTo(read(Map.of("x-wc-webhook-topic", "order.updated"), body))
        .isEqualTo(read(Map.of(), body))
        .isInstanceOf(Reading.AnOrder.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":12}",
        "{\"id\":12,\"sku\":\"MUG\",\"status\":\"publish\"}",
        "{\"id\":12,\"number\":\"12\",\"status\":\"checkout-draft\"}"
      })
  void whatIsNoOrderIsIgnored(String body) {
    assertThat(read(Map.of(), body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.NoOrder.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"product.updated", "order.deleted", "action.woocommerce_add_to_cart"})
  void aTopicThatCarriesNoOrderIsIgnored(String topic) {
    assertThat(read(Map.of("x-wc-webhook-topic", topic), bytes(WooCommerceOrder.processing())))
        .isInstanceOf(Reading.NoOrder.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "webhook_id=1",
        "{\"number\":\"12\"}",
        "{\"id\":12,\"number\":\"\",\"status\":\"processing\"}",
        "{\"id\":-1,\"number\":\"1\"}"
      })
  void aBodyWithoutAnOrderInItIsUnreadable(String body) {
    assertThat(read(Map.of(), body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Unreadable.class);
  }

  private Reading read(Map<String, String> headers, byte[] body) {
    return channel.read(store("woocommerce"), headers, body);
  }
}

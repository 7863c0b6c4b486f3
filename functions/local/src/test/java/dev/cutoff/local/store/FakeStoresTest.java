package dev.cutoff.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.adapter.channel.StoreApi.SecretHeader;
import dev.cutoff.adapter.channel.shopify.ShopifyChannel;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceChannel;
import dev.cutoff.order.application.Channel;
import dev.cutoff.order.application.Channel.Authenticity;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong request must fail here as it would in the real store. */
final class FakeStoresTest {
  private final FakeStores stores = FakeStores.start(0, InstantSource.fixed(Shop.NOW));

  @BeforeEach
  void openTheStores() {
    stores.openShopify("dtc", "shh", "token", List.of("101"));
    stores.openWooCommerce("woo", "wc_secret", "ck:cs");
    stores.place("dtc", Shop.shopifyOrder(1));
    stores.place("woo", Shop.wooCommerceOrder("processing"));
  }

  @AfterEach
  void closeTheStores() {
    stores.close();
  }

  @Test
  void webhooksAreSignedAsTheRealOnesAre() {
    genuine(
        new ShopifyChannel(), stores.webhook("dtc", "orders/create", Shop.shopifyOrder(1)), "shh");
    genuine(
        new WooCommerceChannel(),
        stores.webhook("woo", "order.created", Shop.wooCommerceOrder("processing")),
        "wc_secret");
  }

  @Test
  void everyDeliveryHasAnIdOfItsOwn() {
    assertThat(stores.webhook("woo", "order.created", new byte[0]).headers())
        .isNotEqualTo(stores.webhook("woo", "order.created", new byte[0]).headers());
  }

  @Test
  void theGreetingOfANewWebhookIsAPing() {
    SignedWebhook greeting = FakeStores.greeting();

    assertThat(
            new WooCommerceChannel()
                .authenticate(lowerCase(greeting.headers()), greeting.body(), "wc_secret"))
        .isEqualTo(Authenticity.PING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query A { order(id: \"gid://shopify/Order/7\") { trackingNumber } }",
        "query A($id: ID!) { order(id: $id) { id } }",
        "query A { order(id: \"gid://shopify/Order/7\") { fulfillmentOrders { nodes { id } } } }",
        "mutation A { fulfillmentCreate(fulfillment: {notify: true}) { userErrors { message } } }",
        "mutation A { orderCancel(orderId: \"x\", reason: OTHER) { userErrors { message } } }",
        "mutation A { fulfillmentEventCreate(fulfillmentEvent: {fulfillmentId: \"x\","
            + " status: IN_TRANSIT, happenedAt: \"now\"}) { userErrors { message } } }",
        "this is no question"
      })
  void aQuestionThatShopifysSchemaDoesNotAllowIsAnError(String query) {
    ObjectNode body = new ObjectMapper().createObjectNode().put("query", query);

    assertThat(
            ask(
                    "POST",
                    "dtc/admin/api/2026-07/graphql.json",
                    "X-Shopify-Access-Token",
                    "token",
                    body)
                .path("errors"))
        .isNotEmpty();
  }

  @Test
  void aFieldThatWooCommerceDoesNotKnowIsAnError() {
    ObjectNode body = new ObjectMapper().createObjectNode().put("tracking", "x");

    assertThat(reply("PUT", "woo/wp-json/wc/v3/orders/7", "Authorization", "Basic Y2s6Y3M=", body))
        .isInstanceOf(Reply.No.class);
  }

  @Test
  void everyRequestIsRecorded() {
    ObjectNode body =
        new ObjectMapper().createObjectNode().put("query", "query Mine { order(id: 7) { id } }");
    ask("POST", "dtc/admin/api/2026-07/graphql.json", "X-Shopify-Access-Token", "token", body);

    assertThat(stores.requests()).extracting(StoreRequest::what).containsExactly("Mine");
  }

  private static void genuine(Channel channel, SignedWebhook webhook, String secret) {
    assertThat(channel.authenticate(lowerCase(webhook.headers()), webhook.body(), secret))
        .isEqualTo(Authenticity.GENUINE);
    assertThat(
            channel.read(
                Shop.store(channel.name(), ""), lowerCase(webhook.headers()), webhook.body()))
        .isInstanceOf(Channel.Reading.AnOrder.class);
  }

  private JsonNode ask(String method, String path, String header, String value, JsonNode body) {
    if (reply(method, path, header, value, body) instanceof Reply.Yes<JsonNode> yes) {
      return yes.value();
    }
    throw new AssertionError("the fake refused");
  }

  private Reply<JsonNode> reply(
      String method, String path, String header, String value, JsonNode body) {
    String root = stores.apiUrl("");
    return new StoreApi(StoreApi.httpClient())
        .call("test", method, root + path, new SecretHeader(header, value), body);
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }
}

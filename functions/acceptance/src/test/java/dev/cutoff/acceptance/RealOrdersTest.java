package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that real stores and the platforms' own documentation sent. None of them is lost. */
class RealOrdersTest {
  private static final Path FIXTURES = RunningShop.ROOT.resolve("../shared/fixtures").normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where an order may come to rest; held ones need an open exception besides. */
  private static final Set<String> ENDS =
      Set.of("held", "labelled", "awaiting_payment", "cancelled", "shipped", "delivered");

  @TempDir Path home;

  private Shop shop;
  private Play play;

  @BeforeEach
  void openAShopWithTheSecretOfTheFixtures() {
    assumeTrue(Files.isDirectory(FIXTURES), () -> "the fixtures are missing: " + FIXTURES);
    shop = RunningShop.open(home, false, Map.of("acme-woo-webhook", "wc_secret"));
    play = new Play(shop);
  }

  @AfterEach
  void close() {
    if (shop != null) {
      shop.close();
    }
  }

  @Test
  void anOrderThatWooCommerceSentIsTakenWithItsOwnHeadersAndDelivered() throws IOException {
    byte[] body = Files.readAllBytes(FIXTURES.resolve("woocommerce/order.created.body.json"));
    String externalId = JSON.readTree(body).path("id").asText();
    shop.stores().place(Play.WOO, body);

    Api.Answer answer =
        shop.api().deliver(Play.WOO, headers("woocommerce/order.created.headers"), body).is(202);

    assertThat(answer.text("result")).isEqualTo("accepted");
    String orderId = answer.text("orderId");
    JsonNode order = play.becomes(orderId, "labelled");
    assertThat(order.at("/lines/0/sku").asText()).isEqualTo("MUG-01");
    while (play.couriersScan() > 0) {
      shop.pass(Duration.ofMinutes(1));
    }
    JsonNode there = play.becomes(orderId, "delivered");
    assertThat(there.at("/shipments/0/parcels/0/proofOfDelivery/leftAt").asText())
        .isEqualTo("Front door");
    String tracking = order.at("/shipments/0/parcels/0/trackingNumber").asText();
    assertThat(
            shop.until(
                () -> play.toldShipped(Play.WOO, externalId).size() == 1, Duration.ofMinutes(20)))
        .isTrue();
    assertThat(play.toldShipped(Play.WOO, externalId).getFirst()).contains(tracking);
    assertThat(play.mails(orderId)).hasSize(3);
  }

  @Test
  void thePingThatWooCommerceSentIsIgnored() throws IOException {
    byte[] body = Files.readAllBytes(FIXTURES.resolve("woocommerce/ping.body"));

    Api.Answer answer =
        shop.api().deliver(Play.WOO, headers("woocommerce/ping.headers"), body).is(202);

    assertThat(answer.text("result")).isEqualTo("ignored");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "goshopify_order.json",
        "goshopify_order_with_transaction.json",
        "goshopify_orders.json",
        "rest_2024-04_order.json",
        "shopify_python_order.json",
        "shopify_python_orders.json",
      })
  void everyOrderOfShopifysEndsWithAReason(String file) throws IOException {
    List<JsonNode> orders = orders(file);
    Map<String, String> expected = new TreeMap<>();
    for (JsonNode order : orders) {
      Api.Answer answer = send(order).is(202);
      assertThat(answer.text("result")).isIn("accepted", "duplicate", "updated");
      expected.put(answer.text("orderId"), order.path("id").asText());
      shop.pass(Duration.ofMinutes(1));
    }
    shop.pass(Duration.ofHours(1));

    for (Map.Entry<String, String> each : expected.entrySet()) {
      JsonNode order = play.order(each.getKey());
      assertThat(order.path("externalId").asText()).isEqualTo(each.getValue());
      assertThat(order.path("state").asText()).as(order.toString()).isIn(ENDS);
      if (order.path("state").asText().equals("held")) {
        assertThat(play.exception(each.getKey()).path("message").asText()).isNotBlank();
      }
    }
    assertThat(shop.api().all("/exceptions"))
        .noneMatch(each -> each.path("reason").asText().equals("INTERNAL_ERROR"));
    assertThat(shop.api().all("/orders")).hasSize(expected.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "goshopify_order.json",
        "goshopify_order_with_transaction.json",
        "goshopify_orders.json"
      })
  void theOrderThatIsVoidedAndCancelledIsNotShippedEvenWhereItsGoodsAreThere(String file)
      throws IOException {
    for (JsonNode order : orders(file)) {
      assertThat(order.path("financial_status").asText()).isEqualTo("voided");
      assertThat(order.hasNonNull("cancelled_at")).isTrue();
      Api.Answer answer = send(withOurGoods(order)).is(202);
      shop.pass(Duration.ofHours(1));

      JsonNode end = play.order(answer.text("orderId"));
      assertThat(end.path("state").asText()).isEqualTo("cancelled");
      assertThat(end.path("shipments")).isEmpty();
    }
    assertThat(play.reserved("MUG-01")).isZero();
  }

  /** The platform's own example, of somebody who sells what we have. */
  @Test
  void shopifysOwnExampleIsLabelledWhereItsGoodsAreThere() throws IOException {
    ObjectNode order = withOurGoods(orders("shopify_python_order.json").getFirst());

    Api.Answer answer = send(order).is(202);
    shop.pass(Duration.ofHours(1));

    JsonNode end = play.order(answer.text("orderId"));
    assertThat(end.path("state").asText()).as(end.toString()).isIn("labelled", "held");
    if (end.path("state").asText().equals("held")) {
      assertThat(play.exception(answer.text("orderId")).path("reason").asText())
          .isNotEqualTo("UNKNOWN_SKU");
    }
  }

  private Api.Answer send(JsonNode order) {
    byte[] body = order.toString().getBytes(UTF_8);
    shop.stores().place(Play.SHOPIFY, body);
    return play.sends(Play.SHOPIFY, "orders/updated", body);
  }

  /** The same order with mugs on every line; not a number of it changes. */
  private static ObjectNode withOurGoods(JsonNode order) {
    ObjectNode ours = order.deepCopy();
    for (JsonNode line : ours.path("line_items")) {
      ((ObjectNode) line).put("sku", "MUG-01");
    }
    return ours;
  }

  private static List<JsonNode> orders(String file) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    collect(JSON.readTree(FIXTURES.resolve("shopify/" + file).toFile()), found);
    assertThat(found).as(file).isNotEmpty();
    return found;
  }

  private static void collect(JsonNode node, List<JsonNode> found) {
    if (node.has("financial_status") && node.has("id")) {
      found.add(node);
    } else {
      node.forEach(each -> collect(each, found));
    }
  }

  /** The store's own headers, but for those that belong to its connection. */
  private static Map<String, String> headers(String file) throws IOException {
    Set<String> connection = Set.of("host", "connection", "content-length");
    Map<String, String> headers = new TreeMap<>();
    for (String line : Files.readAllLines(FIXTURES.resolve(file))) {
      int colon = line.indexOf(':');
      if (colon > 0
          && !connection.contains(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT))) {
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }
}

package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an order is told to a person; the order is accepted, and never lost. */
@ExtendWith(Shops.class)
class HeldOrdersTest {
  private static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("an unknown SKU", "UNKNOWN_SKU", order -> order.line("NO-SUCH-SKU", 1, 1000)),
        wrong("a line without a SKU", "UNKNOWN_SKU", order -> order.line("", 1, 1000)),
        wrong("a line that ships and has no weight", "NO_WEIGHT", one("POSTER-XL", 2600)),
        wrong("no stock anywhere", "OUT_OF_STOCK", one("CALENDAR-27", 1700)),
        wrong("an empty ZIP", "ADDRESS_INCOMPLETE", zip("")),
        wrong("a ZIP of blanks", "ADDRESS_INCOMPLETE", zip("   ")),
        wrong("a ZIP that is none", "ADDRESS_INCOMPLETE", zip("ABCDE")),
        wrong(
            "no ZIP at all",
            "ADDRESS_INCOMPLETE",
            mug(json -> json.withObject("/shipping_address").remove("zip"))),
        wrong(
            "no address at all",
            "ADDRESS_INCOMPLETE",
            mug(json -> json.remove("shipping_address"))),
        wrong("a quantity of 0", "BAD_QUANTITY", order -> order.line("MUG-01", 0, 1250)),
        wrong("a quantity of -1", "BAD_QUANTITY", order -> order.line("MUG-01", -1, 1250)),
        wrong(
            "a quantity of 99999999999",
            "BAD_QUANTITY",
            order -> order.line("MUG-01", 99_999_999_999L, 1250)),
        wrong(
            "totals that do not add up",
            "TOTALS_DO_NOT_ADD_UP",
            order ->
                order
                    .line("MUG-01", 1, 1250)
                    .withInTheEnd(json ->
                        json.put("total_price", "7.50").put("current_total_price", "7.50"))),
        wrong("another currency", "FOREIGN_CURRENCY", mug(json -> json.put("currency", "EUR"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void anOrderThatCannotGoOnIsAcceptedAndHeldWithItsReason(
      String what, String reason, UnaryOperator<AShopifyOrder> make, Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = make.apply(AShopifyOrder.number(1001));
    Instant asked = shop.now();

    Api.Answer answer = play.places(order).is(202);

    assertThat(answer.text("result")).isEqualTo("accepted");
    JsonNode exception = play.isHeld(order.orderId(), reason);
    assertThat(exception.path("owner").asText()).isEqualTo("ops");
    assertThat(Instant.parse(exception.path("dueAt").asText()))
        .isBetween(asked.plus(Duration.ofHours(4)), asked.plus(Duration.ofHours(5)));
    assertThat(exception.path("message").asText()).hasSizeGreaterThan(30).doesNotContain("null");
    assertThat(texts(exception.path("actions"))).contains("retry", "cancel");
    assertThat(shop.api().all("/exceptions?owner=ops&reason=" + reason)).containsExactly(exception);
    assertThat(shop.api().all("/exceptions?owner=founder")).isEmpty();
    JsonNode held = play.order(order.orderId());
    assertThat(held.at("/hold/reason").asText()).isEqualTo(reason);
    assertThat(held.path("exceptions")).containsExactly(exception);
    assertThat(held.path("shipments")).isEmpty();
    assertThat(play.reserved("MUG-01")).isZero();

    play.resolves(order.orderId(), java.util.Map.of("action", "cancel")).is(200);
    play.becomes(order.orderId(), "cancelled");
  }

  @Test
  void nothingHappensToAHeldOrderUntilSomebodyDecides(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001).line("NO-SUCH-SKU", 1, 1000);
    play.places(order);
    play.isHeld(order.orderId(), "UNKNOWN_SKU");
    List<JsonNode> timeline = play.timeline(order.orderId());

    shop.pass(Duration.ofDays(6));

    assertThat(play.timeline(order.orderId())).isEqualTo(timeline);
    assertThat(play.mails(order.orderId())).isEmpty();
    assertThat(shop.stores().told(Play.SHOPIFY, order.externalId())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongInWooCommerce")
  void anOrderOfWooCommerceIsHeldJustSo(
      String what, String reason, UnaryOperator<AWooOrder> make, Shop shop) {
    Play play = new Play(shop);
    AWooOrder order = make.apply(AWooOrder.number(1201));

    play.places(order).is(202);

    play.isHeld(order.orderId(), reason);
  }

  private static Stream<Arguments> wrongInWooCommerce() {
    return Stream.of(
        woo("an unknown SKU", "UNKNOWN_SKU", order -> order.line("NO-SUCH-SKU", 1, 1000)),
        woo("a quantity of 0", "BAD_QUANTITY", order -> order.line("MUG-01", 0, 1250)),
        woo("a quantity of -1", "BAD_QUANTITY", order -> order.line("MUG-01", -1, 1250)),
        woo(
            "a quantity of 99999999999",
            "BAD_QUANTITY",
            order -> order.line("MUG-01", 99_999_999_999L, 1250)),
        woo(
            "no ZIP",
            "ADDRESS_INCOMPLETE",
            order ->
                order
                    .line("MUG-01", 1, 1250)
                    .with(json -> json.withObject("/shipping").put("postcode", ""))),
        woo(
            "another currency",
            "FOREIGN_CURRENCY",
            order -> order.line("MUG-01", 1, 1250).with(json -> json.put("currency", "GBP"))));
  }

  private static Arguments wrong(String what, String reason, UnaryOperator<AShopifyOrder> make) {
    return arguments(what, reason, make);
  }

  private static Arguments woo(String what, String reason, UnaryOperator<AWooOrder> make) {
    return arguments(what, reason, make);
  }

  private static UnaryOperator<AShopifyOrder> one(String sku, long cents) {
    return order -> order.line(sku, 1, cents);
  }

  private static UnaryOperator<AShopifyOrder> zip(String zip) {
    return mug(json -> json.withObject("/shipping_address").put("zip", zip));
  }

  private static UnaryOperator<AShopifyOrder> mug(java.util.function.Consumer<ObjectNode> change) {
    return order -> order.line("MUG-01", 1, 1250).with(change);
  }

  private static List<String> texts(JsonNode array) {
    List<String> all = new java.util.ArrayList<>();
    array.forEach(each -> all.add(each.asText()));
    return all;
  }
}

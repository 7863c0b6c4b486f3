package dev.cutoff.adapter.channel.shopify;

import static dev.cutoff.adapter.channel.Samples.document;
import static dev.cutoff.adapter.channel.Samples.gap;
import static dev.cutoff.adapter.channel.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refunds, edits, what others shipped, and nonsense. */
final class ShopifyQuantitiesTest {
  private final ShopifyChannel channel = new ShopifyChannel();

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 99999999999L})
  void anAbsurdQuantityGoesThroughForTheScreeningToName(long quantity) {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("quantity", quantity);

    assertThat(document(channel, order).lines())
        .extracting(OrderLine::quantity)
        .containsExactly(quantity);
    ShopifyOrder.line(order).remove("current_quantity");
    assertThat(document(channel, order).lines())
        .extracting(OrderLine::quantity)
        .containsExactly(quantity);
  }

  @ParameterizedTest
  @CsvSource({"1.5", "two", "1e400", "99999999999999999999", "''"})
  void aQuantityThatIsNoWholeNumberHoldsTheOrder(String quantity) {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("quantity", quantity).remove("current_quantity");

    assertThat(document(channel, order).defects())
        .containsExactly("line 466157049: quantity '" + quantity + "' is not a whole number");
  }

  @Test
  void aRefundedUnitIsNotShippedAndNotCharged() {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("current_quantity", 1).put("fulfillable_quantity", 1);
    order.put("current_total_price", "28.98").put("current_total_tax", "1.78");

    OrderDocument read = document(channel, order);
    OrderLine line = read.lines().getFirst();
    assertThat(line.open()).isEqualTo(1);
    assertThat(line.discount()).isEqualTo(Money.of(240, "USD"));
    assertThat(line.tax()).isEqualTo(Money.of(178, "USD"));
    assertThat(gap(read)).isZero();
  }

  @Test
  void aLineThatWasRefundedOrRemovedIsGoneAndIsNoBadQuantity() {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("current_quantity", 0);

    assertThat(document(channel, order).lines()).isEmpty();
    assertThat(document(channel, order).defects()).isEmpty();
  }

  @Test
  void olderOrdersCountTheRefundsThemselves() {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).remove("current_quantity");
    order.remove("current_total_price");
    order.remove("current_total_tax");
    order.set(
        "refunds",
        json("""
        {"r":[{"refund_line_items":[{"line_item_id":466157049,"quantity":1,
          "subtotal":21.60,"total_tax":1.78}],
          "order_adjustments":[{"kind":"shipping_refund","amount":"-5.60",
            "tax_amount":"0.00"}]}]}
        """)
            .path("r"));

    OrderDocument read = document(channel, order);
    assertThat(read.lines().getFirst().quantity()).isEqualTo(1);
    assertThat(read.totals().total()).isEqualTo(Money.of(2338, "USD"));
    assertThat(gap(read)).isZero();
  }

  @Test
  void unitsThatSomebodyElseShippedAreNotShippedAgain() {
    ObjectNode order = ShopifyOrder.paid();
    order.set(
        "fulfillments",
        json("""
        {"f":[{"status":"success","line_items":[{"id":466157049,"quantity":1}]},
              {"status":"cancelled","line_items":[{"id":466157049,"quantity":1}]}]}
        """)
            .path("f"));
    assertThat(fulfilled(order)).isEqualTo(1);

    ShopifyOrder.line(order).remove("fulfillable_quantity");
    assertThat(fulfilled(order)).isEqualTo(1);
  }

  @Test
  void aLineMarkedFulfilledIsDone() {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("fulfillment_status", "fulfilled");

    assertThat(document(channel, order).physicalLines()).isEmpty();
  }

  @Test
  void unitsThatAFulfilmentServiceIsAtAreNotOurs() {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("fulfillable_quantity", 0);

    assertThat(fulfilled(order)).isEqualTo(2);
  }

  @Test
  void aUnitShippedAndReturnedLeavesTheOtherToShip() {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("current_quantity", 1).put("fulfillable_quantity", 1);
    order.set(
        "fulfillments",
        json("{\"f\":[{\"status\":\"success\",\"line_items\":[{\"id\":466157049,\"quantity\":1}]}]}")
            .path("f"));

    assertThat(document(channel, order).lines().getFirst().open()).isEqualTo(1);
  }

  @Test
  void pricesThatIncludeTheTaxAreNotTaxedAgain() {
    ObjectNode order = ShopifyOrder.paid().put("taxes_included", true);
    order.put("current_total_price", "48.80");

    OrderDocument read = document(channel, order);
    assertThat(read.totals().tax()).isEqualTo(Money.zero("USD"));
    assertThat(gap(read)).isZero();
  }

  @Test
  void freeShippingByCodeAndTipsAndDutiesAddUp() {
    ObjectNode order = ShopifyOrder.paid();
    ((ObjectNode) order.path("shipping_lines").path(0))
        .putArray("discount_allocations")
        .addObject()
        .put("amount", "5.60");
    order.put("total_tip_received", "3.00").put("current_total_price", "51.01");
    order
        .putObject("current_total_duties_set")
        .putObject("shop_money")
        .put("amount", "1.25")
        .put("currency_code", "USD");

    assertThat(gap(document(channel, order))).isZero();
  }

  @Test
  void totalsThatDoNotAddUpAreSeen() {
    ObjectNode order = ShopifyOrder.paid().put("current_total_price", "99.00");

    assertThat(gap(document(channel, order))).isNotZero();
  }

  @Test
  void anUnreadablePriceDateOrCurrencyHoldsTheOrderInsteadOfLosingIt() {
    ObjectNode order = ShopifyOrder.paid().put("updated_at", "yesterday");
    ShopifyOrder.line(order).put("price", "free").putObject("total_discount");

    OrderDocument read = document(channel, order);
    assertThat(read.defects())
        .containsExactlyInAnyOrder(
            "line 466157049: price 'free' is not an amount",
            "the order's updated_at 'yesterday' is not a time");
    assertThat(read.updatedAt()).isEqualTo(Instant.EPOCH);

    assertThat(document(channel, ShopifyOrder.paid().put("currency", "XAU")).defects())
        .containsExactly("the order's currency 'XAU' is not known");
  }

  @Test
  void twoLinesWithOneIdStayTwoLines() {
    ObjectNode order = ShopifyOrder.paid();
    order.withArray("line_items").add(ShopifyOrder.line(order).deepCopy());

    OrderDocument read = document(channel, order);
    assertThat(read.lines()).extracting(OrderLine::lineId).doesNotHaveDuplicates().hasSize(2);
    assertThat(read.defects()).containsExactly("two lines have the id 466157049");
  }

  private long fulfilled(ObjectNode order) {
    return document(channel, order).lines().getFirst().fulfilledElsewhere();
  }
}

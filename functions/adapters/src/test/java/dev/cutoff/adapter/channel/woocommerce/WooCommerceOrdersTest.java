package dev.cutoff.adapter.channel.woocommerce;

import static dev.cutoff.adapter.channel.Samples.document;
import static dev.cutoff.adapter.channel.Samples.fixture;
import static dev.cutoff.adapter.channel.Samples.gap;
import static dev.cutoff.adapter.channel.Samples.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import dev.cutoff.order.ShippingMethod;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of WooCommerce's order. */
final class WooCommerceOrdersTest {
  private final WooCommerceChannel channel = new WooCommerceChannel();

  @Test
  void theRealOrderBecomesTheCanonicalOne() {
    OrderDocument order = real();

    assertThat(order.externalId()).isEqualTo("12");
    assertThat(order.orderNumber()).isEqualTo("12");
    assertThat(order.updatedAt()).isEqualTo(Instant.parse("2026-11-23T00:13:48Z"));
    assertThat(order.payment()).isEqualTo(new Payment(Payment.Status.PAID, "Card"));
    assertThat(order.customer().phone()).isEqualTo("+14155550100");
    Address shipTo = requireNonNull(order.shipTo());
    assertThat(shipTo.street1()).isEqualTo("2 Market St");
    assertThat(shipTo.phone()).isEqualTo("+14155550100");
    assertThat(order.defects()).isEmpty();
    assertThat(gap(order)).isZero();
    assertThat(order.lines())
        .containsExactly(
            new OrderLine(
                "3",
                "MUG-01",
                "Mug",
                1,
                0,
                Money.of(1250, "USD"),
                Money.zero("USD"),
                Money.zero("USD"),
                true,
                null,
                java.util.List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "pending,false,PENDING",
    "failed,false,PENDING",
    "failed,true,PENDING",
    "on-hold,false,PENDING",
    "processing,true,PAID",
    "processing,false,PAID",
    "completed,true,PAID",
    "cancelled,true,PAID",
    "refunded,true,REFUNDED",
    "wc-processing,true,PAID"
  })
  void theStatusSaysWhetherItIsPaid(String status, boolean dated, Payment.Status expected) {
    OrderDocument order = document(channel, order(status, dated));

    assertThat(order.payment().status()).isEqualTo(expected);
    assertThat(order.defects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancelled", "refunded", "trash"})
  void whatTheStoreTookBackIsCancelled(String status) {
    OrderDocument order = document(channel, order(status, true));

    assertThat(order.cancelledAt()).isEqualTo(order.updatedAt());
  }

  @Test
  void aPaidOrderThatTheStoreHoldsIsHeldHere() {
    assertThat(document(channel, order("on-hold", true)).defects())
        .containsExactly("the order needs no more money, and the store has put it on hold");
  }

  @Test
  void aStatusOfSomePluginIsHeld() {
    assertThat(document(channel, order("packed", true)).defects())
        .containsExactly("the order's status 'packed' is not known");
  }

  @Test
  void anOrderCompletedByHandIsShippedAlready() {
    assertThat(document(channel, order("completed", true)).physicalLines()).isEmpty();
  }

  @Test
  void cashOnDeliveryPaidAtOnceJumpsToCompletedAndIsStillToBeShipped() {
    ObjectNode order = order("completed", true).put("payment_method", "cod");

    OrderDocument read = document(channel, order);
    assertThat(read.physicalLines()).hasSize(1);
    assertThat(read.payment().status()).isEqualTo(Payment.Status.CASH_ON_DELIVERY);
    assertThat(document(channel, order("processing", false).put("payment_method", "cod")).payment())
        .isEqualTo(new Payment(Payment.Status.CASH_ON_DELIVERY, "Card"));
  }

  @Test
  void aPartialRefundThatNamesNoLineIsHeldAndStillAddsUp() {
    ObjectNode order = order("processing", true);
    order.withArray("refunds").addObject().put("id", 1).put("total", "-5.00");

    OrderDocument read = document(channel, order);
    assertThat(read.payment().status()).isEqualTo(Payment.Status.PARTIALLY_REFUNDED);
    assertThat(read.totals().total()).isEqualTo(Money.of(750, "USD"));
    assertThat(gap(read)).isZero();
    assertThat(read.defects())
        .containsExactly(
            "USD 5.00 went back to the customer, and the store does not say for which line");
  }

  @Test
  void anOrderRefundedInFullIsNotShippedWhateverItsStatus() {
    ObjectNode order = order("processing", true);
    order.withArray("refunds").addObject().put("id", 1).put("total", "-12.50");

    OrderDocument read = document(channel, order);
    assertThat(read.payment().givenBack()).isTrue();
    assertThat(read.cancelledAt()).isNotNull();
  }

  @Test
  void theFloatPriceIsNotTrustedAndDiscountsTaxesAndFeesAddUp() {
    ObjectNode order = order("processing", true);
    ObjectNode line = line(order);
    line.put("quantity", 3).put("subtotal", "10.00").put("total", "9.00").put("price", 3.0);
    line.put("total_tax", "0.80");
    order.put("shipping_total", "4.00").put("total_tax", "1.20").put("total", "15.95");
    order.withArray("fee_lines").addObject().put("total", "1.75");

    OrderDocument read = document(channel, order);
    assertThat(read.lines().getFirst().unitPrice()).isEqualTo(Money.of(333, "USD"));
    assertThat(read.lines().getFirst().discount()).isEqualTo(Money.of(99, "USD"));
    assertThat(gap(read)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"3,10.00", "7,10.00", "100,33.33", "6,0.05", "1000,0.01", "9,9.99"})
  void subtotalsThatNoUnitPriceDividesStayWithinAMinorUnit(long quantity, String subtotal) {
    ObjectNode order = order("processing", true).put("total", subtotal);
    line(order).put("quantity", quantity).put("subtotal", subtotal).put("total", subtotal);

    assertThat(gap(document(channel, order))).isBetween(-1L, 1L);
  }

  @Test
  void whatPluginsHideStaysHidden() {
    ObjectNode order = order("processing", true);
    line(order)
        .withArray("meta_data")
        .addObject()
        .put("key", "engraving")
        .put("value", "S.E.")
        .put("display_key", "Engraving")
        .put("display_value", "S.E.");
    line(order)
        .withArray("meta_data")
        .addObject()
        .put("key", "_x")
        .put("value", "1")
        .put("display_key", "X")
        .put("display_value", "1");
    order.withArray("meta_data").addObject().put("key", "gift_message").put("value", "Hello");
    order.withArray("meta_data").addObject().put("key", "is_vat_exempt").put("value", "no");

    OrderDocument read = document(channel, order);
    assertThat(read.lines().getFirst().properties())
        .containsExactly(new LineProperty("Engraving", "S.E."));
    assertThat(read.giftMessage()).isEqualTo("Hello");
    assertThat(read.attributes()).isEmpty();
  }

  @Test
  void anEmptyShippingAddressMeansTheBillingAddress() {
    ObjectNode order = order("processing", true);
    ObjectNode shipping = order.putObject("shipping");
    shipping.put("first_name", "").put("address_1", "").put("country", "").put("postcode", "");

    assertThat(document(channel, order).shipTo()).isEqualTo(document(channel, order).billTo());
  }

  @Test
  void localPickupIsNoParcel() {
    ObjectNode order = order("processing", true);
    order
        .withArray("shipping_lines")
        .addObject()
        .put("method_id", "local_pickup")
        .put("method_title", "Warehouse");

    assertThat(document(channel, order).shippingMethod())
        .isEqualTo(new ShippingMethod("local_pickup", "Warehouse", ShippingMethod.Kind.PICKUP));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 99999999999L})
  void anAbsurdQuantityGoesThroughForTheScreeningToName(long quantity) {
    ObjectNode order = order("processing", true);
    line(order).put("quantity", quantity);

    assertThat(document(channel, order).lines())
        .extracting(OrderLine::quantity)
        .containsExactly(quantity);
  }

  private OrderDocument real() {
    return document(channel, json(fixture("woocommerce/order.created.body.json")));
  }

  private static ObjectNode order(String status, boolean paid) {
    ObjectNode order = WooCommerceOrder.processing().put("status", status);
    return paid ? order : order.putNull("date_paid").putNull("date_paid_gmt");
  }

  private static ObjectNode line(ObjectNode order) {
    return (ObjectNode) order.path("line_items").path(0);
  }
}

package dev.cutoff.adapter.channel.shopify;

import static dev.cutoff.adapter.channel.Samples.bytes;
import static dev.cutoff.adapter.channel.Samples.document;
import static dev.cutoff.adapter.channel.Samples.gap;
import static dev.cutoff.adapter.channel.Samples.json;
import static dev.cutoff.adapter.channel.Samples.store;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.BodySignature;
import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.application.Channel.Authenticity;
import dev.cutoff.order.application.Channel.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShopifyChannelTest {
  private static final String SECRET = "shpss_secret";
  private final ShopifyChannel channel = new ShopifyChannel();

  @Test
  void aBodySignedWithTheStoresSecretIsGenuine() {
    byte[] body = bytes(ShopifyOrder.paid());

    assertThat(channel.authenticate(signed(BodySignature.of(body, SECRET)), body, SECRET))
        .isEqualTo(Authenticity.GENUINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "garbage", "%%%", "AAAA", "Zhq5yCQ0divsbM5iETIiNWdGM2pVSh/Mf0S+qbJDROg="})
  void aWrongSignatureIsForged(String signature) {
    byte[] body = bytes(ShopifyOrder.paid());

    assertThat(channel.authenticate(signed(signature), body, SECRET))
        .isEqualTo(Authenticity.FORGED);
  }

  @Test
  void aBodyWithoutSignatureOrChangedByOneByteIsForged() {
    byte[] body = bytes(ShopifyOrder.paid());
    String signature = BodySignature.of(body, SECRET);
    body[10] ^= 1;

    assertThat(channel.authenticate(Map.of(), body, SECRET)).isEqualTo(Authenticity.FORGED);
    assertThat(channel.authenticate(signed(signature), body, SECRET))
        .isEqualTo(Authenticity.FORGED);
    assertThat(channel.authenticate(signed(signature), body, "")).isEqualTo(Authenticity.FORGED);
  }

  @Test
  void theOrderBecomesTheCanonicalOne() {
    OrderDocument order = document(channel, ShopifyOrder.paid());

    assertThat(order.externalId()).isEqualTo("450789469");
    assertThat(order.orderNumber()).isEqualTo("90412");
    assertThat(order.updatedAt()).isEqualTo(Instant.parse("2026-11-23T19:07:02Z"));
    assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-11-23T19:07:00Z"));
    assertThat(order.payment()).isEqualTo(new Payment(Payment.Status.PAID, "bogus"));
    assertThat(order.customer().phone()).isEqualTo("+12125552368");
    assertThat(order.customer().name()).isEqualTo("Sam Example");
    assertThat(order.customer().locale()).isEqualTo("en-US");
    assertThat(order.note()).isEqualTo("ring twice");
    assertThat(order.giftMessage()).isEqualTo("Happy birthday");
    assertThat(order.attributes()).containsExactly(new LineProperty("colour card", "yes"));
    assertThat(order.billTo()).isNull();
    Address shipTo = requireNonNull(order.shipTo());
    assertThat(shipTo.region()).isEqualTo("NY");
    assertThat(shipTo.phone()).isEqualTo("+12125552368");
    assertThat(order.defects()).isEmpty();
    assertThat(order.cancelledAt()).isNull();
    assertThat(order.totals().total()).isEqualTo(Money.of(5236, "USD"));
    assertThat(gap(order)).isZero();
  }

  @Test
  void theLineKeepsWhatPickerAndPackerNeed() {
    OrderLine line = document(channel, ShopifyOrder.paid()).lines().getFirst();

    assertThat(line)
        .isEqualTo(
            new OrderLine(
                "466157049",
                "TEE-BLK-M",
                "Tee - black / M",
                2,
                0,
                Money.of(2400, "USD"),
                Money.of(480, "USD"),
                Money.of(356, "USD"),
                true,
                200L,
                java.util.List.of(new LineProperty("Engraving", "S.E."))));
  }

  @ParameterizedTest
  @CsvSource({
    "#90412,90412",
    "DTC-90412,90412",
    "#DTC-90412,90412",
    "dtc-90412,90412",
    "EN1001,EN1001"
  })
  void theStoresPrefixIsNotAddedTwice(String name, String number) {
    assertThat(document(channel, ShopifyOrder.paid().put("name", name)).orderNumber())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "paid,PAID",
    "authorized,AUTHORIZED",
    "pending,PENDING",
    "expired,PENDING",
    "partially_paid,PARTIALLY_PAID",
    "partially_refunded,PARTIALLY_REFUNDED",
    "refunded,REFUNDED",
    "voided,VOIDED"
  })
  void theFinancialStatusIsThePayments(String sent, Payment.Status status) {
    OrderDocument order = document(channel, ShopifyOrder.paid().put("financial_status", sent));

    assertThat(order.payment().status()).isEqualTo(status);
    assertThat(order.defects()).isEmpty();
  }

  @Test
  void aFinancialStatusNobodyKnowsIsUnpaidAndHeld() {
    OrderDocument order = document(channel, ShopifyOrder.paid().put("financial_status", "odd"));

    assertThat(order.payment().status()).isEqualTo(Payment.Status.PENDING);
    assertThat(order.defects()).containsExactly("the order's financial_status 'odd' is not known");
  }

  @Test
  void anOrderWithPaymentTermsIsShippedBeforeItIsPaidAndNeverExpires() {
    ObjectNode order = ShopifyOrder.paid().put("financial_status", "pending");
    order
        .putObject("payment_terms")
        .put("payment_terms_name", "NET_30")
        .put("payment_terms_type", "net")
        .put("due_in_days", 30);
    OrderDocument read = document(channel, order);
    assertThat(read.payment().status()).isEqualTo(Payment.Status.ON_TERMS);
    assertThat(read.payment().settled()).isTrue();
    order.putNull("payment_terms");
    assertThat(document(channel, order).payment().settled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cash on Delivery (COD)", "cash_on_delivery"})
  void cashOnDeliveryDoesNotWaitForMoney(String gateway) {
    ObjectNode order = ShopifyOrder.paid().put("financial_status", "pending");
    order.putArray("payment_gateway_names").add(gateway);

    assertThat(document(channel, order).payment().status())
        .isEqualTo(Payment.Status.CASH_ON_DELIVERY);
  }

  @ParameterizedTest
  @CsvSource({
    "Standard,anything,PARCEL",
    "BIKE-COURIER,Courier,LOCAL_DELIVERY",
    "Downtown,Store pickup,PICKUP",
    "x,Click & Collect,PICKUP",
    "x,DHL pickup point,PARCEL",
    "x,Local delivery,LOCAL_DELIVERY",
    "x,Overnight,PARCEL"
  })
  void pickupAndLocalDeliveryAreToldFromParcels(
      String code, String title, ShippingMethod.Kind kind) {
    ObjectNode order = ShopifyOrder.paid();
    ((ObjectNode) order.path("shipping_lines").path(0)).put("code", code).put("title", title);

    assertThat(document(channel, order).shippingMethod().kind()).isEqualTo(kind);
  }

  @Test
  void aCancelledOrderSaysWhen() {
    OrderDocument order =
        document(channel, ShopifyOrder.paid().put("cancelled_at", "2026-11-23T15:00:00-05:00"));

    assertThat(order.cancelledAt()).isEqualTo(Instant.parse("2026-11-23T20:00:00Z"));
  }

  @Test
  void aTestOrderIsMarked() {
    assertThat(document(channel, ShopifyOrder.paid().put("test", true)).test()).isTrue();
  }

  @Test
  void aGiftCardNeedsNoShipping() {
    ObjectNode order = ShopifyOrder.paid();
    ShopifyOrder.line(order).put("gift_card", true);

    assertThat(document(channel, order).physicalLines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "products/update",
        "refunds/create",
        "orders/delete",
        "orders/edited",
        "app/uninstalled"
      })
  void aTopicThatCarriesNoOrderIsIgnored(String topic) {
    assertThat(read(Map.of("x-shopify-topic", topic), bytes(ShopifyOrder.paid())))
        .isInstanceOf(Reading.NoOrder.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/create", "orders/updated", "orders/paid", "orders/cancelled"})
  void createdAndUpdatedWithTheSameBytesAreTheSameVersion(String topic) {
    byte[] body = bytes(ShopifyOrder.paid());

    assertThat(read(Map.of("x-shopify-topic", topic), body)).isEqualTo(read(Map.of(), body));
  }

  @Test
  void aFulfilmentIsNoOrderEvenWithoutATopic() {
    assertThat(read(Map.of(), "{\"id\":1,\"order_id\":2,\"name\":\"#1.1\"}"))
        .isInstanceOf(Reading.NoOrder.class);
    assertThat(read(Map.of(), "{\"id\":1,\"admin_graphql_api_id\":\"gid://shopify/Product/1\"}"))
        .isInstanceOf(Reading.NoOrder.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{}",
        "{\"id\":1}",
        "{\"name\":\"#1\"}",
        "{\"id\":1.5,\"name\":\"#1\"}",
        "{\"id\":1,\"name\":\"#\"}",
        "{\"id\":1,\"name\":\"#1\"} x"
      })
  void aBodyWithoutAnOrderInItIsUnreadable(String body) {
    assertThat(read(Map.of(), body)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void theWrappedAnswerOfTheRestApiReadsLikeThePushedOrder() {
    ObjectNode wrapped = json("{}");
    wrapped.set("order", ShopifyOrder.paid());

    assertThat(document(channel, wrapped)).isEqualTo(document(channel, ShopifyOrder.paid()));
  }

  private Reading read(Map<String, String> headers, byte[] body) {
    return channel.read(store("shopify"), headers, body);
  }

  private Reading read(Map<String, String> headers, String body) {
    return read(headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> signed(String signature) {
    return Map.of("x-shopify-hmac-sha256", signature);
  }
}

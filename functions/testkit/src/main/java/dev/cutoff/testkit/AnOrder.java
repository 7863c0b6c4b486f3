package dev.cutoff.testkit;

import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.order.Customer;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Example orders: {@code AnOrder.numbered("90412").line("TEE-BLK-M", 2).document()}. What a test
 * does not say is usual: paid, in dollars, by parcel to Los Angeles, one tee where no line is
 * named. Later states are made by {@link Stage}.
 */
public final class AnOrder {
  public static final Instant PLACED = Instant.parse("2026-11-23T17:05:00Z");
  public static final Instant RECEIVED = PLACED.plusSeconds(2);
  public static final Address LOS_ANGELES =
      Address.of(
          "Sam Example",
          null,
          "1 Sample Street",
          null,
          "Los Angeles",
          "CA",
          "90012",
          "US",
          "+12135550100");
  public static final ShippingMethod STANDARD =
      new ShippingMethod("standard", "Standard", ShippingMethod.Kind.PARCEL);

  private static final Money PRICE = Money.of(2_400, "USD");
  private static final Money SHIPPING = Money.of(595, "USD");

  private final String number;
  private final List<OrderLine> lines = new ArrayList<>();
  private StoreId storeId = new StoreId("acme");
  private String channel = "shopify";
  private String prefix = "DTC";
  private Instant placedAt = PLACED;
  private Instant updatedAt = PLACED;
  private Instant receivedAt = RECEIVED;
  private @Nullable Address shipTo = LOS_ANGELES;
  private String email = "sam@example.com";
  private Payment.Status payment = Payment.Status.PAID;
  private ShippingMethod method = STANDARD;
  private List<String> defects = List.of();
  private boolean test;
  private @Nullable Instant cancelledAt;
  private final List<LineProperty> attributes = new ArrayList<>();

  private AnOrder(String number) {
    this.number = number;
  }

  public static AnOrder numbered(String number) {
    return new AnOrder(number);
  }

  public AnOrder line(String sku, long quantity) {
    return line(sku, quantity, true);
  }

  public AnOrder line(String sku, long quantity, boolean requiresShipping) {
    Money none = Money.zero("USD");
    return line(
        new OrderLine(
            String.valueOf(lines.size() + 1),
            sku,
            "The " + sku,
            quantity,
            0,
            PRICE,
            none,
            none,
            requiresShipping,
            null,
            List.of()));
  }

  public AnOrder line(OrderLine line) {
    lines.add(line);
    return this;
  }

  public AnOrder from(String store, String platform, String orderPrefix) {
    storeId = new StoreId(store);
    channel = platform;
    prefix = orderPrefix;
    return this;
  }

  public AnOrder placedAt(Instant value) {
    placedAt = value;
    return this;
  }

  /** A note of the whole order, as a store attaches it. */
  public AnOrder attribute(String name, String value) {
    attributes.add(new LineProperty(name, value));
    return this;
  }

  public AnOrder updatedAt(Instant value) {
    updatedAt = value;
    return this;
  }

  public AnOrder receivedAt(Instant value) {
    receivedAt = value;
    return this;
  }

  public AnOrder shipTo(@Nullable Address value) {
    shipTo = value;
    return this;
  }

  public AnOrder email(String value) {
    email = value;
    return this;
  }

  public AnOrder payment(Payment.Status value) {
    payment = value;
    return this;
  }

  public AnOrder method(ShippingMethod value) {
    method = value;
    return this;
  }

  public AnOrder defects(String... values) {
    defects = List.of(values);
    return this;
  }

  public AnOrder test() {
    test = true;
    return this;
  }

  public AnOrder cancelledAt(Instant value) {
    cancelledAt = value;
    return this;
  }

  public OrderId id() {
    return OrderId.of(prefix, number);
  }

  public OrderDocument document() {
    List<OrderLine> all =
        lines.isEmpty() ? numbered(number).line("TEE-BLK-M", 2).lines : List.copyOf(lines);
    Customer customer = new Customer("Sam Example", email, "+12135550100", "en-US");
    return new OrderDocument(
        storeId,
        channel,
        "ext-" + number,
        "#" + number,
        placedAt,
        updatedAt,
        "USD",
        all,
        customer,
        shipTo,
        shipTo,
        method,
        new Payment(payment, "card"),
        totals(all),
        "",
        "",
        attributes,
        defects,
        test,
        cancelledAt);
  }

  /** Version 1, with nothing done yet. */
  public Order received() {
    return Order.received(id(), document(), receivedAt, "token-" + id());
  }

  private static Totals totals(List<OrderLine> lines) {
    Money none = Money.zero("USD");
    Money goods =
        lines.stream()
            .map(line -> line.unitPrice().times(line.quantity()))
            .reduce(none, Money::plus);
    return new Totals(goods, none, SHIPPING, none, none, goods.plus(SHIPPING));
  }
}

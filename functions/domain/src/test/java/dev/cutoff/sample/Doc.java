package dev.cutoff.sample;

import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.order.Customer;
import dev.cutoff.order.OrderDocument;
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
 * An order document in the making: paid, in dollars, one tee to Los Angeles, unless said otherwise.
 */
public final class Doc {
  public static final Instant PLACED = Instant.parse("2026-11-23T17:05:00Z");
  public static final Address HOME =
      Address.of("Sam Example", "", "1 Sample Street", "", "Los Angeles", "CA", "90012", "US", "");

  private final List<OrderLine> lines = new ArrayList<>();
  private Instant placedAt = PLACED;
  private String currency = "USD";
  private @Nullable Address shipTo = HOME;
  private ShippingMethod method =
      new ShippingMethod("standard", "Standard", ShippingMethod.Kind.PARCEL);
  private Payment.Status payment = Payment.Status.PAID;
  private @Nullable Totals totals;
  private List<String> defects = List.of();
  private boolean test;

  public static Doc order() {
    return new Doc();
  }

  public static OrderLine line(String id, String sku, long quantity) {
    Money none = Money.zero("USD");
    return new OrderLine(
        id, sku, sku, quantity, 0, Money.of(2_400, "USD"), none, none, true, null, List.of());
  }

  public Doc line(String sku, long quantity) {
    return line(line("" + (lines.size() + 1), sku, quantity));
  }

  public Doc line(OrderLine line) {
    lines.add(line);
    return this;
  }

  public Doc placedAt(String instant) {
    placedAt = Instant.parse(instant);
    return this;
  }

  public Doc currency(String value) {
    currency = value;
    return this;
  }

  public Doc to(@Nullable Address value) {
    shipTo = value;
    return this;
  }

  /** To that country. */
  public Doc to(String country) {
    return to(Address.of("Sam Example", "", "1 Sample Street", "", "X", "", "1", country, ""));
  }

  public Doc by(String title, ShippingMethod.Kind kind) {
    method = new ShippingMethod("", title, kind);
    return this;
  }

  public Doc payment(Payment.Status value) {
    payment = value;
    return this;
  }

  public Doc totals(Totals value) {
    totals = value;
    return this;
  }

  public Doc defects(String... values) {
    defects = List.of(values);
    return this;
  }

  public Doc test() {
    test = true;
    return this;
  }

  public OrderDocument build() {
    List<OrderLine> all = lines.isEmpty() ? List.of(line("1", "TEE", 1)) : lines;
    Money none = Money.zero(currency);
    Totals stated = totals;
    return new OrderDocument(
        new StoreId("acme"),
        "shopify",
        "ext-1",
        "#1",
        placedAt,
        placedAt,
        currency,
        all,
        new Customer("Sam Example", "sam@example.com", "", "en-US"),
        shipTo,
        null,
        method,
        new Payment(payment, "card"),
        stated == null ? sums(all, none) : stated,
        "",
        "",
        List.of(),
        defects,
        test,
        null);
  }

  private static Totals sums(List<OrderLine> lines, Money none) {
    long goods =
        lines.stream()
            .mapToLong(line -> line.unitPrice().amount() * Math.clamp(line.quantity(), -9, 99_999))
            .sum();
    Money total = Money.of(goods, none.currency());
    return new Totals(total, none, none, none, none, total);
  }
}

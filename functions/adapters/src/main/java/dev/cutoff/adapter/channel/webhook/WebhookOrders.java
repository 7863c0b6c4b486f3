package dev.cutoff.adapter.channel.webhook;

import dev.cutoff.adapter.channel.LineIds;
import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Phones;
import dev.cutoff.adapter.channel.ShippingMethods;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Store;
import dev.cutoff.money.Money;
import dev.cutoff.order.Customer;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import dev.cutoff.order.Totals;
import dev.cutoff.order.application.Channel.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * From a shop's own order to the canonical one. It is written in the words of the contract: money
 * in minor units with its currency, times with their offset, payment as paid, pending and so on.
 */
final class WebhookOrders {
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NOTE = 5_000;

  private final Phones phones = new Phones();

  Reading read(Store store, Part order) {
    String id = order.text("id");
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      return new Reading.Unreadable("the order has no id of at most " + LONGEST_ID + " characters");
    }
    String number = order.firstText("number", "id");
    return number.replaceAll("[^A-Za-z0-9_-]", "").isEmpty()
        ? new Reading.Unreadable("the order has no number")
        : new Reading.AnOrder(document(store, order, id, number));
  }

  private OrderDocument document(Store store, Part order, String id, String number) {
    Values values = Values.in(order.text("currency"));
    Instant placedAt = values.instant(order, "placedAt");
    Instant updatedAt = order.has("updatedAt") ? values.instant(order, "updatedAt") : placedAt;
    List<OrderLine> lines = lines(order, values);
    Part customer = order.part("customer");
    Part shipTo = order.part("shipTo");
    return new OrderDocument(
        store.id(),
        WebhookChannel.NAME,
        id,
        number,
        placedAt,
        updatedAt,
        values.currency(),
        lines,
        new Customer(
            customer.text("name"),
            customer.text("email"),
            phones.inE164(customer.text("phone"), shipTo.text("country")),
            customer.text("locale")),
        address(shipTo),
        address(order.part("billTo")),
        ShippingMethods.of(store, order.text("shippingMethod"), order.text("shippingMethod")),
        payment(order.part("payment"), values),
        totals(order, lines, values),
        order.text("note", LONGEST_NOTE),
        order.text("giftMessage", LONGEST_NOTE),
        List.of(),
        values.defects(),
        order.flag("test"),
        order.has("cancelledAt") ? values.instant(order, "cancelledAt") : null);
  }

  private static List<OrderLine> lines(Part order, Values values) {
    LineIds ids = new LineIds(values);
    List<OrderLine> lines = new ArrayList<>();
    for (Part line : ids.limited(order.parts("lines"))) {
      String id = ids.of(line);
      lines.add(
          new OrderLine(
              id,
              line.text("sku"),
              line.text("name"),
              values.whole(line, "quantity", "line " + id),
              0,
              money(line, "unitPrice", "line " + id, values),
              money(line, "discount", "line " + id, values),
              money(line, "tax", "line " + id, values),
              line.flag("requiresShipping", true),
              grams(line),
              List.of()));
    }
    return lines;
  }

  private static @Nullable Long grams(Part line) {
    OptionalLong grams = Values.whole(line, "grams");
    return grams.isPresent() && grams.getAsLong() > 0 ? grams.getAsLong() : null;
  }

  /** Zero where there is none; in another currency than the order's it is a defect. */
  private static Money money(Part part, String name, String where, Values values) {
    if (!part.has(name)) {
      return values.zero();
    }
    Part money = part.part(name);
    long amount = values.whole(money, "amount", where + ": " + name);
    String currency = money.text("currency");
    if (amount < 0 || !currency.equals(values.currency())) {
      values.defect(where + ": " + name + " is no amount of the order's currency");
      return values.zero();
    }
    return values.times(new Money(1, values.currency()), amount);
  }

  private static Totals totals(Part order, List<OrderLine> lines, Values values) {
    Money merchandise = values.zero();
    Money discounts = values.zero();
    Money tax = values.zero();
    for (OrderLine line : lines) {
      merchandise = merchandise.plus(values.times(line.unitPrice(), line.quantity()));
      discounts = discounts.plus(line.discount());
      tax = tax.plus(line.tax());
    }
    Money shipping = money(order, "shipping", "the order", values);
    Money sum = merchandise.minus(discounts).plus(tax).plus(shipping);
    return new Totals(
        merchandise,
        discounts,
        shipping,
        tax,
        values.zero(),
        order.has("total") ? money(order, "total", "the order", values) : sum);
  }

  private static Payment payment(Part payment, Values values) {
    String said = payment.text("status");
    Optional<Payment.Status> known =
        Arrays.stream(Payment.Status.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(said))
            .findFirst();
    if (known.isEmpty()) {
      values.defect("the order's payment status '" + said + "' is not known");
    }
    return new Payment(known.orElse(Payment.Status.PENDING), payment.text("method"));
  }

  private @Nullable Address address(Part address) {
    return address.isEmpty()
        ? null
        : Address.of(
            address.text("name"),
            address.text("company"),
            address.text("street1"),
            address.text("street2"),
            address.text("city"),
            address.text("region"),
            address.text("postcode"),
            address.text("country"),
            phones.inE164(address.text("phone"), address.text("country")));
  }
}

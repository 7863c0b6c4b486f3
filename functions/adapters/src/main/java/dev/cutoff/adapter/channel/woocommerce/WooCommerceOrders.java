package dev.cutoff.adapter.channel.woocommerce;

import dev.cutoff.adapter.channel.CustomFields;
import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Phones;
import dev.cutoff.adapter.channel.ShippingMethods;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.Customer;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.application.Channel.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From WooCommerce's order to the canonical one. */
final class WooCommerceOrders {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,18}");
  private static final int LONGEST_NOTE = 5_000;

  private final Phones phones = new Phones();

  Reading read(Store store, Part order) {
    String id = order.text("id");
    if (!ID.matcher(id).matches()) {
      return new Reading.Unreadable("the order has no id");
    }
    String number = numberOf(store, order);
    if (number.isEmpty()) {
      return new Reading.Unreadable("the order has no number");
    }
    return WooCommerceStatus.isDraft(order)
        ? new Reading.NoOrder("the checkout is not finished")
        : new Reading.AnOrder(document(store, order, id, number));
  }

  /** Plug-ins for order numbers like to add the prefix that our ids have anyway. */
  private static String numberOf(Store store, Part order) {
    String number = order.text("number").replace("#", "").strip();
    String prefix = store.orderPrefix() + "-";
    if (number.regionMatches(true, 0, prefix, 0, prefix.length())) {
      number = number.substring(prefix.length());
    }
    return number.replaceAll("[^A-Za-z0-9_-]", "").isEmpty() ? "" : number;
  }

  private OrderDocument document(Store store, Part order, String id, String number) {
    Values values = Values.in(order.text("currency"));
    WooCommerceStatus status = WooCommerceStatus.of(order, values);
    List<OrderLine> lines = WooCommerceLines.read(order, status, values);
    Instant updatedAt = time(order, "date_modified", values);
    Part shipTo = order.part("shipping");
    Part billTo = order.part("billing");
    List<LineProperty> notes = CustomFields.keyed(order.parts("meta_data"));
    List<LineProperty> all = new ArrayList<>(notes);
    lines.forEach(line -> all.addAll(line.properties()));
    return new OrderDocument(
        store.id(),
        "woocommerce",
        id,
        number,
        time(order, "date_created", values),
        updatedAt,
        values.currency(),
        lines,
        customer(billTo, shipTo),
        address(saysNothing(shipTo) ? billTo : shipTo, billTo),
        address(billTo, billTo),
        shippingMethod(store, order),
        status.payment(),
        WooCommerceTotals.of(order, lines, status, values),
        order.text("customer_note", LONGEST_NOTE),
        CustomFields.giftMessage(all),
        notes.stream().filter(note -> !CustomFields.isGiftMessage(note)).toList(),
        values.defects(),
        false,
        status.cancelled() ? updatedAt : null);
  }

  /** The store's local time, where the UTC one is missing, is off by hours at most. */
  private static Instant time(Part order, String name, Values values) {
    return values.utc(order, order.has(name + "_gmt") ? name + "_gmt" : name);
  }

  private Customer customer(Part billing, Part shipping) {
    String name = nameOf(billing).isEmpty() ? nameOf(shipping) : nameOf(billing);
    return new Customer(name, billing.text("email"), phone(billing, shipping), "");
  }

  private @Nullable Address address(Part address, Part billing) {
    if (saysNothing(address)) {
      return null;
    }
    return Address.of(
        nameOf(address),
        address.text("company"),
        address.text("address_1"),
        address.text("address_2"),
        address.text("city"),
        address.text("state"),
        address.text("postcode"),
        address.text("country"),
        phone(address, billing));
  }

  /** The first person's number, or else the second's: checkouts ask for one number alone. */
  private String phone(Part person, Part other) {
    return Stream.of(person, other)
        .filter(each -> !each.text("phone").isEmpty())
        .map(each -> phones.inE164(each.text("phone"), each.text("country")))
        .findFirst()
        .orElse("");
  }

  /** An order that ships to the billing address has every field of the other one empty. */
  private static boolean saysNothing(Part address) {
    return address
        .firstText(
            "first_name", "last_name", "company", "address_1", "address_2", "city", "postcode")
        .isEmpty();
  }

  private static String nameOf(Part person) {
    return (person.text("first_name") + " " + person.text("last_name")).strip();
  }

  private static ShippingMethod shippingMethod(Store store, Part order) {
    return order.parts("shipping_lines").stream()
        .findFirst()
        .map(line -> ShippingMethods.of(store, line.text("method_id"), line.text("method_title")))
        .orElseGet(() -> new ShippingMethod("", "", ShippingMethod.Kind.PARCEL));
  }
}

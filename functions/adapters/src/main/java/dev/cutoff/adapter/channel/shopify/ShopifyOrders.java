package dev.cutoff.adapter.channel.shopify;

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
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.application.Channel.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From Shopify's order to the canonical one. */
final class ShopifyOrders {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
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
    return new Reading.AnOrder(document(store, order, id, number));
  }

  /** "#90412" is 90412, and so is "DTC-90412" in the store whose prefix is DTC. */
  private static String numberOf(Store store, Part order) {
    for (String field : List.of("name", "order_number")) {
      String number = order.text(field).replace("#", "").strip();
      String prefix = store.orderPrefix() + "-";
      if (number.regionMatches(true, 0, prefix, 0, prefix.length())) {
        number = number.substring(prefix.length());
      }
      if (!number.replaceAll("[^A-Za-z0-9_-]", "").isEmpty()) {
        return number;
      }
    }
    return "";
  }

  private OrderDocument document(Store store, Part order, String id, String number) {
    Values values =
        Values.in(
            order.has("currency")
                ? order.text("currency")
                : order.part("total_price_set").part("shop_money").text("currency_code"));
    ShopifyLines lines = ShopifyLines.read(order, values);
    Instant updatedAt = values.instant(order, "updated_at");
    Instant placedAt = order.has("created_at") ? values.instant(order, "created_at") : updatedAt;
    Instant cancelledAt = order.has("cancelled_at") ? values.instant(order, "cancelled_at") : null;
    List<LineProperty> notes = CustomFields.named(order.parts("note_attributes"));
    List<LineProperty> all = new ArrayList<>(notes);
    lines.open().forEach(line -> all.addAll(line.properties()));
    return new OrderDocument(
        store.id(),
        "shopify",
        id,
        number,
        placedAt,
        updatedAt,
        values.currency(),
        lines.open(),
        customer(order),
        address(order.part("shipping_address")),
        address(order.part("billing_address")),
        shippingMethod(store, order),
        ShopifyPayment.of(order, values),
        ShopifyTotals.of(order, lines, values),
        order.text("note", LONGEST_NOTE),
        CustomFields.giftMessage(all),
        notes.stream().filter(note -> !CustomFields.isGiftMessage(note)).toList(),
        values.defects(),
        order.flag("test"),
        cancelledAt);
  }

  private Customer customer(Part order) {
    Part customer = order.part("customer");
    Part shipping = order.part("shipping_address");
    Part billing = order.part("billing_address");
    String country = shipping.firstText("country_code");
    String name =
        Stream.of(nameOf(customer), nameOf(shipping), nameOf(billing))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    String email = order.firstText("email", "contact_email");
    String phone =
        Stream.of(order, customer, shipping, billing)
            .map(each -> each.text("phone"))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    return new Customer(
        name,
        email.isEmpty() ? customer.text("email") : email,
        phones.inE164(phone, country.isEmpty() ? billing.text("country_code") : country),
        order.text("customer_locale"));
  }

  private @Nullable Address address(Part address) {
    if (address.isEmpty()) {
      return null;
    }
    String country = address.text("country_code");
    return Address.of(
        nameOf(address),
        address.text("company"),
        address.text("address1"),
        address.text("address2"),
        address.text("city"),
        address.firstText("province_code", "province"),
        address.text("zip"),
        country,
        phones.inE164(address.text("phone"), country));
  }

  private static String nameOf(Part person) {
    String whole = (person.text("first_name") + " " + person.text("last_name")).strip();
    return whole.isEmpty() ? person.text("name") : whole;
  }

  private static ShippingMethod shippingMethod(Store store, Part order) {
    return order.parts("shipping_lines").stream()
        .filter(line -> !line.flag("is_removed"))
        .findFirst()
        .map(line -> ShippingMethods.of(store, line.text("code"), line.text("title")))
        .orElseGet(() -> new ShippingMethod("", "", ShippingMethod.Kind.PARCEL));
  }
}

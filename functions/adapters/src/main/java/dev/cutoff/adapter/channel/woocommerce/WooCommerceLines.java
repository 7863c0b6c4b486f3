package dev.cutoff.adapter.channel.woocommerce;

import dev.cutoff.adapter.channel.CustomFields;
import dev.cutoff.adapter.channel.LineIds;
import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderLine;
import java.util.ArrayList;
import java.util.List;

/**
 * WooCommerce's lines. It does not say what needs shipping or what it weighs: the merchant file
 * does.
 */
final class WooCommerceLines {
  private WooCommerceLines() {}

  static List<OrderLine> read(Part order, WooCommerceStatus status, Values values) {
    LineIds ids = new LineIds(values);
    List<OrderLine> lines = new ArrayList<>();
    for (Part line : ids.limited(order.parts("line_items"))) {
      lines.add(line(line, ids.of(line), status, values));
    }
    return lines;
  }

  private static OrderLine line(Part line, String id, WooCommerceStatus status, Values values) {
    String where = "line " + id;
    long quantity = values.whole(line, "quantity", where);
    Money total = values.positive(line, "total", where);
    Money price = unitPrice(line, quantity, total, where, values);
    Money discount = values.times(price, quantity).minus(total);
    return new OrderLine(
        id,
        line.text("sku"),
        line.text("name"),
        quantity,
        status.fulfilledElsewhere() ? Math.max(0, quantity) : 0,
        price,
        discount.isNegative() ? values.zero() : discount,
        values.money(line, "total_tax", where),
        true,
        null,
        CustomFields.keyed(line.parts("meta_data")));
  }

  /**
   * The subtotal over the quantity, rounded half up, or up where the units would add up to more
   * than a minor unit too little. The float named price is after discounts, and is used only where
   * there is no subtotal.
   */
  private static Money unitPrice(
      Part line, long quantity, Money total, String where, Values values) {
    if (quantity < 1 || line.text("subtotal").isEmpty()) {
      return values.positive(line, "price", where);
    }
    Money subtotal = values.positive(line, "subtotal", where);
    Money price = values.share(subtotal, 1, quantity);
    boolean shortOfTotal = values.times(price, quantity).amount() < total.amount() - 1;
    return shortOfTotal ? price.plus(new Money(1, values.currency())) : price;
  }
}

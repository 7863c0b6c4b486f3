package dev.cutoff.adapter.channel.shopify;

import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Totals;
import java.util.List;

/**
 * The order's sums as they are now, in the shop's own currency. Lines, discounts and shipping are
 * summed from their parts; tax, fees and total are the store's word, so that an order that does not
 * add up shows.
 */
final class ShopifyTotals {
  private static final String WHERE = "the order";

  private ShopifyTotals() {}

  static Totals of(Part order, ShopifyLines lines, Values values) {
    Money merchandise = values.zero();
    Money discounts = values.zero();
    for (OrderLine line : lines.open()) {
      merchandise = merchandise.plus(values.times(line.unitPrice(), line.quantity()));
      discounts = discounts.plus(line.discount());
    }
    return new Totals(
        merchandise,
        discounts,
        shipping(order, values),
        tax(order, values),
        fees(order, lines, values),
        total(order, values));
  }

  /** After the discounts that are on shipping alone, and after its refunds. */
  private static Money shipping(Part order, Values values) {
    if (order.has("current_shipping_price_set")) {
      return shopMoney(order, "current_shipping_price_set", values);
    }
    Money shipping = values.zero();
    for (Part line : order.parts("shipping_lines")) {
      if (!line.flag("is_removed")) {
        shipping =
            shipping
                .plus(values.positive(line, "price", "shipping"))
                .minus(values.sum(line.parts("discount_allocations"), "amount", "shipping"));
      }
    }
    return shipping.plus(adjustments(order, "amount", values));
  }

  private static Money tax(Part order, Values values) {
    if (order.flag("taxes_included")) {
      return values.zero();
    }
    if (order.has("current_total_tax")) {
      return values.money(order, "current_total_tax", WHERE);
    }
    return values
        .money(order, "total_tax", WHERE)
        .minus(refundedLines(order, "total_tax", values))
        .plus(adjustments(order, "tax_amount", values));
  }

  private static Money fees(Part order, ShopifyLines lines, Values values) {
    Money tip =
        lines.tipIsALine() ? values.zero() : values.money(order, "total_tip_received", WHERE);
    return tip.plus(shopMoney(order, either(order, "total_duties_set"), values))
        .plus(shopMoney(order, either(order, "total_additional_fees_set"), values));
  }

  private static Money total(Part order, Values values) {
    if (order.has("current_total_price")) {
      return values.money(order, "current_total_price", WHERE);
    }
    if (!order.has("total_price")) {
      values.defect("the order has no total_price");
    }
    Money total = values.money(order, "total_price", WHERE);
    Money back = refundedLines(order, "subtotal", values);
    if (!order.flag("taxes_included")) {
      back =
          back.plus(refundedLines(order, "total_tax", values))
              .minus(adjustments(order, "tax_amount", values));
    }
    return total.minus(back).plus(adjustments(order, "amount", values));
  }

  private static String either(Part order, String name) {
    return order.has("current_" + name) ? "current_" + name : "original_" + name;
  }

  private static Money shopMoney(Part order, String set, Values values) {
    return values.money(order.part(set).part("shop_money"), "amount", set);
  }

  private static Money refundedLines(Part order, String amount, Values values) {
    Money sum = values.zero();
    for (Part refund : order.parts("refunds")) {
      sum = sum.plus(values.sum(refund.parts("refund_line_items"), amount, "refund"));
    }
    return sum;
  }

  /** Refunded shipping, below zero as Shopify states it. */
  private static Money adjustments(Part order, String amount, Values values) {
    Money sum = values.zero();
    for (Part refund : order.parts("refunds")) {
      List<Part> shipping =
          refund.parts("order_adjustments").stream()
              .filter(each -> each.text("kind").equals("shipping_refund"))
              .toList();
      sum = sum.plus(values.sum(shipping, amount, "refund"));
    }
    return sum;
  }
}

package dev.cutoff.adapter.channel.woocommerce;

import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Totals;
import java.util.List;

/**
 * The order's sums. WooCommerce states lines without their tax, however the shop shows its prices,
 * and never lowers the total by a refund: what went back counts here as a discount of the whole
 * order, as the webhook does not say for which line it was.
 */
final class WooCommerceTotals {
  private static final String WHERE = "the order";

  private WooCommerceTotals() {}

  static Totals of(Part order, List<OrderLine> lines, WooCommerceStatus status, Values values) {
    Money merchandise = values.zero();
    Money discounts = status.refunded();
    for (OrderLine line : lines) {
      merchandise = merchandise.plus(values.times(line.unitPrice(), line.quantity()));
      discounts = discounts.plus(line.discount());
    }
    if (!order.has("total")) {
      values.defect("the order has no total");
    }
    return new Totals(
        merchandise,
        discounts,
        values.money(order, "shipping_total", WHERE),
        values.money(order, "total_tax", WHERE),
        values.sum(order.parts("fee_lines"), "total", "fee"),
        values.money(order, "total", WHERE).minus(status.refunded()));
  }
}

package dev.cutoff.adapter.channel.shopify;

import dev.cutoff.adapter.channel.CustomFields;
import dev.cutoff.adapter.channel.LineIds;
import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * The lines as they are now: edited, refunded and partly shipped by others.
 *
 * @param open without those that a refund or an edit took away
 * @param tipIsALine such a tip is not to be counted again among the fees
 */
record ShopifyLines(List<OrderLine> open, boolean tipIsALine) {
  ShopifyLines {
    open = List.copyOf(open);
  }

  static ShopifyLines read(Part order, Values values) {
    LineIds ids = new LineIds(values);
    List<OrderLine> open = new ArrayList<>();
    boolean tip = false;
    for (Part line : ids.limited(order.parts("line_items"))) {
      String id = ids.of(line);
      long ordered = values.whole(line, "quantity", "line " + id);
      long current = current(order, line, ordered);
      tip |= line.has("tip_payment_gateway") || line.has("tip_payment_method");
      if (!isSensible(ordered) || current != 0) {
        open.add(line(order, line, id, ordered, current, values));
      }
    }
    return new ShopifyLines(open, tip);
  }

  private static OrderLine line(
      Part order, Part line, String id, long ordered, long current, Values values) {
    String where = "line " + id;
    long grams = Values.whole(line, "grams").orElse(0);
    return new OrderLine(
        id,
        line.text("sku"),
        line.firstText("name", "title"),
        current,
        fulfilled(order, line, ordered, current),
        values.positive(line, "price", where),
        current(discount(line, where, values), ordered, current, values),
        tax(order, line, where, ordered, current, values),
        line.flag("requires_shipping", true) && !line.flag("gift_card"),
        grams > 0 ? grams : null,
        CustomFields.named(line.parts("properties")));
  }

  /**
   * What is left of the ordered units. A quantity that makes no sense goes through as it is, for
   * the screening to name.
   */
  private static long current(Part order, Part line, long ordered) {
    OptionalLong stated = Values.whole(line, "current_quantity");
    long current =
        stated.isPresent()
            ? stated.getAsLong()
            : ordered - units(order.parts("refunds"), "refund_line_items", line, "line_item_id");
    return isSensible(ordered) && current >= 0 && current <= ordered ? current : ordered;
  }

  /**
   * Units that left without us. fulfillable_quantity counts what a fulfilment service is at, too; a
   * unit that was shipped and then returned is in neither figure any more.
   */
  private static long fulfilled(Part order, Part line, long ordered, long current) {
    if (!isSensible(ordered)) {
      return 0;
    }
    if (line.text("fulfillment_status").equals("fulfilled")) {
      return current;
    }
    List<Part> succeeded =
        order.parts("fulfillments").stream()
            .filter(each -> each.text("status").equals("success"))
            .toList();
    long shipped = units(succeeded, "line_items", line, "id");
    OptionalLong fulfillable = Values.whole(line, "fulfillable_quantity");
    if (fulfillable.isPresent() && fulfillable.getAsLong() >= 0) {
      shipped = Math.max(current - fulfillable.getAsLong(), shipped - (ordered - current));
    }
    return Math.clamp(shipped, 0, current);
  }

  private static boolean isSensible(long ordered) {
    return ordered >= 1 && ordered <= Integer.MAX_VALUE;
  }

  /** Sums the units that the groups' entries hold of one line. */
  private static long units(List<Part> groups, String entries, Part line, String idField) {
    ToLongFunction<Part> sensible =
        entry -> Math.clamp(Values.whole(entry, "quantity").orElse(0), 0, Integer.MAX_VALUE);
    return groups.stream()
        .flatMap(group -> group.parts(entries).stream())
        .filter(entry -> !entry.text(idField).isEmpty())
        .filter(entry -> entry.text(idField).equals(line.text("id")))
        .mapToLong(sensible)
        .sum();
  }

  /** Allocations know of discounts of the whole order; older orders have the line's own alone. */
  private static Money discount(Part line, String where, Values values) {
    List<Part> allocations = line.parts("discount_allocations");
    if (allocations.isEmpty()) {
      return values.positive(line, "total_discount", where);
    }
    return values.sum(allocations, "amount", where + ": discount");
  }

  private static Money tax(
      Part order, Part line, String where, long ordered, long current, Values values) {
    return order.flag("taxes_included")
        ? values.zero()
        : current(
            values.sum(line.parts("tax_lines"), "price", where + ": tax"),
            ordered,
            current,
            values);
  }

  /** Discounts and taxes are stated for the units ordered. */
  private static Money current(Money whole, long ordered, long current, Values values) {
    return current == ordered ? whole : values.share(whole, current, ordered);
  }
}

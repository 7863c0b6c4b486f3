package dev.cutoff.adapter.document;

import dev.cutoff.document.application.SlipContent;
import dev.cutoff.document.application.SlipLine;
import dev.cutoff.document.application.SlipPrices;
import java.util.ArrayList;
import java.util.List;

/** A packing slip on pages as wide as Letter, in points: heading, lines, and what they come to. */
final class SlipLayout {

  private SlipLayout() {}

  static List<List<Mark>> of(SlipContent content, SlipPages.Paper paper, TextFit fit) {
    SlipType type = new SlipType(fit);
    SlipHeader header = new SlipHeader(type, content);
    SlipTable table = new SlipTable(type, content.prices());
    SlipPages pages = new SlipPages(paper, header.running(), table.heads());
    header.first().forEach(pages::add);
    for (SlipLine line : content.lines()) {
      pages.addRow(table.row(line));
    }
    pages.addRow(totals(type, content));
    return pages.finished(
        fit.cut(
            PrintableText.line(
                content.shopName()
                    + "  -  "
                    + content.orderNumber()
                    + "  -  "
                    + content.shipmentId()),
            8,
            false,
            400));
  }

  private static List<SlipStrip> totals(SlipType type, SlipContent content) {
    List<SlipStrip> strips = new ArrayList<>();
    long units = content.lines().stream().mapToLong(SlipLine::quantity).sum();
    strips.add(
        new SlipStrip(
            24,
            List.of(
                type.text(
                    SlipPages.LEFT + 18,
                    16,
                    SlipType.BODY,
                    true,
                    SlipPages.FULL,
                    units
                        + (units == 1 ? " unit, " : " units, ")
                        + lines(content.lines().size())))));
    SlipPrices prices = content.prices();
    if (prices != null) {
      strips.add(amount(type, "Items", prices.itemsMinor(), prices.currency(), false));
      if (prices.discountMinor() > 0) {
        strips.add(amount(type, "Discount", -prices.discountMinor(), prices.currency(), false));
      }
      strips.add(amount(type, "Shipping", prices.shippingMinor(), prices.currency(), false));
      strips.add(amount(type, "Tax", prices.taxMinor(), prices.currency(), false));
      strips.add(amount(type, "Total", prices.totalMinor(), prices.currency(), true));
    }
    return strips;
  }

  private static String lines(int count) {
    return count == 1 ? "1 line" : count + " lines";
  }

  private static SlipStrip amount(
      SlipType type, String name, long minor, String currency, boolean bold) {
    return new SlipStrip(
        14,
        List.of(
            type.right(SlipPages.RIGHT - 110, 10, SlipType.BODY, bold, 200, name),
            type.right(
                SlipPages.RIGHT - 6, 10, SlipType.BODY, bold, 100, Amount.of(minor, currency))));
  }
}

package dev.cutoff.adapter.document;

import dev.cutoff.document.application.SlipComponent;
import dev.cutoff.document.application.SlipLine;
import dev.cutoff.document.application.SlipPrices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slip's lines as rows of columns; with amounts only where the slip has prices. */
final class SlipTable {

  private static final double LEFT = SlipPages.LEFT;
  private static final double RIGHT = SlipPages.RIGHT;
  private static final double QUANTITY = LEFT + 18;
  private static final double ITEM = LEFT + 52;
  private static final double STEP = SlipType.BODY * 1.28;
  private static final double UNIT_END = RIGHT - 66;

  private final SlipType type;
  private final @Nullable SlipPrices prices;
  private final double sku;
  private final double barcode;
  private final double end;

  SlipTable(SlipType type, @Nullable SlipPrices prices) {
    this.type = type;
    this.prices = prices;
    this.end = prices == null ? RIGHT : RIGHT - 132;
    this.sku = prices == null ? 352 : 262;
    this.barcode = prices == null ? 472 : 356;
  }

  SlipStrip heads() {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Fill(LEFT, 0, SlipPages.FULL, 16, 0.15));
    marks.add(head(QUANTITY, "QTY", Mark.Align.LEFT));
    marks.add(head(ITEM, "ITEM", Mark.Align.LEFT));
    marks.add(head(sku, "SKU", Mark.Align.LEFT));
    marks.add(head(barcode, "BARCODE", Mark.Align.LEFT));
    if (prices != null) {
      marks.add(head(UNIT_END, "EACH", Mark.Align.RIGHT));
      marks.add(head(RIGHT - 6, "AMOUNT", Mark.Align.RIGHT));
    }
    return new SlipStrip(22, marks);
  }

  List<SlipStrip> row(SlipLine line) {
    List<SlipStrip> strips =
        new ArrayList<>(
            cells(line.quantity(), 0, line.name(), true, line.sku(), line.barcode(), line));
    for (String property : line.properties()) {
      strips.addAll(remark(property));
    }
    int toFollow = line.ordered() - line.quantity();
    if (toFollow > 0) {
      strips.addAll(
          remark(
              line.quantity()
                  + " of "
                  + line.ordered()
                  + " ordered; "
                  + toFollow
                  + " not in this shipment"));
    }
    for (SlipComponent part : line.components()) {
      strips.addAll(
          cells(part.quantity(), 14, part.name(), false, part.sku(), part.barcode(), null));
    }
    strips.add(new SlipStrip(6, List.of(new Mark.Fill(LEFT, 1, SlipPages.FULL, 0.5, 0.75))));
    return strips;
  }

  private List<SlipStrip> cells(
      int quantity,
      double indent,
      String name,
      boolean bold,
      String code,
      @Nullable String gtin,
      @Nullable SlipLine priced) {
    List<String> names = type.wrap(name, SlipType.BODY, bold, sku - ITEM - indent - 10);
    List<String> codes = type.wrap(code, SlipType.SMALL, false, barcode - sku - 8);
    List<String> gtins =
        type.wrap(gtin == null ? "" : gtin, SlipType.SMALL, false, end - barcode - 4);
    int count = Math.max(names.size(), Math.max(codes.size(), gtins.size()));
    List<SlipStrip> strips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Mark> marks = new ArrayList<>();
      if (i == 0) {
        marks.add(new Mark.Tick(LEFT + 2 + indent, 1.5, 8.5));
        marks.add(
            type.text(
                QUANTITY + indent,
                10,
                bold ? 12 : SlipType.BODY,
                true,
                40,
                Integer.toString(quantity)));
        amounts(marks, priced);
      }
      cell(marks, names, i, ITEM + indent, SlipType.BODY, bold);
      cell(marks, codes, i, sku, SlipType.SMALL, false);
      cell(marks, gtins, i, barcode, SlipType.SMALL, false);
      strips.add(new SlipStrip(i == count - 1 ? STEP + 1.5 : STEP, marks));
    }
    return strips;
  }

  private void amounts(List<Mark> marks, @Nullable SlipLine line) {
    SlipPrices shown = prices;
    Long unit = line == null ? null : line.unitPriceMinor();
    if (shown == null || line == null || unit == null) {
      return;
    }
    long sum = Math.multiplyExact(unit, (long) line.quantity());
    marks.add(
        type.right(UNIT_END, 10, SlipType.SMALL, false, 62, Amount.of(unit, shown.currency())));
    marks.add(
        type.right(RIGHT - 6, 10, SlipType.SMALL, false, 62, Amount.of(sum, shown.currency())));
  }

  private void cell(
      List<Mark> marks, List<String> lines, int at, double x, double size, boolean bold) {
    if (at < lines.size()) {
      marks.add(type.text(x, 10, size, bold, SlipPages.FULL, lines.get(at)));
    }
  }

  private List<SlipStrip> remark(String words) {
    List<SlipStrip> strips = new ArrayList<>();
    for (String part : type.wrap(words, SlipType.SMALL, false, sku - ITEM - 10)) {
      strips.add(
          new SlipStrip(
              11, List.of(type.text(ITEM, 8, SlipType.SMALL, false, SlipPages.FULL, part))));
    }
    return strips;
  }

  private static Mark head(double x, String words, Mark.Align align) {
    return new Mark.Text(x, 11, 7, true, align, 1, SlipPages.FULL, words);
  }
}

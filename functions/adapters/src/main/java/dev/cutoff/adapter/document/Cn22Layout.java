package dev.cutoff.adapter.document;

import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.TaxId;
import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A CN 22 on 4 x 6 inches, in points. What is in the parcel was bought, also where it is a present:
 * to customs it is a sale of goods.
 */
final class Cn22Layout {
  private static final double WIDTH = 288;
  private static final double LEFT = 12;
  private static final double RIGHT = WIDTH - LEFT;
  private static final double FULL = RIGHT - LEFT;
  private static final double CODE = 152;
  private static final double ROW = 40;
  private static final int ROWS = 4;
  private static final List<String> CATEGORIES =
      List.of("Sale of goods", "Gift", "Documents", "Commercial sample", "Returned goods", "Other");

  private final SlipType type;
  private final CustomsContent content;
  private final List<Mark> marks = new ArrayList<>();

  private Cn22Layout(TextFit fit, CustomsContent content) {
    this.type = new SlipType(fit);
    this.content = content;
  }

  static List<List<Mark>> of(CustomsContent content, TextFit fit) {
    if (content.declaration().items().size() > ROWS) {
      throw new IllegalArgumentException("a CN 22 has " + ROWS + " lines");
    }
    Cn22Layout form = new Cn22Layout(fit, content);
    form.heading();
    form.party(LEFT, "FROM", content.from());
    form.party(LEFT + FULL / 2 + 4, "TO", content.to());
    form.categories();
    form.table();
    form.totals();
    form.oath();
    return List.of(form.marks);
  }

  private void heading() {
    text(LEFT, 22, 13, true, 200, "CUSTOMS DECLARATION");
    text(LEFT, 33, 8, false, 200, "D\u00c9CLARATION EN DOUANE");
    marks.add(type.right(RIGHT, 24, 18, true, 70, "CN 22"));
    text(LEFT, 44, 7, false, FULL, "May be opened officially / Peut \u00eatre ouvert d'office");
    rule(49);
  }

  private void party(double x, String name, List<String> lines) {
    double room = FULL / 2 - 6;
    marks.add(type.label(x, 58, name));
    TextFit.Block block = type.fit().block(PrintableText.lines(lines), true, room, 56, 9, 5.5);
    double y = 68;
    for (String line : block.lines()) {
      text(x, y, block.size(), false, room, line);
      y += block.size() * TextFit.LEADING;
    }
  }

  private void categories() {
    rule(126);
    for (int i = 0; i < CATEGORIES.size(); i++) {
      double x = LEFT + i % 3 * (FULL / 3);
      double y = 131 + i / 3 * 13.0;
      marks.add(new Mark.Tick(x, y, 7));
      if (i == 0) {
        marks.add(new Mark.Fill(x + 1.5, y + 1.5, 4, 4, 0));
      }
      text(x + 11, y + 7, 7.5, i == 0, FULL / 3 - 12, CATEGORIES.get(i));
    }
  }

  private void table() {
    rule(158);
    marks.add(type.label(LEFT, 166, "QUANTITY AND CONTENTS"));
    marks.add(type.label(CODE, 166, "HS / ORIGIN"));
    marks.add(
        new Mark.Text(RIGHT, 166, 7, true, Mark.Align.RIGHT, SlipType.GREY, 70, "WEIGHT / VALUE"));
    double top = 169;
    for (Declaration.Item item : content.declaration().items()) {
      TextFit.Block described =
          type.fit()
              .block(
                  List.of(item.quantity() + " x " + PrintableText.line(item.description())),
                  true,
                  CODE - LEFT - 6,
                  ROW - 6,
                  9,
                  6);
      double y = top + described.size() + 1;
      for (String line : described.lines()) {
        text(LEFT, y, described.size(), true, CODE - LEFT - 6, line);
        y += described.size() * TextFit.LEADING;
      }
      text(CODE, top + 10, 8.5, false, 50, item.hsCode());
      text(CODE, top + 21, 8.5, false, 50, item.originCountry());
      right(RIGHT, top + 10, 8, false, 72, CustomsLayout.kilograms(item.grams()));
      right(RIGHT, top + 21, 8, false, 72, amount(item.value()));
      top += ROW;
      marks.add(new Mark.Fill(LEFT, top - 2, FULL, 0.4, 0.6));
    }
  }

  private void totals() {
    rule(332);
    text(LEFT, 343, 8.5, true, 130, "Total (gross weight, value)");
    right(RIGHT, 343, 8.5, true, 110, CustomsLayout.kilograms(content.grossGrams()));
    right(RIGHT, 354, 8.5, true, 110, amount(content.declaration().value()));
    List<String> ids = new ArrayList<>();
    for (TaxId id : content.declaration().taxIds()) {
      ids.add(id.kind() + " " + id.number());
    }
    text(LEFT, 354, 7.5, false, 150, String.join("  ", ids));
    text(
        LEFT,
        365,
        7.5,
        false,
        FULL,
        String.join(" ", content.trackingNumbers()) + "   " + content.number());
  }

  private void oath() {
    rule(370);
    double y = 379;
    String oath =
        "I certify that the particulars given here are correct and that this item does not contain"
            + " any dangerous article or articles prohibited by legislation or by postal or customs"
            + " regulations.";
    for (String line : type.wrap(oath, 6.5, false, FULL)) {
      text(LEFT, y, 6.5, false, FULL, line);
      y += 8;
    }
    marks.add(new Mark.Fill(LEFT, 416, 180, 0.7, 0));
    marks.add(type.label(LEFT, 424, "DATE AND SENDER'S SIGNATURE"));
    right(RIGHT, 416, 8, false, 70, content.date().toString());
  }

  private static String amount(Money money) {
    return Amount.of(money.amount(), money.currency());
  }

  private void rule(double y) {
    marks.add(new Mark.Fill(LEFT, y, FULL, 1, 0));
  }

  private void text(
      double x, double baseline, double size, boolean bold, double room, String words) {
    marks.add(type.text(x, baseline, size, bold, room, words));
  }

  private void right(
      double x, double baseline, double size, boolean bold, double room, String words) {
    marks.add(type.right(x, baseline, size, bold, room, words));
  }
}

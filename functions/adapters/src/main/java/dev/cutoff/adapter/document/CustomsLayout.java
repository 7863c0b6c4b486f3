package dev.cutoff.adapter.document;

import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.TaxId;
import dev.cutoff.document.application.CustomsContent;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A commercial invoice or a CN 23 on Letter pages: who to whom, what, what it is worth. */
final class CustomsLayout {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final double LEFT = SlipPages.LEFT;
  private static final double RIGHT = SlipPages.RIGHT;
  private static final double MIDDLE = 320;
  private static final double DESCRIPTION = LEFT + 40;
  private static final double CODE = 330;
  private static final double ORIGIN = 400;
  private static final double WEIGHT_END = 496;
  private static final double STEP = SlipType.BODY * 1.28;

  private final SlipType type;
  private final CustomsContent content;
  private final String title;
  private final String oath;

  private CustomsLayout(TextFit fit, CustomsContent content, String title, String oath) {
    this.type = new SlipType(fit);
    this.content = content;
    this.title = title;
    this.oath = oath;
  }

  static List<List<Mark>> invoice(CustomsContent content, TextFit fit) {
    return new CustomsLayout(
            fit,
            content,
            "Commercial invoice",
            "The goods, values and countries of origin given here are true and correct.")
        .pages();
  }

  static List<List<Mark>> cn23(CustomsContent content, TextFit fit) {
    return new CustomsLayout(
            fit,
            content,
            "CN 23  Customs declaration / D\u00e9claration en douane",
            "I certify that the particulars given in this declaration are correct and that this"
                + " item does not contain any dangerous article or articles prohibited by"
                + " legislation or by postal or customs regulations.")
        .pages();
  }

  private List<List<Mark>> pages() {
    String reference = content.number() + "  -  order " + content.orderNumber();
    SlipPages pages =
        new SlipPages(SlipPages.Paper.plain(792), List.of(running(reference)), heads());
    pages.add(heading());
    pages.add(parties());
    pages.add(facts());
    for (Declaration.Item item : content.declaration().items()) {
      pages.addRow(row(item));
    }
    pages.addRow(totals());
    pages.addRow(signature());
    return pages.finished(type.fit().cut(PrintableText.line(reference), 8, false, 400));
  }

  private SlipStrip running(String reference) {
    return new SlipStrip(
        38,
        List.of(
            type.text(LEFT, 12, 11, true, 330, title),
            type.right(RIGHT, 12, SlipType.SMALL, false, 200, reference)));
  }

  private SlipStrip heading() {
    return new SlipStrip(
        52,
        List.of(
            type.text(LEFT, 22, 18, true, SlipPages.FULL, title),
            type.grey(LEFT, 38, SlipType.BODY, 300, "No. " + content.number()),
            type.right(RIGHT, 38, SlipType.BODY, false, 200, DAY.format(content.date())),
            new Mark.Fill(LEFT, 44, SlipPages.FULL, 1.5, 0)));
  }

  private SlipStrip parties() {
    List<Mark> marks = new ArrayList<>();
    double left = party(marks, LEFT, "SENDER / EXPORTER", content.from());
    List<String> to = new ArrayList<>(content.to());
    if (!content.phone().isBlank()) {
      to.add("Tel. " + content.phone());
    }
    double right = party(marks, MIDDLE, "RECIPIENT / IMPORTER", to);
    return new SlipStrip(Math.max(left, right) + 6, marks);
  }

  private double party(List<Mark> marks, double x, String name, List<String> lines) {
    double room = RIGHT - MIDDLE;
    marks.add(type.label(x, 7, name));
    TextFit.Block block = type.fit().block(PrintableText.lines(lines), true, room, 120, 11, 7);
    double y = 21;
    boolean first = true;
    for (String line : block.lines()) {
      marks.add(type.text(x, y, block.size(), first, room, line));
      y += block.size() * 1.22;
      first = false;
    }
    return y;
  }

  private SlipStrip facts() {
    List<Mark> marks = new ArrayList<>();
    double y = 7;
    y = fact(marks, y, "CONTENTS", "Sale of goods");
    y = fact(marks, y, "TERMS", content.declaration().incoterm().name() + " (Incoterms 2020)");
    y = fact(marks, y, "CARRIER", carrier());
    for (TaxId id : content.declaration().taxIds()) {
      y = fact(marks, y, id.kind().name(), id.number());
    }
    return new SlipStrip(y + 4, marks);
  }

  private String carrier() {
    return content.carrierName() + "   " + String.join(", ", content.trackingNumbers());
  }

  private double fact(List<Mark> marks, double y, String name, String value) {
    double x = LEFT + 64;
    marks.add(type.label(LEFT, y, name));
    TextFit.Block block =
        type.fit().block(List.of(PrintableText.line(value)), false, RIGHT - x, 40, 10, 7);
    double baseline = y;
    for (String line : block.lines()) {
      marks.add(type.text(x, baseline, block.size(), false, RIGHT - x, line));
      baseline += block.size() * 1.25;
    }
    return baseline + 2;
  }

  private SlipStrip heads() {
    return new SlipStrip(
        22,
        List.of(
            new Mark.Fill(LEFT, 0, SlipPages.FULL, 16, 0.15),
            head(LEFT + 6, "QTY", Mark.Align.LEFT),
            head(DESCRIPTION, "DESCRIPTION OF CONTENTS", Mark.Align.LEFT),
            head(CODE, "HS CODE", Mark.Align.LEFT),
            head(ORIGIN, "ORIGIN", Mark.Align.LEFT),
            head(WEIGHT_END, "NET WEIGHT", Mark.Align.RIGHT),
            head(RIGHT - 6, "VALUE", Mark.Align.RIGHT)));
  }

  private static Mark head(double x, String words, Mark.Align align) {
    return new Mark.Text(x, 11, 7, true, align, 1, SlipPages.FULL, words);
  }

  private List<SlipStrip> row(Declaration.Item item) {
    List<String> words = new ArrayList<>();
    words.addAll(type.wrap(item.description(), SlipType.BODY, true, CODE - DESCRIPTION - 10));
    int described = words.size();
    words.addAll(type.wrap(item.sku().value(), SlipType.SMALL, false, CODE - DESCRIPTION - 10));
    List<SlipStrip> strips = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      List<Mark> marks = new ArrayList<>();
      boolean named = i < described;
      marks.add(
          type.text(
              DESCRIPTION,
              10,
              named ? SlipType.BODY : SlipType.SMALL,
              named,
              SlipPages.FULL,
              words.get(i)));
      if (i == 0) {
        marks.add(type.text(LEFT + 6, 10, SlipType.BODY, true, 32, Long.toString(item.quantity())));
        marks.add(type.text(CODE, 10, SlipType.BODY, false, 66, item.hsCode()));
        marks.add(type.text(ORIGIN, 10, SlipType.BODY, false, 36, item.originCountry()));
        marks.add(type.right(WEIGHT_END, 10, SlipType.BODY, false, 60, kilograms(item.grams())));
        marks.add(
            type.right(
                RIGHT - 6,
                10,
                SlipType.BODY,
                false,
                70,
                Amount.of(item.value().amount(), item.value().currency())));
      }
      strips.add(new SlipStrip(STEP, marks));
    }
    strips.add(new SlipStrip(6, List.of(new Mark.Fill(LEFT, 2, SlipPages.FULL, 0.5, 0.75))));
    return strips;
  }

  private List<SlipStrip> totals() {
    var value = content.declaration().value();
    long net = content.declaration().items().stream().mapToLong(Declaration.Item::grams).sum();
    return List.of(
        total("Net weight", kilograms(net), false),
        total("Gross weight", kilograms(content.grossGrams()), false),
        total("Total value", Amount.of(value.amount(), value.currency()), true));
  }

  private SlipStrip total(String name, String value, boolean bold) {
    return new SlipStrip(
        15,
        List.of(
            type.right(RIGHT - 110, 11, SlipType.BODY, bold, 200, name),
            type.right(RIGHT - 6, 11, SlipType.BODY, bold, 100, value)));
  }

  private List<SlipStrip> signature() {
    List<SlipStrip> strips = new ArrayList<>();
    strips.add(SlipStrip.gap(14));
    for (String line : type.wrap(oath, SlipType.SMALL, false, SlipPages.FULL)) {
      strips.add(
          new SlipStrip(
              11, List.of(type.text(LEFT, 8, SlipType.SMALL, false, SlipPages.FULL, line))));
    }
    strips.add(
        new SlipStrip(
            46,
            List.of(
                new Mark.Fill(LEFT, 34, 220, 0.7, 0),
                type.label(LEFT, 43, "DATE AND SENDER'S SIGNATURE"))));
    return strips;
  }

  static String kilograms(long grams) {
    return String.format(Locale.ROOT, "%.3f kg", grams / 1000.0);
  }
}

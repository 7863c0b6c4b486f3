package dev.cutoff.adapter.document;

import dev.cutoff.document.application.SlipContent;
import dev.cutoff.document.application.SlipParcel;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a slip says before its lines: whose, what for, how it goes, and what people wrote to one
 * another.
 */
final class SlipHeader {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final double LEFT = SlipPages.LEFT;
  private static final double RIGHT = SlipPages.RIGHT;
  private static final double CODE_WIDTH = 275;
  private static final double MIDDLE = 320;

  private final SlipType type;
  private final SlipContent content;

  SlipHeader(SlipType type, SlipContent content) {
    this.type = type;
    this.content = content;
  }

  List<SlipStrip> first() {
    List<SlipStrip> strips = new ArrayList<>();
    strips.add(title());
    strips.add(addresses());
    for (int i = 0; i < content.parcels().size(); i++) {
      strips.add(parcel(i + 1, content.parcels().get(i)));
    }
    String gift = content.giftMessage();
    if (gift != null) {
      strips.addAll(message("GIFT MESSAGE", gift, 12));
    }
    String note = content.note();
    if (note != null) {
      strips.addAll(message("NOTE", note, SlipType.BODY));
    }
    strips.add(SlipStrip.gap(12));
    return strips;
  }

  /** On every page but the first, so that a lost page finds its way back. */
  List<SlipStrip> running() {
    String recipient = content.shipTo().isEmpty() ? "" : content.shipTo().getFirst();
    return List.of(
        new SlipStrip(
            38,
            List.of(
                type.text(LEFT, 12, 11, true, 250, content.shopName()),
                type.right(RIGHT, 12, 11, true, 250, "Order " + content.orderNumber()),
                type.grey(LEFT, 24, SlipType.SMALL, 250, PrintableText.line(recipient)),
                type.right(RIGHT, 24, SlipType.SMALL, false, 250, content.shipmentId()))));
  }

  private SlipStrip title() {
    List<Mark> marks = new ArrayList<>();
    Code128Bars code = Code128Bars.of(content.shipmentId());
    // The longest id still has bars of 0.2 mm, which a hand scanner reads from an office printer.
    double module = Math.min(1.2, CODE_WIDTH / code.modules());
    double width = module * code.modules();
    double room = SlipPages.FULL - width - 20;
    double size = type.fit().size(PrintableText.line(content.shopName()), true, room, 24, 12);
    marks.add(type.text(LEFT, 24, size, true, room, content.shopName()));
    marks.add(type.grey(LEFT, 42, 12, room, "Packing slip"));
    marks.add(new Mark.Bars(RIGHT - width, 2, module, 36, code));
    marks.add(type.right(RIGHT, 48, SlipType.SMALL, false, CODE_WIDTH, content.shipmentId()));
    marks.add(new Mark.Fill(LEFT, 60, SlipPages.FULL, 1.5, 0));
    return new SlipStrip(74, marks);
  }

  private SlipStrip addresses() {
    List<Mark> marks = new ArrayList<>();
    marks.add(type.label(LEFT, 7, "SHIP TO"));
    TextFit.Block address =
        type.fit()
            .block(PrintableText.lines(content.shipTo()), true, MIDDLE - LEFT - 20, 160, 11, 7);
    double y = 21;
    boolean name = true;
    for (String line : address.lines()) {
      marks.add(type.text(LEFT, y, address.size(), name, MIDDLE - LEFT, line));
      y += address.size() * 1.22;
      name = false;
    }
    double right = 7;
    right = fact(marks, right, "ORDER", content.orderNumber(), true);
    right = fact(marks, right, "PLACED", DAY.format(content.placed()), false);
    right = fact(marks, right, "REFERENCE", content.orderId(), false);
    right = fact(marks, right, "SHIPMENT", content.shipmentId(), false);
    right = fact(marks, right, "PACKED AT", content.node(), false);
    return new SlipStrip(Math.max(y, right) + 4, marks);
  }

  private double fact(List<Mark> marks, double y, String name, String value, boolean bold) {
    double x = MIDDLE + 64;
    marks.add(type.label(MIDDLE, y, name));
    double baseline = y;
    TextFit.Block block =
        type.fit().block(List.of(PrintableText.line(value)), bold, RIGHT - x, 36, 10, 7);
    for (String part : block.lines()) {
      marks.add(type.text(x, baseline, block.size(), bold, RIGHT - x, part));
      baseline += block.size() * 1.25;
    }
    return baseline + 2;
  }

  private SlipStrip parcel(int number, SlipParcel parcel) {
    String tracking = parcel.trackingNumber();
    String way =
        parcel.carrierName()
            + " "
            + parcel.serviceName()
            + (tracking == null ? "" : "   " + tracking);
    String count = "PARCEL " + number + " OF " + content.parcels().size();
    List<Mark> marks = new ArrayList<>();
    marks.add(type.label(LEFT, 9, count));
    marks.add(type.text(LEFT + 92, 9, SlipType.BODY, false, 82, "Box " + parcel.box()));
    marks.add(type.text(LEFT + 180, 9, SlipType.BODY, false, 96, Weight.of(parcel.weightGrams())));
    marks.add(type.text(MIDDLE, 9, SlipType.BODY, false, RIGHT - MIDDLE, way));
    return new SlipStrip(15, marks);
  }

  private List<SlipStrip> message(String title, String text, double size) {
    List<SlipStrip> strips = new ArrayList<>();
    strips.add(SlipStrip.gap(8));
    strips.add(shaded(18, List.of(type.label(LEFT + 12, 12, title))));
    for (String paragraph : PrintableText.paragraphs(text)) {
      for (String line : type.wrap(paragraph, size, false, SlipPages.FULL - 24)) {
        strips.add(
            shaded(
                size * 1.35,
                List.of(type.text(LEFT + 12, size, size, false, SlipPages.FULL, line))));
      }
    }
    strips.add(shaded(6, List.of()));
    return strips;
  }

  /** Neighbours overlap a little, or a hairline shows between them on some screens. */
  private static SlipStrip shaded(double height, List<Mark> marks) {
    List<Mark> all = new ArrayList<>();
    all.add(new Mark.Fill(LEFT, -0.25, SlipPages.FULL, height + 0.25, 0.94));
    all.add(new Mark.Fill(LEFT, -0.25, 3, height + 0.25, 0.2));
    all.addAll(marks);
    return new SlipStrip(height, all);
  }
}

package dev.cutoff.adapter.document;

import dev.cutoff.adapter.document.Mark.Align;
import dev.cutoff.document.application.LabelContent;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where everything stands on a 4 x 6 inch label, in dots of 203 to the inch. From top to bottom:
 * sender and parcel data, service banner, sorting code and postcode, recipient, tracking barcode,
 * references.
 */
final class LabelLayout {

  static final int WIDTH = 812;
  static final int HEIGHT = 1218;
  static final double DOTS_PER_INCH = 203;
  static final String VOID = "SAMPLE - VOID";

  private static final int LEFT = 26;
  private static final int RIGHT = WIDTH - LEFT;
  private static final int FULL = RIGHT - LEFT;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM uuuu", Locale.ENGLISH);

  private final TextFit fit;
  private final List<Mark> marks = new ArrayList<>();

  private LabelLayout(TextFit fit) {
    this.fit = fit;
  }

  static List<Mark> of(LabelContent content, TextFit fit) {
    LabelLayout layout = new LabelLayout(fit);
    if (content.test()) {
      layout.marks.add(new Mark.Across(LEFT, 306, FULL, 462, VOID));
    }
    layout.sender(content);
    layout.parcel(content);
    layout.service(content);
    layout.routing(content);
    layout.recipient(content);
    layout.tracking(content);
    layout.references(content);
    return layout.marks;
  }

  private void sender(LabelContent content) {
    tag(LEFT, 40, "FROM");
    block(PrintableText.lines(content.from()), LEFT, 48, 450, 150, 24, 17, false);
  }

  private void parcel(LabelContent content) {
    int column = 510;
    int room = RIGHT - column;
    text(
        column,
        44,
        26,
        false,
        room,
        "SHIP " + DAY.format(content.shipDate()).toUpperCase(Locale.ENGLISH));
    text(column, 78, 26, false, room, Weight.of(content.weightGrams()));
    String zone = content.zone();
    if (zone != null) {
      text(column, 112, 26, false, room, "ZONE " + zone);
    }
    String count = "PARCEL " + content.parcelNumber() + " OF " + content.parcelCount();
    text(column, 176, fit.size(count, true, room, 38, 20), true, room, count);
  }

  private void service(LabelContent content) {
    marks.add(new Mark.Fill(0, 206, WIDTH, 92, 0));
    String carrier = PrintableText.line(content.carrierName());
    String service = PrintableText.line(content.serviceName()).toUpperCase(Locale.ROOT);
    // Half of the banner at most for the carrier; the service, which a packer sorts by, gets what
    // remains.
    double carrierSize = fit.size(carrier, true, FULL * 0.45, 44, 22);
    String carrierCut = fit.cut(carrier, carrierSize, true, FULL * 0.45);
    double begin = LEFT + fit.width(carrierCut, carrierSize, true) + 36;
    double size = fit.size(service, true, RIGHT - begin, 60, 24);
    white(LEFT, 252 + carrierSize * 0.36, carrierSize, FULL * 0.45, carrierCut);
    marks.add(new Mark.Fill(begin - 20, 222, 4, 60, 1));
    white(begin, 252 + size * 0.36, size, RIGHT - begin, service);
  }

  private void routing(LabelContent content) {
    String routing = content.routingCode();
    String postcode = content.toPostcode();
    String country = content.toCountry();
    String right = postcode == null ? country : PrintableText.line(postcode) + " " + country;
    if (routing == null) {
      big(LEFT, FULL, 110, right);
    } else {
      big(LEFT, 430, 128, PrintableText.line(routing));
      tag(490, 334, "POSTCODE");
      big(490, RIGHT - 490, 66, right);
    }
    rule(430);
  }

  private void recipient(LabelContent content) {
    List<String> notices = PrintableText.lines(content.notices());
    int bottom = notices.isEmpty() ? 770 : 702;
    tag(LEFT, 462, "SHIP TO");
    block(PrintableText.lines(content.to()), LEFT, 470, FULL, bottom - 470, 54, 24, true);
    if (!notices.isEmpty()) {
      notices(notices);
    }
    rule(778);
  }

  private void notices(List<String> notices) {
    marks.add(new Mark.Fill(LEFT, 710, FULL, 58, 0));
    TextFit.Block block =
        fit.block(List.of(String.join("  *  ", notices)), true, FULL - 40, 54, 38, 20);
    double step = block.size() * TextFit.LEADING;
    double baseline = 739 + block.size() * 0.36 - (block.lines().size() - 1) * step / 2;
    for (String line : block.lines()) {
      white(LEFT + 20, baseline, block.size(), FULL - 40, line);
      baseline += step;
    }
  }

  private void tracking(LabelContent content) {
    int top = 806;
    if (content.test()) {
      marks.add(new Mark.Fill(0, 782, WIDTH, 50, 0));
      String said = VOID + " - NOT FOR SHIPPING";
      double size = fit.size(said, true, FULL, 40, 20);
      marks.add(
          new Mark.Text(WIDTH / 2.0, 807 + size * 0.36, size, true, Align.CENTER, 1, FULL, said));
      top = 852;
    }
    Code128Bars code = Code128Bars.of(content.trackingNumber());
    int module = Math.clamp(WIDTH / (code.modules() + 2 * Code128Bars.QUIET_MODULES), 1, 4);
    double x = Math.floor((WIDTH - code.modules() * module) / 2.0);
    marks.add(new Mark.Bars(x, top, module, 1028 - top, code));
    double size = fit.size(content.trackingNumber(), true, FULL, 46, 26);
    marks.add(
        new Mark.Text(
            WIDTH / 2.0, 1076, size, true, Align.CENTER, 0, FULL, content.trackingNumber()));
    rule(1096);
  }

  private void references(LabelContent content) {
    reference(LEFT, 368, "ORDER", content.orderId());
    reference(420, content.box() == null ? RIGHT - 420 : 230, "SHIPMENT", content.shipmentId());
    String box = content.box();
    if (box != null) {
      reference(664, RIGHT - 664, "BOX", box);
    }
  }

  private void reference(int x, int room, String name, String value) {
    tag(x, 1126, name);
    TextFit.Block block = fit.block(List.of(PrintableText.line(value)), true, room, 64, 42, 18);
    double baseline = block.lines().size() == 1 ? 1174 : 1154;
    for (String line : block.lines()) {
      text(x, baseline, block.size(), true, room, line);
      baseline += block.size() * TextFit.LEADING;
    }
  }

  private void big(int x, int room, double largest, String words) {
    double size = fit.size(words, true, room, largest, 24);
    text(x, 412, size, true, room, words);
  }

  private void block(
      List<String> lines,
      int x,
      int y,
      int width,
      int height,
      double largest,
      double smallest,
      boolean nameBold) {
    if (lines.isEmpty()) {
      return;
    }
    // Measured in the wider weight, so that the name fits too.
    TextFit.Block block = fit.block(lines, nameBold, width, height, largest, smallest);
    double baseline = y + block.size() * 0.95;
    for (int i = 0; i < block.lines().size(); i++) {
      text(x, baseline, block.size(), nameBold && i == 0, width, block.lines().get(i));
      baseline += block.size() * TextFit.LEADING;
    }
  }

  private void tag(int x, int baseline, String words) {
    text(x, baseline, 20, false, FULL, words);
  }

  private void rule(int y) {
    marks.add(new Mark.Fill(0, y, WIDTH, 4, 0));
  }

  private void text(
      double x, double baseline, double size, boolean bold, double room, String words) {
    String cut = fit.cut(PrintableText.line(words), size, bold, room);
    marks.add(new Mark.Text(x, baseline, size, bold, Align.LEFT, 0, room, cut));
  }

  private void white(double x, double baseline, double size, double room, String words) {
    marks.add(
        new Mark.Text(
            x, baseline, size, true, Align.LEFT, 1, room, fit.cut(words, size, true, room)));
  }
}

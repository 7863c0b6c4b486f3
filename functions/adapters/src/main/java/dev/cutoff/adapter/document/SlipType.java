package dev.cutoff.adapter.document;

import dev.cutoff.adapter.document.Mark.Align;
import java.util.List;

/** How text is set on a slip: sizes, shades, and cells of wrapped lines. */
final class SlipType {

  static final double BODY = 9.5;
  static final double SMALL = 8;
  static final double GREY = 0.35;

  private final TextFit fit;

  SlipType(TextFit fit) {
    this.fit = fit;
  }

  TextFit fit() {
    return fit;
  }

  Mark text(double x, double baseline, double size, boolean bold, double room, String words) {
    String cut = fit.cut(PrintableText.line(words), size, bold, room);
    return new Mark.Text(x, baseline, size, bold, Align.LEFT, 0, room, cut);
  }

  Mark right(double x, double baseline, double size, boolean bold, double room, String words) {
    String cut = fit.cut(PrintableText.line(words), size, bold, room);
    return new Mark.Text(x, baseline, size, bold, Align.RIGHT, 0, room, cut);
  }

  Mark label(double x, double baseline, String words) {
    return new Mark.Text(x, baseline, 7, true, Align.LEFT, GREY, SlipPages.FULL, words);
  }

  Mark grey(double x, double baseline, double size, double room, String words) {
    return new Mark.Text(
        x, baseline, size, false, Align.LEFT, GREY, room, fit.cut(words, size, false, room));
  }

  List<String> wrap(String words, double size, boolean bold, double room) {
    return fit.wrap(PrintableText.line(words), size, bold, room);
  }
}

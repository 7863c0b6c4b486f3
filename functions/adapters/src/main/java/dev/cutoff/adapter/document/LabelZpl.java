package dev.cutoff.adapter.document;

import java.util.List;

/**
 * A label as ZPL II. Latin text is set in the printer's own font 0, which every such printer has; a
 * line with any other letter is sent as a picture, since no one knows what fonts a printer was
 * loaded with.
 */
final class LabelZpl {

  private final Lettering lettering;
  private final StringBuilder zpl = new StringBuilder(4096);

  private LabelZpl(Lettering lettering) {
    this.lettering = lettering;
  }

  static String of(List<Mark> marks, Lettering lettering) {
    LabelZpl label = new LabelZpl(lettering);
    // ^LH and ^PON undo what an earlier job may have left; ^CI28 is UTF-8.
    label.line("^XA^CI28^LH0,0^PON^PW" + LabelLayout.WIDTH + "^LL" + LabelLayout.HEIGHT);
    marks.forEach(label::draw);
    label.line("^PQ1^XZ");
    return label.zpl.toString();
  }

  private void draw(Mark mark) {
    switch (mark) {
      case Mark.Text text -> text(text);
      case Mark.Fill fill -> {
        int width = round(fill.width());
        int height = round(fill.height());
        // A box as thick as its shorter side is a filled one.
        box(
            fill.x(),
            fill.y(),
            width,
            height,
            Math.min(width, height),
            fill.shade() < 0.5 ? "B" : "W");
      }
      case Mark.Tick tick ->
          box(tick.x(), tick.y(), round(tick.side()), round(tick.side()), 2, "B");
      case Mark.Bars bars -> {
        int height = round(bars.height());
        String data = bars.code().data();
        line(
            "^FO"
                + at(bars.x(), bars.y())
                + "^BY"
                + round(bars.module())
                + ",3,"
                + height
                + "^BCN,"
                + height
                + ",N,N,N,A^FD"
                + data
                + "^FS");
      }
      case Mark.Across across -> {
        // Printers know neither grey nor slanted letters: the area is struck through.
        String area =
            "^FO"
                + at(across.x(), across.y())
                + "^GD"
                + at(across.width(), across.height())
                + ",3,B,";
        line(area + "R^FS");
        line(area + "L^FS");
      }
    }
  }

  private void box(double x, double y, int width, int height, int thickness, String colour) {
    line("^FO" + at(x, y) + "^GB" + at(width, height) + "," + thickness + "," + colour + "^FS");
  }

  private void text(Mark.Text text) {
    if (!text.text().codePoints().allMatch(LabelZpl::inPrintersFont)) {
      line(ZplPicture.of(text, lettering));
      return;
    }
    int size = round(text.size());
    String type = "^A0N," + size + "," + size + (text.shade() > 0.5 ? "^FR" : "");
    String data = "^FH^FD" + ZplData.of(text.text()) + "^FS";
    line(
        switch (text.align()) {
          case LEFT -> "^FT" + at(text.x(), text.baseline()) + type + data;
          case RIGHT -> "^FT" + at(text.x(), text.baseline()) + ",1" + type + data;
          case CENTER ->
              "^FT"
                  + at(text.x() - text.room() / 2, text.baseline())
                  + type
                  + "^FB"
                  + round(text.room())
                  + ",1,0,C"
                  + data;
        });
  }

  /**
   * Basic Latin to Latin Extended-A, and the few signs of the same old code pages. Not the
   * backslash, which some printers take for half of a line break.
   */
  private static boolean inPrintersFont(int codePoint) {
    boolean sign =
        codePoint == 0x20AC || codePoint == 0x2026 || (codePoint >= 0x2018 && codePoint <= 0x201D);
    return (codePoint < 0x180 && codePoint != '\\') || sign;
  }

  private void line(String commands) {
    zpl.append(commands).append('\n');
  }

  private static String at(double x, double y) {
    return round(x) + "," + round(y);
  }

  private static int round(double dots) {
    return (int) Math.round(dots);
  }
}

package dev.cutoff.adapter.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of pixel glyphs as horizontal strokes: the same for a page, as rectangles, and a printer,
 * as a bitmap.
 */
final class PixelRows {

  /** The rows of a glyph that stand on the baseline; the others hang below it. */
  static final int ABOVE_BASELINE = 14;

  private PixelRows() {}

  static List<Stroke> strokes(PixelFont font, String text) {
    List<Stroke> strokes = new ArrayList<>();
    for (Placed placed : placed(font, text)) {
      add(strokes, font.glyph(placed.codePoint()), placed.column());
    }
    return strokes;
  }

  /**
   * Each character with the column it starts in; a mark starts where the character before it does.
   */
  static List<Placed> placed(PixelFont font, String text) {
    List<Placed> all = new ArrayList<>();
    int start = 0;
    int before = 0;
    for (int codePoint : text.codePoints().toArray()) {
      PixelFont.Glyph glyph = font.glyph(codePoint);
      before = glyph.mark() ? before : start;
      all.add(new Placed(codePoint, before));
      start += glyph.advance();
    }
    return all;
  }

  private static void add(List<Stroke> strokes, PixelFont.Glyph glyph, int start) {
    for (int row = 0; row < PixelFont.ROWS; row++) {
      int column = 0;
      while (column < glyph.width()) {
        int from = column;
        while (column < glyph.width() && glyph.inked(column, row)) {
          column++;
        }
        if (column > from) {
          strokes.add(new Stroke(start + from, row, column - from));
        }
        column++;
      }
    }
  }

  record Stroke(int column, int row, int length) {}

  record Placed(int codePoint, int column) {}
}

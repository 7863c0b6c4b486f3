package dev.cutoff.adapter.document;

import java.util.HexFormat;

/** A line of text as a bitmap (^GFA), for letters that a printer may not have. */
final class ZplPicture {

  private ZplPicture() {}

  static String of(Mark.Text text, Lettering lettering) {
    String line = VisualOrder.of(cut(text, lettering.pixels()));
    int columns = Math.max(1, lettering.pixels().columns(line));
    // No taller than the line's own step, so that neighbours never touch.
    double zoomed = Math.min(text.size() * TextFit.LEADING / PixelFont.ROWS, text.room() / columns);
    int zoom = Math.max(1, (int) zoomed);
    int width = columns * zoom;
    int bytesPerRow = (width + 7) / 8;
    byte[] bits = new byte[bytesPerRow * PixelFont.ROWS * zoom];
    for (PixelRows.Stroke stroke : PixelRows.strokes(lettering.pixels(), line)) {
      ink(bits, bytesPerRow, width, zoom, stroke);
    }
    int x =
        (int)
            switch (text.align()) {
              case LEFT -> text.x();
              case CENTER -> text.x() - width / 2.0;
              case RIGHT -> text.x() - width;
            };
    int y = (int) Math.round(text.baseline()) - PixelRows.ABOVE_BASELINE * zoom;
    String origin =
        "^FO" + Math.max(0, x) + "," + Math.max(0, y) + (text.shade() > 0.5 ? "^FR" : "");
    String size = bits.length + "," + bits.length + "," + bytesPerRow;
    return origin + "^GFA," + size + "," + HexFormat.of().withUpperCase().formatHex(bits) + "^FS";
  }

  /** Fitted as letters, the line may still be too wide as pixels: then it is cut once more. */
  private static String cut(Mark.Text text, PixelFont pixels) {
    String line = text.text();
    while (pixels.columns(line) > text.room() && line.codePointCount(0, line.length()) > 2) {
      String shorter =
          line.endsWith(TextFit.ELLIPSIS) ? line.substring(0, line.length() - 1) : line;
      line =
          shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1)) + TextFit.ELLIPSIS;
    }
    return line;
  }

  private static void ink(
      byte[] bits, int bytesPerRow, int width, int zoom, PixelRows.Stroke stroke) {
    for (int row = stroke.row() * zoom; row < (stroke.row() + 1) * zoom; row++) {
      int end = Math.min((stroke.column() + stroke.length()) * zoom, width);
      for (int column = stroke.column() * zoom; column < end; column++) {
        bits[row * bytesPerRow + column / 8] |= (byte) (0x80 >> column % 8);
      }
    }
  }
}

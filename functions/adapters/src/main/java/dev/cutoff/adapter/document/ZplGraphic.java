package dev.cutoff.adapter.document;

import java.awt.Rectangle;
import java.util.HexFormat;

/**
 * A page of dots as one ZPL II label: a graphic field in the compressed ASCII form that the
 * programming guide gives with ^GF and ~DG. Letters count how often the next digit comes (G to Y: 1
 * to 19, g to z: 20 to 400), a comma ends a row in white, ! ends it in black, : is the row before
 * once more.
 */
final class ZplGraphic {
  private static final int MOST = 419;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ZplGraphic() {}

  /**
   * One label.
   *
   * @param width of the paper in dots
   * @param height of the paper in dots
   */
  static String of(Dots page, int width, int height) {
    Rectangle printed = page.printed();
    int left = printed.x / 8;
    int columns = printed.width / 8;
    int bytes = columns * printed.height;
    StringBuilder zpl = new StringBuilder(20_000);
    zpl.append("^XA^LH0,0^PON^PW%d^LL%d\n".formatted(width, height))
        .append("^FO%d,%d^GFA,%d,%d,%d,".formatted(printed.x, printed.y, bytes, bytes, columns));
    String before = "";
    for (int y = printed.y; y < printed.y + printed.height; y++) {
      StringBuilder digits = new StringBuilder(columns * 2);
      for (int column = left; column < left + columns; column++) {
        digits.append(HEX.toHexDigits(page.at(y, column)));
      }
      String row = packed(digits.toString());
      zpl.append(row.equals(before) ? ":" : row);
      before = row;
    }
    return zpl.append("^FS\n^PQ1^XZ\n").toString();
  }

  private static String packed(String digits) {
    StringBuilder row = new StringBuilder();
    int at = 0;
    while (at < digits.length()) {
      char digit = digits.charAt(at);
      int end = at + 1;
      while (end < digits.length() && digits.charAt(end) == digit) {
        end++;
      }
      if (end == digits.length() && digit == '0') {
        return row.append(',').toString();
      }
      if (end == digits.length() && digit == 'F') {
        return row.append('!').toString();
      }
      repeated(row, digit, end - at);
      at = end;
    }
    return row.toString();
  }

  private static void repeated(StringBuilder row, char digit, int times) {
    int left = times;
    while (left > 0) {
      int now = Math.min(left, MOST);
      if (now >= 20) {
        row.append((char) ('g' + now / 20 - 1));
      }
      if (now % 20 > 1 || (now >= 20 && now % 20 == 1)) {
        row.append((char) ('G' + now % 20 - 1));
      }
      row.append(digit);
      left -= now;
    }
  }
}

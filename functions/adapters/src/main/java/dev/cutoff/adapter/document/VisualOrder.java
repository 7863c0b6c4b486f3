package dev.cutoff.adapter.document;

import java.text.Bidi;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Right-to-left scripts are drawn from left to right like all others, so their letters are put in
 * that order first.
 */
final class VisualOrder {

  private VisualOrder() {}

  static String of(String line) {
    char[] chars = line.toCharArray();
    if (!Bidi.requiresBidi(chars, 0, chars.length)) {
      return line;
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int[] points = line.codePoints().toArray();
    byte[] levels = new byte[points.length];
    Integer[] order = new Integer[points.length];
    for (int i = 0, at = 0; i < points.length; at += Character.charCount(points[i]), i++) {
      levels[i] = (byte) bidi.getLevelAt(at);
      boolean backwards = levels[i] % 2 == 1;
      order[i] = backwards ? mirrored(points[i]) : points[i];
    }
    Bidi.reorderVisually(levels, 0, order, 0, order.length);
    return Arrays.stream(order).map(Character::toString).collect(Collectors.joining());
  }

  private static int mirrored(int codePoint) {
    return switch (codePoint) {
      case '(' -> ')';
      case ')' -> '(';
      case '[' -> ']';
      case ']' -> '[';
      case '<' -> '>';
      case '>' -> '<';
      default -> codePoint;
    };
  }
}

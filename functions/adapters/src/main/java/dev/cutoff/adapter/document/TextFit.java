package dev.cutoff.adapter.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings text into the room there is: wrapped, made smaller, and, as a last resort, cut with a
 * visible ellipsis.
 */
final class TextFit {

  static final double LEADING = 1.18;
  static final String ELLIPSIS = "\u2026";

  private final Lettering lettering;

  TextFit(Lettering lettering) {
    this.lettering = lettering;
  }

  double width(String text, double size, boolean heavy) {
    return lettering.width(text, size, heavy);
  }

  /** One line, cut if it must be. */
  String cut(String text, double size, boolean heavy, double width) {
    if (lettering.width(text, size, heavy) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int keep = points.length - 1;
    while (keep > 0 && lettering.width(head(points, keep) + ELLIPSIS, size, heavy) > width) {
      keep--;
    }
    return head(points, keep).stripTrailing() + ELLIPSIS;
  }

  /**
   * The largest size of the two and between them at which the text fits on one line; the smaller if
   * none does.
   */
  double size(String text, boolean heavy, double width, double largest, double smallest) {
    double size = largest;
    while (size > smallest && lettering.width(text, size, heavy) > width) {
      size--;
    }
    return Math.max(size, smallest);
  }

  /** As many lines as it takes; words longer than a line are broken. */
  List<String> wrap(String text, double size, boolean heavy, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (lettering.width(longer, size, heavy) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (lettering.width(line, size, heavy) > width
          && line.codePointCount(0, line.length()) > 1) {
        int cut = broken(line, size, heavy, width);
        lines.add(line.substring(0, cut));
        line = line.substring(cut);
      }
    }
    lines.add(line);
    return lines;
  }

  /**
   * All lines in a box: the largest size that holds them wrapped, else the smallest size and an
   * ellipsis.
   */
  Block block(
      List<String> texts,
      boolean heavy,
      double width,
      double height,
      double largest,
      double smallest) {
    for (double size = largest; size > smallest; size--) {
      List<String> wrapped = wrapAll(texts, size, heavy, width);
      // A name broken in two at a large size reads worse than a whole one at a smaller size.
      boolean roomy = wrapped.size() == texts.size() || size <= (largest + smallest) / 2;
      if (roomy && wrapped.size() * size * LEADING <= height) {
        return new Block(wrapped, size);
      }
    }
    List<String> wrapped = wrapAll(texts, smallest, heavy, width);
    int room = Math.max(1, (int) (height / (smallest * LEADING)));
    if (wrapped.size() <= room) {
      return new Block(wrapped, smallest);
    }
    // Rather each line cut than the last ones, which hold city and postcode, lost.
    List<String> cut = texts.stream().map(text -> cut(text, smallest, heavy, width)).toList();
    return new Block(cut.size() <= room ? cut : withoutMiddle(cut, room), smallest);
  }

  private static List<String> withoutMiddle(List<String> lines, int room) {
    List<String> kept = new ArrayList<>(lines.subList(0, (room - 1) / 2));
    kept.add(ELLIPSIS);
    kept.addAll(lines.subList(lines.size() - (room - kept.size()), lines.size()));
    return kept;
  }

  private List<String> wrapAll(List<String> texts, double size, boolean heavy, double width) {
    return texts.stream().flatMap(text -> wrap(text, size, heavy, width).stream()).toList();
  }

  /**
   * Where to break a word that is too long: after its last joint that fits, else after its last
   * character.
   */
  private int broken(String word, double size, boolean heavy, double width) {
    int end = word.offsetByCodePoints(0, 1);
    int joint = 0;
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (lettering.width(word.substring(0, next), size, heavy) > width) {
        break;
      }
      end = next;
      if ("-_/.,".indexOf(word.charAt(end - 1)) >= 0) {
        joint = end;
      }
    }
    return joint > end / 2 ? joint : end;
  }

  private static String head(int[] points, int count) {
    return new String(points, 0, count);
  }

  record Block(List<String> lines, double size) {

    Block {
      lines = List.copyOf(lines);
    }
  }
}

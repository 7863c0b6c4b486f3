package dev.cutoff.acceptance.histories;

import java.util.List;

/** Two lists beside each other, so that a reader sees where they part. */
final class SideBySide {
  private static final int WIDTH = 90;

  private SideBySide() {}

  static String of(String left, List<String> ours, String right, List<String> theirs) {
    StringBuilder text = new StringBuilder("\n");
    text.append(row(" ", left, right));
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      String one = i < ours.size() ? ours.get(i) : "";
      String other = i < theirs.size() ? theirs.get(i) : "";
      if (one.equals(other)) {
        text.append(row(" ", one, other));
      } else {
        // Whole: the difference may lie behind the edge.
        text.append("! ").append(one).append("\n? ").append(other).append('\n');
      }
    }
    return text.toString();
  }

  private static String row(String mark, String one, String other) {
    return "%s %s | %s%n".formatted(mark, cut(one), cut(other));
  }

  private static String cut(String text) {
    return text.length() > WIDTH
        ? text.substring(0, WIDTH - 1) + "…"
        : text + " ".repeat(WIDTH - text.length());
  }
}

package dev.cutoff.adapter.page;

import java.util.regex.Pattern;

/** Other people's words made fit for a line of a page. */
final class Line {
  private static final int LONGEST = 120;

  /** Line breaks and other controls, and the marks that turn the direction of writing around. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\s]+");

  private Line() {}

  /** One line without surrounding space; longer ones end in an ellipsis. */
  static String of(String words) {
    String line = UNFIT.matcher(words).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
  }
}

package dev.cutoff.adapter.notice.words;

import java.util.regex.Pattern;

/** Other people's words made fit for a line of a message. */
public final class Plain {
  /** Line breaks and other controls, and the marks that turn the direction of writing around. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\s]+");

  private Plain() {}

  /** One line without surrounding space; longer ones end in an ellipsis. */
  public static String line(String words, int longest) {
    String line = UNFIT.matcher(words).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= longest) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
  }
}

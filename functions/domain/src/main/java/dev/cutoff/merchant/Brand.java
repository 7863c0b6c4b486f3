package dev.cutoff.merchant;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a store looks to its customers.
 *
 * @param accent its colour, "#1f4fd8"
 * @param help where customers ask: an e-mail address or the https address of a page; empty where
 *     the merchant file names none
 */
public record Brand(String accent, String help) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
  private static final String WHITE = "#ffffff";
  private static final String BLACK = "#000000";

  /** One that says nothing of itself. */
  public static final Brand PLAIN = new Brand("#1f2937", "");

  public Brand {
    if (!COLOUR.matcher(accent).matches()) {
      throw new IllegalArgumentException("not a colour: '" + accent + "'");
    }
  }

  /**
   * The colour of text on the accent: white or black, whichever is read more easily. The better of
   * the two has a contrast of 4.58 at least, whatever the accent, so WCAG's 4.5 is kept.
   */
  public String text() {
    return contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK;
  }

  /** The contrast of two colours by WCAG 2, from 1 to 21. */
  public static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, 3)
        .mapToDouble(
            i -> weights[i] * linear(Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0))
        .sum();
  }

  private static double linear(double share) {
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}

package dev.cutoff.tracking;

/** Words of carriers, cut to what a row can hold. */
final class Texts {
  private Texts() {}

  static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}

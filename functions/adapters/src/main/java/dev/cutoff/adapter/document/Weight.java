package dev.cutoff.adapter.document;

import java.util.Locale;

/** A weight as packers on both sides of the ocean read it. */
final class Weight {

  private static final double GRAMS_PER_POUND = 453.59237;

  private Weight() {}

  static String of(int grams) {
    return String.format(Locale.ROOT, "%.2f KG / %.1f LB", grams / 1000.0, grams / GRAMS_PER_POUND);
  }
}

package dev.cutoff.local.bench.flash;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One figure over several runs. */
record Spread(double min, double median, double max) {
  static <T> Spread of(List<T> runs, ToDoubleFunction<T> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  /** "300", or where the runs differ "714 (600–1,000)". */
  @Override
  public String toString() {
    return min == max ? text(median) : "%s (%s–%s)".formatted(text(median), text(min), text(max));
  }

  private static String text(double value) {
    return String.format(
        Locale.ROOT, value != Math.rint(value) && value < 10 ? "%,.1f" : "%,.0f", value);
  }
}

package dev.cutoff.local.bench.promise;

import java.util.Arrays;
import java.util.List;

/**
 * What some questions came to.
 *
 * @param kept answers that promise the day of method or rule
 * @param late answers that promise a later one
 * @param not answers that promise none, with a reason
 * @param millis until each answer was there
 * @param oneLine of them, those to questions of one line, as a product page asks them
 */
record Asked(
    int atOnce, long kept, long late, long not, List<Double> millis, List<Double> oneLine) {
  Asked {
    millis = millis.stream().sorted().toList();
    oneLine = oneLine.stream().sorted().toList();
  }

  double quantile(double share) {
    return quantile(millis, share);
  }

  private static double quantile(List<Double> sorted, double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1));
  }

  double p50() {
    return quantile(0.5);
  }

  double p99() {
    return quantile(0.99);
  }

  double oneLineP99() {
    return quantile(oneLine, 0.99);
  }

  static double median(double[] all) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

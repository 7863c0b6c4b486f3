package dev.cutoff.local.bench.flash;

import java.util.List;

/**
 * What one sale came to.
 *
 * @param sold units that buyers were told they have
 * @param oversold of these, more than there were
 * @param unsold units that are left although somebody who was turned away wanted no more than that
 * @param gaveUp buyers who were turned away without knowing whether there is any
 * @param drift units by which the books disagree with what was sold
 * @param perSecond buyers who got their answer, whichever
 * @param p50Ms from the sale's begin, when all buyers are there, to the answer
 * @param callP99Ms of the call alone, without the wait before it
 */
record Sold(
    long sold,
    long oversold,
    long unsold,
    long gaveUp,
    long drift,
    double perSecond,
    double p50Ms,
    double p99Ms,
    double callP99Ms) {

  /** Whether every unit went to one buyer, and the last one too. */
  boolean exact(long units) {
    return sold == units && oversold == 0 && unsold == 0 && drift == 0;
  }

  static double percentile(List<Double> unsorted, double percent) {
    List<Double> sorted = unsorted.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100) - 1));
  }
}

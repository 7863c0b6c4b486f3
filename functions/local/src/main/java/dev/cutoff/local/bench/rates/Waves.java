package dev.cutoff.local.bench.rates;

/**
 * What came of it.
 *
 * @param calls first questions that were sent
 * @param extra second ones
 * @param saved questions that a breaker kept back
 */
record Waves(
    int atOnce,
    boolean hedged,
    int orders,
    double p50Ms,
    double p99Ms,
    double healthyInTimePct,
    long calls,
    long extra,
    long saved) {

  double extraPct() {
    return 100.0 * extra / calls;
  }
}

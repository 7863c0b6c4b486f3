package dev.cutoff.local.bench.plan;

import java.util.Random;

/** What the plans of one way of planning come to, over the same orders. */
final class Tally {
  /** Held-out deliveries of each order. */
  private static final int DRAWS = 20;

  private final String name;
  private long orders;
  private long cost;
  private double kept;
  private long splits;

  Tally(String name) {
    this.name = name;
  }

  void add(Case of, Sent sent, Lanes lanes, Random draws) {
    orders++;
    cost += sent.cost();
    kept += sent.kept(of.deliverBy(), lanes, draws, DRAWS);
    splits += sent.legs().size() > 1 ? 1 : 0;
  }

  String name() {
    return name;
  }

  /** Mean fulfilment cost in minor units. */
  double meanCost() {
    return (double) cost / orders;
  }

  double keptPct() {
    return 100 * kept / orders;
  }

  double splitPct() {
    return 100.0 * splits / orders;
  }
}

package dev.cutoff.local.replay;

import dev.cutoff.plan.application.Plan;
import dev.cutoff.plan.application.Replaying.Outcome;

/** What all decisions come to under one merchant file. */
final class Side {
  private int inTime;
  private int late;
  private int none;
  private int splits;
  private double expected;
  private long cost;

  /**
   * Counts one.
   *
   * @param comparable whether there is a plan under the other file too, so that costs compare
   */
  void add(Outcome outcome, boolean comparable) {
    if (outcome.plan().isEmpty()) {
      none++;
      return;
    }
    Plan plan = outcome.plan().get();
    if (outcome.inTime()) {
      inTime++;
      expected += plan.chance();
    } else {
      late++;
    }
    splits += plan.legs().size() > 1 ? 1 : 0;
    cost += comparable ? plan.cost().amount() : 0;
  }

  int inTime() {
    return inTime;
  }

  int late() {
    return late;
  }

  int none() {
    return none;
  }

  int splits() {
    return splits;
  }

  /** Share of all decisions that is expected to arrive by the promised day, in percent. */
  double keptPct() {
    int all = inTime + late + none;
    return all == 0 ? 0 : 100.0 * expected / all;
  }

  /** In minor units, of those that have a plan under both files. */
  long cost() {
    return cost;
  }
}

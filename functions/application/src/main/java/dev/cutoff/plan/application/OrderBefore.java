package dev.cutoff.plan.application;

import dev.cutoff.plan.Search;
import dev.cutoff.plan.ShipDay;
import dev.cutoff.plan.Split;
import dev.cutoff.plan.Way;
import java.time.Instant;
import java.util.Comparator;

/**
 * The last moment at which an order may come so that the promise of a plan is kept: its own work
 * may begin no later, unless the same node has another sure way that goes later.
 */
final class OrderBefore {
  private OrderBefore() {}

  static Instant of(PlanFinder.Found found, Plan plan) {
    Instant own =
        plan.legs().stream()
            .map(leg -> leg.day().releaseBy())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Problem problem = found.problem();
    return problem
        .result()
        .best()
        .map(Search.Found::split)
        // The legs of several nodes are sure together, not each by itself.
        .filter(split -> split.legs().size() == 1)
        .map(split -> latest(problem, split.legs().getFirst()))
        .filter(latest -> latest.isAfter(own))
        .orElse(own);
  }

  private static Instant latest(Problem problem, Split.Leg leg) {
    return problem.sure(leg).stream()
        .map((Way way) -> problem.offer(leg, way).day())
        .map(ShipDay::releaseBy)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}

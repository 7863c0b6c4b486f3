package dev.cutoff.local.bench.plan;

import dev.cutoff.plan.Search;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.PackedParts;
import dev.cutoff.plan.application.PricedWays;
import dev.cutoff.plan.application.WholeLater;
import java.time.LocalDate;
import java.util.Optional;

/** As Cutoff chooses: the best plan of what is there, or one that waits where that is better. */
final class Choosing {
  private Choosing() {}

  /**
   * What is done.
   *
   * @param ways those of the plan, from what is there now or from one node later
   * @param bound no plan scores less
   */
  record Chosen(PricedWays ways, Search.Found found, long bound, boolean waits) {}

  /** Empty where no plan is sure enough. */
  static Optional<Chosen> of(Case of, PackedParts packed, double leastChance, long lateCost) {
    Search.Limits limits = Case.limits(leastChance, lateCost);
    PricedWays now = of.ways(packed, leastChance, lateCost);
    Search.Result result = Search.run(now, limits);
    if (result.best().isEmpty()) {
      return Optional.empty();
    }
    Chosen best = new Chosen(now, result.best().get(), result.bound(), false);
    for (int node : WholeLater.nodes(now, best.found().score())) {
      Origin origin = of.origins().get(node);
      Optional<LocalDate> from =
          WholeLater.from(origin.node().id().value(), of.wanted(), origin.free(), of.inbound());
      if (from.isPresent()) {
        PricedWays later = of.later(node, from.get()).ways(packed, leastChance, lateCost);
        Optional<Search.Found> found = Search.run(later, limits).best();
        if (found.isPresent() && found.get().score() < best.found().score()) {
          long bound = Math.min(best.bound(), found.get().score());
          best = new Chosen(later, found.get(), bound, true);
        }
      }
    }
    return Optional.of(best);
  }
}

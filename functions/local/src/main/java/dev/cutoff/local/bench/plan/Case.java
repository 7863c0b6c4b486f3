package dev.cutoff.local.bench.plan;

import dev.cutoff.adapter.packing.BoxPacking;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.application.CardPrices;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.plan.application.Part;
import dev.cutoff.plan.application.PlanFinder;
import dev.cutoff.plan.application.PricedWays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One order of the benchmark: what is to be sent, from where, by when.
 *
 * @param origins the nearest node first
 */
record Case(List<Part> parts, List<Origin> origins, List<Box> boxes, LocalDate deliverBy) {
  /** What an order that comes late costs, in minor units. */
  static final long LATE_COST = 1_500;

  static final int MOST_SHIPMENTS = 3;
  private static final BoxPacking PACKING = new BoxPacking();

  /** Packings, made once for all who ask: nobody's time but the first asker's. */
  static final class Packed {
    private final Case of;
    private final Map<Long, List<List<Packing.Parcel>>> known = new HashMap<>();

    Packed(Case of) {
      this.of = of;
    }

    List<List<Packing.Parcel>> of(long some) {
      return known.computeIfAbsent(
          some,
          missing -> {
            List<Packing.Units> units = new ArrayList<>();
            for (int i = 0; i < of.parts().size(); i++) {
              if ((missing & (1L << i)) != 0) {
                units.addAll(of.parts().get(i).units());
              }
            }
            return PACKING.alternatives(units, of.boxes());
          });
    }
  }

  /** As Cutoff plans it. */
  PricedWays ways(Packed packed, double leastChance) {
    return new PricedWays(
        parts,
        origins,
        boxes,
        packed::of,
        new CardPrices(carrier -> false),
        (offer, some) -> 0,
        new PricedWays.Aim(Strategy.CHEAPEST, leastChance, 0));
  }

  static Search.Limits limits(double leastChance, long lateCost) {
    return new Search.Limits(MOST_SHIPMENTS, leastChance, lateCost, PlanFinder.MOST_SPLITS);
  }
}

package dev.cutoff.local.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.plan.Search;
import dev.cutoff.plan.Ways;
import dev.cutoff.plan.application.PackedParts;
import dev.cutoff.plan.application.PricedWays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./cutoff bench plan}. */
final class PlanBenchTest {
  private static final double LEAST_CHANCE = 0.9;

  @Test
  void noPlanIsCostlierThanTryingEverything() {
    Cases source = new Cases(7, new Cases.Shape(3, 4, 3, 6, 3), new Lanes(7), LEAST_CHANCE);
    int planned = 0;
    int waits = 0;
    for (int order = 0; order < 400; order++) {
      Case of = source.next();
      PackedParts packed = of.packed();
      OptionalLong truth = Exhaustive.least(of, packed, LEAST_CHANCE);
      var best = Choosing.of(of, packed, LEAST_CHANCE, Case.LATE_COST);
      assertThat(best.isPresent()).as("order %d", order).isEqualTo(truth.isPresent());
      if (best.isPresent()) {
        assertThat(best.get().found().score()).as("order %d", order).isEqualTo(truth.getAsLong());
        planned++;
        waits += best.get().waits() ? 1 : 0;
      }
    }
    assertThat(planned).isGreaterThan(300);
    assertThat(waits).as("wait for inbound units").isBetween(10, 200);
  }

  @Test
  void noWayCostsLessThanItsBoundNorAnyWayOfMoreParts() {
    Cases source = new Cases(8, new Cases.Shape(3, 4, 4, 8, 3), new Lanes(8), LEAST_CHANCE);
    double lateShare = Search.Limits.lateShare(LEAST_CHANCE, Case.LATE_COST);
    int sendable = 0;
    int tight = 0;
    for (int order = 0; order < 200; order++) {
      PricedWays ways = ways(source.next());
      long all = 1L << ways.parts();
      for (int node = 0; node < ways.nodes(); node++) {
        for (long some = 1; some < all; some++) {
          long least = leastOf(ways, node, some, lateShare);
          for (long fewer = some; fewer > 0; fewer = (fewer - 1) & some) {
            assertThat(ways.atLeast(node, fewer)).isLessThanOrEqualTo(least);
          }
          tight += least - ways.atLeast(node, some) <= 1 ? 1 : 0;
          sendable += least < Ways.NEVER ? 1 : 0;
        }
      }
    }
    assertThat(tight).as("of %d that can be sent", sendable).isGreaterThan(sendable / 4);
  }

  private static PricedWays ways(Case of) {
    return of.ways(of.packed(), LEAST_CHANCE, Case.LATE_COST);
  }

  private static long leastOf(PricedWays ways, int node, long some, double lateShare) {
    return ways.of(node, some).stream()
        .filter(way -> way.chance() >= LEAST_CHANCE)
        .mapToLong(way -> way.score() + (long) (lateShare * (1 - way.chance())))
        .min()
        .orElse(Ways.NEVER);
  }
}

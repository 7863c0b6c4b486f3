package dev.cutoff.local.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.plan.Search;
import dev.cutoff.plan.application.PackedParts;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./cutoff bench plan}. */
final class PlanBenchTest {
  private static final double LEAST_CHANCE = 0.9;

  @Test
  void noPlanIsCostlierThanTryingEverything() {
    Cases source = new Cases(7, new Cases.Shape(3, 4, 3, 6, 3), new Lanes(7), LEAST_CHANCE);
    int planned = 0;
    for (int order = 0; order < 400; order++) {
      Case of = source.next();
      PackedParts packed = of.packed();
      OptionalLong truth = Exhaustive.least(of, packed, LEAST_CHANCE);
      var best =
          Search.run(of.ways(packed, LEAST_CHANCE), Case.limits(LEAST_CHANCE, Case.LATE_COST))
              .best();
      assertThat(best.isPresent()).as("order %d", order).isEqualTo(truth.isPresent());
      if (best.isPresent()) {
        assertThat(best.get().score()).as("order %d", order).isEqualTo(truth.getAsLong());
        planned++;
      }
    }
    assertThat(planned).isGreaterThan(300);
  }
}

package dev.cutoff.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A store with two locations that sells, cancels and puts back by itself, and tells us later; a
 * shop that sells elsewhere and receives. What is compared at any moment in between must not lose
 * the count.
 */
final class ComparisonLawsTest {
  private static final Instant START = Instant.parse("2026-11-23T17:00:00Z");

  @Test
  void whateverHappensInBetweenBothEndWithTheSameFigures() {
    long writes = 0;
    for (long seed = 1; seed <= 20_000; seed++) {
      World world = new World(seed);
      for (int step = 0; step < 40; step++) {
        world.step();
      }
      world.comeToRest();
      assertThat(world.inStore()).as("seed %d", seed).isEqualTo(world.ours());
      writes += world.writes;
    }
    assertThat(writes).isGreaterThan(100_000);
  }

  /** What the store sold and we have not heard of yet is never offered a second time. */
  @Test
  void aUnitThatTheStoreSoldIsNotOfferedThereAgainByReceivingOthers() {
    for (long seed = 1; seed <= 20_000; seed++) {
      World world = new World(seed);
      world.onlyReceives = true;
      for (int step = 0; step < 40; step++) {
        world.step();
        assertThat(world.offered())
            .as("seed %d, step %d", seed, step)
            .isLessThanOrEqualTo(world.free());
      }
    }
  }

  private static final class World {
    final SplittableRandom random;
    final long[] ours = {20, 20};
    final long[] store = {20, 20};
    final @Nullable Long[] before = {null, null};

    /** What the store did and we do not know of: +1 for a unit sold, -1 for one put back. */
    final List<Integer> underWay = new ArrayList<>();

    @Nullable Unexplained open;
    Instant now = START;
    boolean onlyReceives;
    long writes;

    World(long seed) {
      random = new SplittableRandom(seed);
      compare();
    }

    void step() {
      now = now.plusSeconds(1);
      switch (random.nextInt(onlyReceives ? 4 : 6)) {
        case 0 -> sold();
        case 1 -> heard();
        case 2 -> ours[random.nextInt(2)]++;
        case 3 -> compare();
        case 4 -> cancelled();
        default -> soldElsewhere();
      }
    }

    private void sold() {
      int location = random.nextInt(2);
      if (store[location] > 0 && ours[0] + ours[1] > 4) {
        store[location]--;
        underWay.add(1);
      }
    }

    private void cancelled() {
      store[random.nextInt(2)]++;
      underWay.add(-1);
    }

    private void soldElsewhere() {
      int node = random.nextInt(2);
      ours[node] -= ours[node] > 4 ? 1 : 0;
    }

    /** The order's units are taken at whichever node is nearest. */
    private void heard() {
      if (!underWay.isEmpty()) {
        int units = underWay.removeFirst();
        int node = random.nextInt(2);
        ours[node >= 0 && ours[node] >= units ? node : 1 - node] -= units;
      }
    }

    void compare() {
      List<Figure> figures = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        figures.add(new Figure(String.valueOf(i), ours[i], store[i], before[i]));
      }
      Verdict verdict = Comparison.decide(figures, open, now);
      assertThat(verdict).isNotInstanceOf(Verdict.Differs.class);
      open = verdict instanceof Verdict.InFlight flight ? flight.open() : null;
      verdict
          .sets()
          .forEach((location, units) -> {
            int i = Integer.parseInt(location);
            assertThat(units).isBetween(0L, ours[i]);
            store[i] = units;
            writes++;
          });
      for (int i = 0; i < 2; i++) {
        before[i] = ours[i];
      }
    }

    void comeToRest() {
      while (!underWay.isEmpty()) {
        heard();
      }
      compare();
      if (open != null) {
        // Nothing will come any more: then it is a difference, and ours is set.
        now = now.plus(Comparison.SETTLING);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          figures.add(new Figure(String.valueOf(i), ours[i], store[i], before[i]));
        }
        Comparison.decide(figures, open, now)
            .sets()
            .forEach((location, units) -> store[Integer.parseInt(location)] = units);
      }
    }

    long inStore() {
      return store[0] * 1_000 + store[1];
    }

    long ours() {
      return ours[0] * 1_000 + ours[1];
    }

    long offered() {
      return store[0] + store[1];
    }

    long free() {
      long sold = underWay.stream().mapToInt(Integer::intValue).sum();
      return ours[0] + ours[1] - sold;
    }
  }
}

package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The search against one that tries everything. */
final class SearchTest {
  private static final int SHOPS = 4_000;

  @Test
  void noSplitAndNoWayIsBetterThanWhatItFinds() {
    for (int seed = 0; seed < SHOPS; seed++) {
      RandomWays ways = new RandomWays(new Random(seed));
      Search.Limits limits =
          new Search.Limits(1 + seed % 3, 0.5 + seed % 5 / 10.0, seed % 4 * 100L, 1_000);
      Search.Result found = Search.run(ways, limits);
      assertThat(found.best().map(Search.Found::score))
          .as("seed %d", seed)
          .isEqualTo(everything(ways, limits));
      found.best().ifPresent(best -> assertThat(found.bound()).isEqualTo(best.score()));
    }
  }

  @Test
  void withLittleEffortItSaysWhatItCannotExclude() {
    int worse = 0;
    for (int seed = 0; seed < 500; seed++) {
      RandomWays ways = new RandomWays(new Random(seed));
      Search.Limits little = new Search.Limits(3, 0.5, 100, 1);
      Search.Result found = Search.run(ways, little);
      Optional<Long> truth = everything(ways, new Search.Limits(3, 0.5, 100, 1_000));
      if (truth.isPresent()) {
        assertThat(found.bound()).as("seed %d", seed).isLessThanOrEqualTo(truth.get());
        found
            .best()
            .ifPresent(best -> assertThat(best.score()).isGreaterThanOrEqualTo(truth.get()));
        worse += found.best().map(Search.Found::score).equals(truth) ? 0 : 1;
      }
    }
    assertThat(worse).as("orders where the effort ended too early").isPositive();
  }

  @Test
  void ofTwoSurePlansTheCheaperWinsAndOneThatIsNotSureEnoughNever() {
    Ways one =
        ways(
            List.of(
                new Way(700, 700, 0.95, 0, 0),
                new Way(500, 500, 0.92, 1, 0),
                new Way(300, 300, 0.60, 2, 0)));
    assertThat(Search.run(one, new Search.Limits(1, 0.9, 0, 10)).best().orElseThrow().cost())
        .isEqualTo(500);
    assertThat(Search.run(one, new Search.Limits(1, 0.99, 0, 10)).best()).isEmpty();
    // 3 % of being late more, at 10,000 each, is dearer than the 200 it saves.
    assertThat(Search.run(one, new Search.Limits(1, 0.9, 10_000, 10)).best().orElseThrow().cost())
        .isEqualTo(700);
  }

  /** Every node for every part, every way for every leg. */
  private static Optional<Long> everything(RandomWays ways, Search.Limits limits) {
    long best = Long.MAX_VALUE;
    int nodes = ways.nodes();
    int assignments = (int) Math.pow(nodes, ways.parts());
    for (int number = 0; number < assignments; number++) {
      long[] taken = new long[nodes];
      int rest = number;
      for (int part = 0; part < ways.parts(); part++) {
        taken[rest % nodes] |= 1L << part;
        rest /= nodes;
      }
      best = Math.min(best, cheapest(ways, limits, taken));
    }
    return best == Long.MAX_VALUE ? Optional.empty() : Optional.of(best);
  }

  private static long cheapest(RandomWays ways, Search.Limits limits, long[] taken) {
    List<Way> sums = List.of(new Way(0, 0, 1, 0, 0));
    int legs = 0;
    for (int node = 0; node < taken.length; node++) {
      if (taken[node] != 0) {
        legs++;
        if (!ways.has(node, taken[node])) {
          return Long.MAX_VALUE;
        }
        List<Way> next = new ArrayList<>();
        for (Way sum : sums) {
          for (Way way : ways.all(node, taken[node])) {
            next.add(new Way(sum.score() + way.score(), 0, sum.chance() * way.chance(), 0, 0));
          }
        }
        sums = next;
      }
    }
    if (legs > limits.mostShipments()) {
      return Long.MAX_VALUE;
    }
    return sums.stream()
        .filter(sum -> sum.chance() >= limits.leastChance())
        .mapToLong(sum -> sum.score() + Math.round(limits.lateCost() * (1 - sum.chance())))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static Ways ways(List<Way> all) {
    return new Ways() {
      @Override
      public int nodes() {
        return 1;
      }

      @Override
      public int parts() {
        return 1;
      }

      @Override
      public boolean has(int node, long parts) {
        return true;
      }

      @Override
      public boolean worthOne(long parts) {
        return true;
      }

      @Override
      public long atLeast(int node, long parts) {
        return 0;
      }

      @Override
      public List<Way> of(int node, long parts) {
        return all;
      }
    };
  }

  /** Up to three nodes and four parts; a way costs what its node and parts cost, and more. */
  private static final class RandomWays implements Ways {
    private final int nodes;
    private final int parts;
    private final long[] base;
    private final long[][] each;
    private final boolean[][] there;
    private final List<List<List<Way>>> ways = new ArrayList<>();

    private RandomWays(Random random) {
      nodes = 1 + random.nextInt(3);
      parts = 1 + random.nextInt(4);
      base = new long[nodes];
      each = new long[nodes][parts];
      there = new boolean[nodes][parts];
      for (int node = 0; node < nodes; node++) {
        base[node] = 50L + random.nextInt(200);
        for (int part = 0; part < parts; part++) {
          each[node][part] = random.nextInt(150);
          there[node][part] = random.nextInt(4) > 0;
        }
        List<List<Way>> ofNode = new ArrayList<>();
        for (long some = 0; some < 1L << parts; some++) {
          List<Way> all = new ArrayList<>();
          for (int way = random.nextInt(5); way > 0; way--) {
            long score = atLeast(node, some) + random.nextInt(300);
            all.add(new Way(score, score, 0.5 + random.nextInt(50) / 100.0, way, 0));
          }
          ofNode.add(all);
        }
        ways.add(ofNode);
      }
    }

    @Override
    public int nodes() {
      return nodes;
    }

    @Override
    public int parts() {
      return parts;
    }

    @Override
    public boolean has(int node, long some) {
      for (int part = 0; part < parts; part++) {
        if ((some & (1L << part)) != 0 && !there[node][part]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean worthOne(long some) {
      return true;
    }

    @Override
    public long atLeast(int node, long some) {
      long sum = base[node];
      for (int part = 0; part < parts; part++) {
        sum += (some & (1L << part)) == 0 ? 0 : each[node][part];
      }
      return sum;
    }

    @Override
    public List<Way> of(int node, long some) {
      return all(node, some);
    }

    private List<Way> all(int node, long some) {
      return ways.get(node).get((int) some);
    }
  }
}

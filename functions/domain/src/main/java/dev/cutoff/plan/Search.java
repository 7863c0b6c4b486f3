package dev.cutoff.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the split of an order over nodes, and the way of each leg, of the least score among those
 * whose chance is high enough. Splits are looked at in the order of their bounds, and a bound that
 * is not below the best plan ends the search: what it found is then the best there is. The effort
 * is bounded by counts, not by a clock, so that the same order has the same plan on any machine.
 */
public final class Search {
  private static final int MOST_CUTS_TOLD = 20;

  private final Ways ways;
  private final Limits limits;
  private final double lateShare;
  private final List<Looked> looked = new ArrayList<>();
  private @Nullable Found best;
  private long unseen = Ways.NEVER;
  private final List<Cut> cut = new ArrayList<>();
  private long cuts;

  private Search(Ways ways, Limits limits) {
    this.ways = ways;
    this.limits = limits;
    this.lateShare = Limits.lateShare(limits.leastChance(), limits.lateCost());
  }

  /**
   * How far to look.
   *
   * @param mostShipments legs of a split
   * @param leastChance of the whole order, 0 to 1
   * @param lateCost score that a late order costs on top
   * @param mostSplits splits kept by their bound, and looked at
   * @param fewestSplits splits priced though a bound rules them out: another may turn out dearer
   *     than it was thought to be
   */
  public record Limits(
      int mostShipments, double leastChance, long lateCost, int mostSplits, int fewestSplits) {
    /** Where all prices are known. */
    public Limits(int mostShipments, double leastChance, long lateCost, int mostSplits) {
      this(mostShipments, leastChance, lateCost, mostSplits, 0);
    }

    /**
     * What being late costs at the least, for each leg alone and per missing chance: an order is
     * late if one leg is. That grows slower than the legs' sum, and slowest where the chance is
     * least.
     */
    public static double lateShare(double leastChance, long lateCost) {
      return leastChance <= 0 || leastChance >= 1
          ? 0
          : lateCost * (1 - leastChance) / -Math.log(leastChance);
    }
  }

  /**
   * A split with a way for each of its legs.
   *
   * @param score with the price of being late, times its chance
   */
  public record Found(Split split, List<Way> ways, long score, long cost, double chance) {
    public Found {
      ways = List.copyOf(ways);
    }
  }

  /** A split that was priced; empty where none of its ways is sure enough. */
  public record Looked(Split split, long bound, Optional<Found> found) {}

  /** A split that its bound ruled out: no better than a plan that was found. */
  public record Cut(Split split, long bound) {}

  /**
   * What came of it.
   *
   * @param best empty where no plan is sure enough
   * @param looked splits that were priced, in the order of their bounds
   * @param cut the first of the splits that their bound ruled out, without pricing them
   * @param cuts how many splits, whole or begun, a bound ruled out
   * @param bound no plan scores less: the best plan's score, unless the effort ended first
   */
  public record Result(
      Optional<Found> best, List<Looked> looked, List<Cut> cut, long cuts, long bound) {
    public Result {
      looked = List.copyOf(looked);
      cut = List.copyOf(cut);
    }
  }

  public static Result run(Ways ways, Limits limits) {
    return new Search(ways, limits).run();
  }

  private Result run() {
    int most = Math.min(limits.mostShipments(), Math.min(ways.nodes(), ways.parts()));
    for (int legs = 1; legs <= most; legs++) {
      new Splits(legs).look();
    }
    Found found = best;
    long bound = found == null ? unseen : Math.min(unseen, found.score());
    return new Result(Optional.ofNullable(found), looked, cut, cuts, bound);
  }

  private long bestScore() {
    Found found = best;
    return found == null ? Ways.NEVER : found.score();
  }

  /** The splits over that many nodes. */
  private final class Splits {
    private final int legs;
    private final long[] taken = new long[ways.nodes()];
    private final long cheapestLeg;
    private final PriorityQueue<Bounded> kept =
        new PriorityQueue<>(Comparator.comparingLong(Bounded::bound).reversed());

    private Splits(int legs) {
      this.legs = legs;
      long cheapest = Ways.NEVER;
      for (int node = 0; node < ways.nodes(); node++) {
        cheapest = Math.min(cheapest, ways.atLeast(node, 0));
      }
      this.cheapestLeg = cheapest;
    }

    private record Bounded(Split split, long bound) {}

    private void look() {
      assign(0, 0);
      List<Bounded> inOrder = new ArrayList<>(kept);
      inOrder.sort(
          Comparator.comparingLong(Bounded::bound)
              .thenComparing(each -> each.split().legs().toString()));
      for (Bounded each : inOrder) {
        price(each);
      }
    }

    private void price(Bounded each) {
      List<Split.Leg> dearestFirst = new ArrayList<>(each.split().legs());
      dearestFirst.sort(
          Comparator.comparingLong((Split.Leg leg) -> ways.atLeast(leg.node(), leg.parts()))
              .reversed());
      long bound = each.bound();
      // Pricing a leg is dear, and its price may rule the split out before the next is priced.
      for (Split.Leg leg : dearestFirst) {
        if (isRuledOut(bound)) {
          cut(each.split(), bound);
          return;
        }
        List<Way> ofLeg = ways.of(leg.node(), leg.parts());
        long least = ofLeg.stream().mapToLong(this::atLeast).min().orElse(Ways.NEVER);
        bound += Math.min(Ways.NEVER, least) - ways.atLeast(leg.node(), leg.parts());
      }
      if (isRuledOut(bound)) {
        cut(each.split(), bound);
        return;
      }
      Optional<Found> found = new Combining(each.split()).best();
      looked.add(new Looked(each.split(), each.bound(), found));
      // Of equal ones the first stays: fewer legs, then the lower bound, then the nodes' order.
      if (found.isPresent() && found.get().score() < bestScore()) {
        best = found.get();
      }
    }

    /** With its own share of what being late costs. */
    private long atLeast(Way way) {
      return way.chance() < limits.leastChance()
          ? Ways.NEVER
          : way.score() + (long) (lateShare * (1 - way.chance()));
    }

    private boolean isRuledOut(long bound) {
      return bound >= bestScore() && looked.size() >= limits.fewestSplits();
    }

    private void cut(Split split, long bound) {
      cuts++;
      if (cut.size() < MOST_CUTS_TOLD) {
        cut.add(new Cut(split, bound));
      }
    }

    private void assign(int part, int used) {
      long bound = bound(used);
      if (bound >= limit()) {
        if (bound < Ways.NEVER) {
          cuts++;
          if (bound < bestScore()) {
            unseen = Math.min(unseen, bound);
          }
        }
        return;
      }
      if (part == ways.parts()) {
        if (used == legs) {
          keep(bound);
        }
        return;
      }
      if (used + ways.parts() - part < legs) {
        return;
      }
      long bit = 1L << part;
      for (int node = 0; node < ways.nodes(); node++) {
        boolean opens = taken[node] == 0;
        if ((!opens || used < legs) && ways.has(node, taken[node] | bit)) {
          taken[node] |= bit;
          assign(part + 1, opens ? used + 1 : used);
          taken[node] &= ~bit;
        }
      }
    }

    private long limit() {
      Bounded worst = kept.size() < limits.mostSplits() ? null : kept.peek();
      return worst == null ? bestScore() : Math.min(bestScore(), worst.bound());
    }

    private long bound(int used) {
      long sum = cheapestLeg * (legs - used);
      for (int node = 0; node < taken.length; node++) {
        if (taken[node] != 0) {
          sum += ways.atLeast(node, taken[node]);
        }
      }
      return cheapestLeg >= Ways.NEVER ? Ways.NEVER : Math.min(sum, Ways.NEVER);
    }

    private void keep(long bound) {
      List<Split.Leg> all = new ArrayList<>();
      for (int node = 0; node < taken.length; node++) {
        if (taken[node] != 0) {
          if (legs > 1 && !ways.worthOne(taken[node])) {
            return;
          }
          all.add(new Split.Leg(node, taken[node]));
        }
      }
      kept.add(new Bounded(new Split(all), bound));
      if (kept.size() > limits.mostSplits()) {
        unseen = Math.min(unseen, kept.remove().bound());
        cuts++;
      }
    }
  }

  /** The best way for each leg of a split, together. */
  private final class Combining {
    private final Split split;
    private final List<List<Way>> choices = new ArrayList<>();
    private final Way[] chosen;
    private @Nullable Found found;

    private Combining(Split split) {
      this.split = split;
      split.legs().forEach(leg -> choices.add(ways.of(leg.node(), leg.parts())));
      this.chosen = new Way[choices.size()];
    }

    private Optional<Found> best() {
      choose(0, 0, 0, 1);
      return Optional.ofNullable(found);
    }

    private void choose(int leg, long score, long cost, double chance) {
      if (chance < limits.leastChance() || (found != null && score >= found.score())) {
        return;
      }
      if (leg == choices.size()) {
        long whole = score + Math.round(limits.lateCost() * (1 - chance));
        if (found == null
            || whole < found.score()
            || (whole == found.score() && chance > found.chance())) {
          found = new Found(split, List.of(chosen), whole, cost, chance);
        }
        return;
      }
      for (Way way : choices.get(leg)) {
        chosen[leg] = way;
        choose(leg + 1, score + way.score(), cost + way.cost(), chance * way.chance());
      }
    }
  }
}

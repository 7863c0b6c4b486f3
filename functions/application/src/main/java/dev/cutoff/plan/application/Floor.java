package dev.cutoff.plan.application;

import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.plan.Ways;
import dev.cutoff.rate.Tariff;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The least that a weight costs from a node, in any number of parcels: with j of them one weighs at
 * least the j-th part, and each of the others costs the lightest parcel's price.
 */
final class Floor {
  private static final int MOST_PARCELS = 64;

  private final Origin origin;
  private final Rank rank;
  private final long box;
  private final long divisor;
  private final long[] steps;
  private final long[] least;
  private final @Nullable Offer greenest;

  /** What outweighs the cost of an offer, for a weight. */
  interface Rank {
    long of(Origin origin, Offer offer, long grams);
  }

  /**
   * Makes it.
   *
   * @param box cost of the cheapest box
   */
  Floor(Origin origin, long box, PricedWays.Aim aim, Rank rank) {
    this.origin = origin;
    this.rank = rank;
    this.box = box;
    List<Offer> sure =
        origin.offers().stream().filter(each -> each.chance() >= aim.leastChance()).toList();
    // Where some service bills weight alone, volume bounds nothing.
    boolean flat = sure.stream().anyMatch(each -> each.service().dimDivisor() == 0);
    this.divisor =
        flat
            ? Long.MAX_VALUE
            : sure.stream().mapToLong(each -> each.service().dimDivisor()).max().orElse(1);
    TreeSet<Long> all = new TreeSet<>();
    sure.forEach(offer -> Arrays.stream(offer.lane().tariff().steps()).forEach(all::add));
    this.steps = all.stream().mapToLong(Long::longValue).toArray();
    this.least = new long[steps.length];
    long cheapest = Ways.NEVER;
    for (int i = steps.length - 1; i >= 0; i--) {
      long from = i == 0 ? 1 : steps[i - 1] + 1;
      for (Offer offer : sure) {
        long postage = offer.lane().tariff().atLeast(from);
        if (postage != Tariff.NONE) {
          long first = aim.strategy() == Strategy.FASTEST ? rank.of(origin, offer, 0) : 0;
          cheapest = Math.min(cheapest, postage + first);
        }
      }
      least[i] = cheapest;
    }
    this.greenest = aim.strategy() == Strategy.GREENEST && !sure.isEmpty() ? sure.getFirst() : null;
  }

  /** The bound for a weight and a volume. */
  long of(long grams, long cubicMm) {
    if (steps.length == 0) {
      return Ways.NEVER;
    }
    long billable = Math.max(grams, cubicMm / divisor);
    long other = price(1) + box;
    long best = Ways.NEVER;
    for (int parcels = 1; (parcels - 1) * other < best && parcels <= MOST_PARCELS; parcels++) {
      long one = price(Math.max(1, billable / parcels));
      if (one < Ways.NEVER) {
        best = Math.min(best, one + box + (parcels - 1) * other);
      }
    }
    if (best >= Ways.NEVER) {
      return Ways.NEVER;
    }
    long first = greenest == null ? 0 : rank.of(origin, greenest, grams);
    return origin.node().handlingCost().amount() + best + first;
  }

  private long price(long grams) {
    int found = Arrays.binarySearch(steps, grams);
    int step = found >= 0 ? found : -found - 1;
    return step == steps.length ? Ways.NEVER : least[step];
  }
}

package dev.cutoff.plan.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.Ways;
import dev.cutoff.rate.Tariff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The least that goods cost from a node, before anybody packs them. In one parcel they need a box
 * with room for them. Of several parcels one weighs at least its share and one fills at least its
 * share, and the others cost no less than the lightest parcel.
 */
final class Floor {
  private static final int MOST_PARCELS = 64;

  private final Origin origin;
  private final Rank rank;
  private final Extras extras;
  private final List<Box> boxes;
  private final List<Offer> sure;
  private final boolean ranked;
  private final double lateShare;
  private final long[] steps;
  private final Map<ExtrasLevel, Firsts> firsts = new HashMap<>();
  private final long lightest;
  private final @Nullable Offer greenest;

  /** What outweighs the cost of an offer, for a weight. */
  interface Rank {
    long of(Origin origin, Offer offer, long grams);
  }

  /** What an offer asks beside carriage, as {@link PricedWays.Prices#extrasAtLeast} has it. */
  interface Extras {
    long of(Offer offer, ExtrasLevel extras, boolean alone);
  }

  /**
   * What is sent.
   *
   * @param boxes bits of those that hold each piece by itself
   */
  record Goods(long grams, long cubicMm, long boxes) {}

  /**
   * The least for a parcel by box and step of weight, with all that is asked once a shipment.
   *
   * @param alone where it is the only parcel
   * @param among where others go with it
   */
  private record Firsts(long[][] alone, long[][] among) {}

  /** Makes it of the offers that are sure enough. */
  Floor(Origin origin, List<Box> boxes, PricedWays.Aim aim, Rank rank, Extras extras) {
    this.origin = origin;
    this.rank = rank;
    this.extras = extras;
    this.boxes = List.copyOf(boxes);
    this.ranked = aim.strategy() == Strategy.FASTEST;
    List<Offer> enough =
        origin.offers().stream().filter(each -> each.chance() >= aim.leastChance()).toList();
    this.sure = ranked ? enough : surest(enough);
    this.lateShare = Search.Limits.lateShare(aim.leastChance(), aim.lateCost());
    TreeSet<Long> all = new TreeSet<>();
    sure.forEach(offer -> Arrays.stream(offer.lane().tariff().steps()).forEach(all::add));
    this.steps = all.stream().mapToLong(Long::longValue).toArray();
    this.lightest = lightest(least(byDivisor(offer -> 0)));
    this.greenest = aim.strategy() == Strategy.GREENEST && !sure.isEmpty() ? sure.getFirst() : null;
  }

  /** Of days with the same prices the surest alone can be the least. */
  private static List<Offer> surest(List<Offer> offers) {
    List<Offer> surest = new ArrayList<>();
    for (Offer offer : offers) {
      int alike = surest.size() - 1;
      while (alike >= 0
          && !(surest.get(alike).service().equals(offer.service())
              && surest.get(alike).lane().tariff().asksAs(offer.lane().tariff()))) {
        alike--;
      }
      if (alike < 0) {
        surest.add(offer);
      } else if (offer.chance() > surest.get(alike).chance()) {
        surest.set(alike, offer);
      }
    }
    return List.copyOf(surest);
  }

  private Firsts firsts(ExtrasLevel level) {
    return new Firsts(
        least(byDivisor(offer -> first(offer, level, true))),
        least(byDivisor(offer -> first(offer, level, false))));
  }

  /** Asked once, however many parcels there are: rank, lateness, signature and insurance. */
  private long first(Offer offer, ExtrasLevel level, boolean alone) {
    long beside = extras.of(offer, level, alone);
    return beside == Tariff.NONE
        ? Ways.NEVER
        : beside
            + (long) (lateShare * (1 - offer.chance()))
            + (ranked ? rank.of(origin, offer, 0) : 0);
  }

  /** The least price of each step or a later one, over the services that bill volume alike. */
  private Map<Long, long[]> byDivisor(ToLongFunction<Offer> first) {
    Map<Long, long[]> byDivisor = new HashMap<>();
    for (Offer offer : sure) {
      long[] prices =
          byDivisor.computeIfAbsent(offer.service().dimDivisor(), missing -> never(steps.length));
      long beside = first.applyAsLong(offer);
      for (int i = 0; i < steps.length; i++) {
        long postage = offer.lane().tariff().atLeast(i == 0 ? 1 : steps[i - 1] + 1);
        if (postage != Tariff.NONE) {
          prices[i] = Math.min(prices[i], postage + beside);
        }
      }
    }
    return byDivisor;
  }

  /** The same for each box, with its cost: what it measures is billed at least. */
  private long[][] least(Map<Long, long[]> byDivisor) {
    long[][] all = new long[boxes.size()][];
    for (int box = 0; box < all.length; box++) {
      long[] prices = never(steps.length);
      long cubicMm = boxes.get(box).outer().cubicMm();
      byDivisor.forEach((divisor, each) -> {
        int measured = divisor == 0 ? 0 : step(Math.ceilDiv(cubicMm, divisor));
        for (int i = 0; i < prices.length && measured < each.length; i++) {
          prices[i] = Math.min(prices[i], each[Math.max(i, measured)]);
        }
      });
      for (int i = 0; i < prices.length; i++) {
        prices[i] = Math.min(Ways.NEVER, prices[i] + boxes.get(box).cost().amount());
      }
      all[box] = prices;
    }
    return all;
  }

  private static long[] never(int count) {
    long[] all = new long[count];
    Arrays.fill(all, Ways.NEVER);
    return all;
  }

  private static long lightest(long[][] plain) {
    return Arrays.stream(plain).flatMapToLong(Arrays::stream).min().orElse(Ways.NEVER);
  }

  /** The bound. */
  long of(Goods goods, ExtrasLevel level) {
    Firsts of = firsts.computeIfAbsent(level, this::firsts);
    long one = one(of.alone(), goods.grams(), goods.cubicMm(), goods.boxes());
    long best = several(of, goods, one);
    if (best >= Ways.NEVER) {
      return Ways.NEVER;
    }
    long first = greenest == null ? 0 : rank.of(origin, greenest, goods.grams());
    return origin.node().handlingCost().amount() + best + first;
  }

  /**
   * Of postage, boxes and extras, where the goods are not in one parcel, however many it are.
   *
   * @return at least {@code below} where no number of parcels is below that
   */
  long several(Goods goods, ExtrasLevel level, long below) {
    return several(firsts.computeIfAbsent(level, this::firsts), goods, below);
  }

  private long several(Firsts of, Goods goods, long below) {
    long best = below;
    for (int parcels = 2; (parcels - 1) * lightest < best; parcels++) {
      if (parcels > MOST_PARCELS) {
        return (parcels - 1) * lightest;
      }
      long heaviest = one(of.among(), share(goods.grams(), parcels), 0, -1L);
      long fullest = one(of.among(), 0, share(goods.cubicMm(), parcels), -1L);
      best = Math.min(best, Math.max(heaviest, fullest) + (parcels - 1) * lightest);
    }
    return best;
  }

  private static long share(long of, int parcels) {
    return (of + parcels - 1) / parcels;
  }

  /** Of one parcel. */
  private long one(long[][] least, long grams, long cubicMm, long fitting) {
    long best = Ways.NEVER;
    for (int i = 0; i < least.length; i++) {
      Box box = boxes.get(i);
      boolean fits = i >= Long.SIZE || (fitting & (1L << i)) != 0;
      if (fits && box.inner().cubicMm() >= cubicMm && box.maxGrams() >= grams) {
        int step = step(Math.max(1, grams + box.tareGrams()));
        best = step == steps.length ? best : Math.min(best, least[i][step]);
      }
    }
    return best;
  }

  private int step(long grams) {
    int found = Arrays.binarySearch(steps, grams);
    return found >= 0 ? found : -found - 1;
  }
}

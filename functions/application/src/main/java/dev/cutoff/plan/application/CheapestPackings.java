package dev.cutoff.plan.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.plan.Ways;
import dev.cutoff.plan.application.PricedWays.Boxes;
import dev.cutoff.plan.application.PricedWays.Prices;
import dev.cutoff.rate.Tariff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The cheapest packing of some parts for each service of a node. Days of a service that ask the
 * same are priced once, and packings in several parcels are looked for only where they may be
 * cheaper for some service: to look for them is dear.
 */
final class CheapestPackings {
  private final Origin origin;
  private final List<Box> kinds;
  private final Boxes boxes;
  private final Prices prices;
  private final int[] first;
  private final Map<Integer, Floor> floors = new HashMap<>();

  CheapestPackings(Origin origin, List<Box> kinds, Boxes boxes, Prices prices) {
    this.origin = origin;
    this.kinds = List.copyOf(kinds);
    this.boxes = boxes;
    this.prices = prices;
    this.first = first(origin.offers(), prices.byDay());
  }

  /** A packing with what it costs; none where the service takes none of them. */
  record Cheapest(long cost, int packing) {
    static final Cheapest NONE = new Cheapest(Tariff.NONE, -1);
  }

  /** What came of it, by the offers' numbers. */
  final class Priced {
    private final List<List<Packing.Parcel>> packings;
    private final Cheapest[] cheapest;

    private Priced(List<List<Packing.Parcel>> packings, Cheapest[] cheapest) {
      this.packings = packings;
      this.cheapest = cheapest;
    }

    Cheapest of(int offer) {
      return cheapest[first[offer]];
    }

    List<Packing.Parcel> parcels(int offer) {
      return packings.get(of(offer).packing());
    }
  }

  /**
   * Finds them.
   *
   * @param counts which offers take these parts, by their numbers
   */
  Priced of(long some, Floor.Goods goods, IntPredicate counts) {
    List<List<Packing.Parcel>> inOne = prices.byDay() ? List.of() : boxes.inOne(some);
    if (inOne.isEmpty()) {
      List<List<Packing.Parcel>> all = boxes.of(some);
      return new Priced(all, cheapest(some, all, counts));
    }
    Cheapest[] cheapest = cheapest(some, inOne, counts);
    ExtrasLevel level = prices.extras(some);
    for (int i = 0; i < first.length; i++) {
      if (first[i] == i && counts.test(i)) {
        long one = Math.min(Ways.NEVER, cheapest[i].cost());
        if (floor(i).several(goods, level, one) < one) {
          List<List<Packing.Parcel>> all = boxes.of(some);
          return new Priced(all, cheapest(some, all, counts));
        }
      }
    }
    return new Priced(inOne, cheapest);
  }

  private Cheapest[] cheapest(long some, List<List<Packing.Parcel>> packings, IntPredicate counts) {
    long[] boxCosts = packings.stream().mapToLong(CheapestPackings::cost).toArray();
    Cheapest[] all = new Cheapest[first.length];
    for (int i = 0; i < first.length; i++) {
      all[i] =
          first[i] == i && counts.test(i)
              ? cheapest(origin.offers().get(i), some, packings, boxCosts)
              : Cheapest.NONE;
    }
    return all;
  }

  private Cheapest cheapest(
      Offer offer, long some, List<List<Packing.Parcel>> packings, long[] boxCosts) {
    Cheapest best = Cheapest.NONE;
    for (int i = 0; i < boxCosts.length; i++) {
      long postage = prices.postage(offer, some, packings.get(i));
      if (postage != Tariff.NONE && postage + boxCosts[i] < best.cost()) {
        best = new Cheapest(postage + boxCosts[i], i);
      }
    }
    return best;
  }

  private static long cost(List<Packing.Parcel> parcels) {
    return parcels.stream().mapToLong(each -> each.box().cost().amount()).sum();
  }

  /** Of one offer, whether it is sure or not. */
  private Floor floor(int offer) {
    return floors.computeIfAbsent(
        offer,
        missing ->
            new Floor(
                new Origin(
                    origin.node(),
                    Map.of(),
                    origin.kilometres(),
                    List.of(origin.offers().get(missing))),
                kinds,
                new PricedWays.Aim(Strategy.CHEAPEST, 0, 0, 0),
                (from, any, grams) -> 0,
                prices::extrasAtLeast));
  }

  /** The number of the first offer with the same prices, for each. */
  private static int[] first(List<Offer> offers, boolean byDay) {
    int[] first = new int[offers.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = i;
      for (int j = i - 1; j >= 0 && first[i] == i && !byDay; j--) {
        if (!offers.get(j).service().equals(offers.get(i).service())) {
          break;
        }
        if (offers.get(j).lane().tariff().asksAs(offers.get(i).lane().tariff())) {
          first[i] = first[j];
        }
      }
    }
    return first;
  }
}

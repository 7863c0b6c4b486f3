package dev.cutoff.plan.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.plan.Way;
import dev.cutoff.plan.Ways;
import dev.cutoff.rate.Tariff;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What it costs to send parts of an order from a node: handling, boxes, postage and extras, over
 * every service, day and packing. Packings depend on the parts alone and are made once.
 */
public final class PricedWays implements Ways {
  /** More than any plan costs: the first rule of a strategy outweighs the second. */
  private static final long FIRST_RULE = 1_000_000_000L;

  private final List<Part> parts;
  private final List<Origin> origins;
  private final Boxes boxes;
  private final Prices prices;
  private final Aim aim;
  private final List<Floor> floors = new ArrayList<>();
  private final long[] grams;
  private final long[] cubicMm;
  private final long[] values;
  private final Map<Long, List<List<Packing.Parcel>>> packed = new HashMap<>();
  private final List<Map<Long, List<Way>>> known = new ArrayList<>();

  /** The packings worth pricing of these parts; empty where they fit no box. */
  public interface Boxes {
    List<List<Packing.Parcel>> of(long parts);
  }

  /** What is paid for beside handling and boxes. */
  public interface Prices {
    /**
     * Postage of the parcels in minor units; {@link Tariff#NONE} where the service has no price.
     */
    long postage(Offer offer, long parts, List<Packing.Parcel> parcels);

    /**
     * What these parts need of the service beyond carrying; {@link Tariff#NONE} where it mustn't or
     * can't take them.
     */
    long extras(Offer offer, long parts);
  }

  /**
   * What is looked for.
   *
   * @param leastChance that each shipment needs
   * @param leastValue of the goods of each shipment of a split, in minor units
   */
  public record Aim(Strategy strategy, double leastChance, long leastValue) {}

  public PricedWays(
      List<Part> parts,
      List<Origin> origins,
      List<Box> kinds,
      Boxes boxes,
      Prices prices,
      Aim aim) {
    this.parts = List.copyOf(parts);
    this.origins = List.copyOf(origins);
    this.boxes = boxes;
    this.prices = prices;
    this.aim = aim;
    this.grams = this.parts.stream().mapToLong(Part::grams).toArray();
    this.cubicMm = this.parts.stream().mapToLong(Part::cubicMm).toArray();
    this.values = this.parts.stream().mapToLong(Part::value).toArray();
    long box = kinds.stream().mapToLong(each -> each.cost().amount()).min().orElse(0);
    for (int node = 0; node < origins.size(); node++) {
      floors.add(new Floor(node, box));
      known.add(new HashMap<>());
    }
  }

  @Override
  public int nodes() {
    return origins.size();
  }

  @Override
  public int parts() {
    return parts.size();
  }

  /** Of a SKU that several parts want the sum has to be there. */
  @Override
  public boolean has(int node, long some) {
    Map<Sku, Long> free = origins.get(node).free();
    Map<Sku, Long> wanted = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      if ((some & (1L << i)) != 0) {
        parts.get(i).addTo(wanted);
      }
    }
    return wanted.entrySet().stream()
        .allMatch(each -> free.getOrDefault(each.getKey(), 0L) >= each.getValue());
  }

  @Override
  public boolean worthOne(long some) {
    return sum(values, some) >= aim.leastValue();
  }

  @Override
  public long atLeast(int node, long some) {
    return floors.get(node).of(sum(grams, some), sum(cubicMm, some));
  }

  @Override
  public List<Way> of(int node, long some) {
    return known.get(node).computeIfAbsent(some, missing -> best(all(node, some)));
  }

  public List<Origin> origins() {
    return origins;
  }

  /** The packings of these parts that were priced. */
  public List<List<Packing.Parcel>> packings(long some) {
    return packed.computeIfAbsent(some, boxes::of);
  }

  /** Every service and day that takes these parts, in its cheapest packing. */
  public List<Way> all(int node, long some) {
    Origin origin = origins.get(node);
    List<List<Packing.Parcel>> packings = packings(some);
    List<Way> ways = new ArrayList<>();
    for (int number = 0; number < origin.offers().size(); number++) {
      Offer offer = origin.offers().get(number);
      long extras = prices.extras(offer, some);
      if (extras == Tariff.NONE) {
        continue;
      }
      long least = Tariff.NONE;
      int packing = -1;
      for (int i = 0; i < packings.size(); i++) {
        long postage = prices.postage(offer, some, packings.get(i));
        if (postage != Tariff.NONE) {
          long cost = postage + cost(packings.get(i));
          if (cost < least) {
            least = cost;
            packing = i;
          }
        }
      }
      if (packing >= 0) {
        long cost = least + extras + origin.node().handlingCost().amount();
        ways.add(
            new Way(
                cost + rank(origin, offer, sum(grams, some)),
                cost,
                offer.chance(),
                number,
                packing));
      }
    }
    return ways;
  }

  private static long cost(List<Packing.Parcel> parcels) {
    return parcels.stream().mapToLong(each -> each.box().cost().amount()).sum();
  }

  /** What outweighs the cost. */
  private long rank(Origin origin, Offer offer, long weight) {
    return switch (aim.strategy()) {
      case CHEAPEST -> 0;
      case FASTEST -> FIRST_RULE * (offer.sureBy().toEpochDay() - firstDay());
      case GREENEST -> FIRST_RULE * Math.round(origin.kilometres() * weight / 1_000_000);
    };
  }

  private long firstDay() {
    return origins.stream()
        .flatMap(origin -> origin.offers().stream())
        .mapToLong(offer -> offer.day().date().toEpochDay())
        .min()
        .orElse(0);
  }

  /** Those that none other both beats and is as sure as. */
  private static List<Way> best(List<Way> all) {
    List<Way> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingLong(Way::score)
            .thenComparing(Comparator.comparingDouble(Way::chance).reversed())
            .thenComparingInt(Way::offer));
    List<Way> best = new ArrayList<>();
    double surest = -1;
    for (Way way : sorted) {
      if (way.chance() > surest) {
        best.add(way);
        surest = way.chance();
      }
    }
    return List.copyOf(best);
  }

  private static long sum(long[] each, long some) {
    long sum = 0;
    for (int i = 0; i < each.length; i++) {
      if ((some & (1L << i)) != 0) {
        sum += each[i];
      }
    }
    return sum;
  }

  /**
   * The least that a weight costs from a node, in any number of parcels: with j of them one weighs
   * at least the j-th part, and each of the others costs the lightest parcel's price.
   */
  private final class Floor {
    private final long handling;
    private final long box;
    private final long divisor;
    private final long[] steps;
    private final long[] least;
    private final double gramKilometres;

    private Floor(int node, long box) {
      Origin origin = origins.get(node);
      this.handling = origin.node().handlingCost().amount();
      this.box = box;
      List<Offer> sure =
          origin.offers().stream().filter(each -> each.chance() >= aim.leastChance()).toList();
      this.divisor =
          sure.stream().map(Offer::service).mapToLong(Service::dimDivisor).max().orElse(1);
      boolean flat = sure.stream().map(Offer::service).anyMatch(each -> each.dimDivisor() == 0);
      TreeSet<Long> all = new TreeSet<>();
      sure.forEach(
          offer -> java.util.Arrays.stream(offer.lane().tariff().steps()).forEach(all::add));
      this.steps = all.stream().mapToLong(Long::longValue).toArray();
      this.least = new long[steps.length];
      for (int i = 0; i < steps.length; i++) {
        long from = i == 0 ? 1 : steps[i - 1] + 1;
        least[i] = NEVER;
        for (Offer offer : sure) {
          long postage = offer.lane().tariff().atLeast(from);
          if (postage != Tariff.NONE) {
            long rank = aim.strategy() == Strategy.FASTEST ? rank(origin, offer, 0) : 0;
            least[i] = Math.min(least[i], postage + rank);
          }
        }
      }
      for (int i = steps.length - 2; i >= 0; i--) {
        least[i] = Math.min(least[i], least[i + 1]);
      }
      this.gramKilometres = aim.strategy() == Strategy.GREENEST ? origin.kilometres() : 0;
      this.volumeCounts = !flat;
    }

    private final boolean volumeCounts;

    private long of(long weight, long volume) {
      if (steps.length == 0) {
        return NEVER;
      }
      long billable = volumeCounts ? Math.max(weight, volume / divisor) : weight;
      long first = price(1) + box;
      long best = NEVER;
      for (int parcels = 1; (parcels - 1) * first < best && parcels <= 64; parcels++) {
        long one = price(Math.max(1, billable / parcels));
        if (one < NEVER) {
          best = Math.min(best, one + box + (parcels - 1) * first);
        }
      }
      long rank = FIRST_RULE * Math.round(gramKilometres * weight / 1_000_000);
      return best >= NEVER ? NEVER : handling + best + rank;
    }

    private long price(long weight) {
      int low = java.util.Arrays.binarySearch(steps, weight);
      int step = low >= 0 ? low : -low - 1;
      return step == steps.length ? NEVER : least[step];
    }
  }
}

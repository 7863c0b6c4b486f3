package dev.cutoff.plan.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Way;
import dev.cutoff.plan.Ways;
import dev.cutoff.rate.Tariff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What it costs to send parts of an order from a node: handling, boxes, postage and extras, over
 * every service, day and packing.
 */
public final class PricedWays implements Ways {
  /** More than any plan costs: the first rule of a strategy outweighs the second. */
  private static final long FIRST_RULE = 1_000_000_000L;

  private final List<Part> parts;
  private final List<Origin> origins;
  private final Boxes boxes;
  private final Prices prices;
  private final Extras extras;
  private final Aim aim;
  private final List<Floor> floors = new ArrayList<>();
  private final Bundles bundles;
  private final long[] values;
  private final long firstDay;
  private final List<Shelf> shelves = new ArrayList<>();
  private final List<Map<Long, Long>> bounds = new ArrayList<>();
  private final List<Map<Long, List<Way>>> known = new ArrayList<>();
  private final List<CheapestPackings> packings = new ArrayList<>();

  /**
   * The packings worth pricing of these parts; empty where they fit no box. Asked again and again.
   */
  public interface Boxes {
    List<List<Packing.Parcel>> of(long parts);

    /** The first of these, in one parcel each, without looking for the others; or none. */
    default List<List<Packing.Parcel>> inOne(long parts) {
      return List.of();
    }
  }

  /** What is paid for beside handling and boxes. */
  public interface Prices {
    /**
     * Postage of the parcels in minor units; {@link Tariff#NONE} where the service has no price.
     */
    long postage(Offer offer, long parts, List<Packing.Parcel> parcels);

    /** Chance that they arrive by the promised day. */
    double chance(Offer offer, long parts, List<Packing.Parcel> parcels);

    /** Whether the price depends on the day, even where a service has one card for both. */
    default boolean byDay() {
      return true;
    }

    /** Whether signature and insurance are in the price: the carrier was asked with them. */
    default boolean withExtras(Offer offer) {
      return false;
    }

    /** What these parts want beside carriage, about: parts more want no less. */
    default ExtrasLevel extras(long parts) {
      return ExtrasLevel.NONE;
    }

    /**
     * What a service asks for that, at the least; {@link Tariff#NONE} where it does not do it.
     *
     * @param alone whether all of it is in one parcel
     */
    default long extrasAtLeast(Offer offer, ExtrasLevel extras, boolean alone) {
      return 0;
    }

    /** What the price is made of. */
    Detail detail(Offer offer, long parts, List<Packing.Parcel> parcels);
  }

  /** Which services mustn't or can't take parts, and what they cost beyond carrying. */
  public interface Extras {
    /** In minor units; {@link Tariff#NONE} where the service is not for them. */
    long of(Offer offer, long parts);
  }

  /**
   * The price of a way, part by part.
   *
   * @param provisional the carrier was not heard
   */
  public record Detail(
      List<Money> perParcel,
      List<Quote.Component> components,
      LocalDate deliveryDate,
      boolean provisional) {
    public Detail {
      perParcel = List.copyOf(perParcel);
      components = List.copyOf(components);
    }
  }

  /**
   * What is looked for.
   *
   * @param leastChance that each shipment needs
   * @param leastValue of the goods of each shipment of a split, in minor units
   * @param lateCost in minor units, of an order that comes late
   */
  public record Aim(Strategy strategy, double leastChance, long leastValue, long lateCost) {}

  public PricedWays(
      List<Part> parts,
      List<Origin> origins,
      List<Box> kinds,
      Boxes boxes,
      Prices prices,
      Extras extras,
      Aim aim) {
    this.parts = List.copyOf(parts);
    this.origins = List.copyOf(origins);
    this.boxes = boxes;
    this.prices = prices;
    this.extras = extras;
    this.aim = aim;
    this.bundles = new Bundles(this.parts, kinds);
    this.values = this.parts.stream().mapToLong(Part::value).toArray();
    this.firstDay =
        this.origins.stream()
            .flatMap(origin -> origin.offers().stream())
            .mapToLong(offer -> offer.day().date().toEpochDay())
            .min()
            .orElse(0);
    for (Origin origin : this.origins) {
      floors.add(new Floor(origin, kinds, aim, this::rank, prices::extrasAtLeast));
      shelves.add(new Shelf(this.parts, origin.free()));
      bounds.add(new HashMap<>());
      known.add(new HashMap<>());
      packings.add(new CheapestPackings(origin, kinds, boxes, prices));
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

  @Override
  public boolean has(int node, long some) {
    return shelves.get(node).has(some);
  }

  @Override
  public boolean worthOne(long some) {
    return Bundles.sum(values, some) >= aim.leastValue();
  }

  @Override
  public long atLeast(int node, long some) {
    return bounds
        .get(node)
        .computeIfAbsent(
            some, missing -> floors.get(node).of(bundles.goods(missing), prices.extras(missing)));
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
    return boxes.of(some);
  }

  /** Every service and day that takes these parts, in its cheapest packing. */
  public List<Way> all(int node, long some) {
    Origin origin = origins.get(node);
    List<Offer> offers = origin.offers();
    long[] beyond = offers.stream().mapToLong(offer -> extras.of(offer, some)).toArray();
    CheapestPackings.Priced priced =
        packings.get(node).of(some, bundles.goods(some), number -> beyond[number] != Tariff.NONE);
    long handling = origin.node().handlingCost().amount();
    long grams = bundles.grams(some);
    List<Way> ways = new ArrayList<>();
    for (int number = 0; number < beyond.length; number++) {
      CheapestPackings.Cheapest cheapest = priced.of(number);
      if (beyond[number] != Tariff.NONE && cheapest.packing() >= 0) {
        Offer offer = offers.get(number);
        long cost = cheapest.cost() + beyond[number] + handling;
        ways.add(
            new Way(
                cost + rank(origin, offer, grams),
                cost,
                prices.chance(offer, some, priced.parcels(number)),
                number,
                cheapest.packing()));
      }
    }
    return ways;
  }

  /** What outweighs the cost. */
  private long rank(Origin origin, Offer offer, long weight) {
    return switch (aim.strategy()) {
      case CHEAPEST -> 0;
      case FASTEST -> FIRST_RULE * (offer.sureBy().toEpochDay() - firstDay);
      case GREENEST -> FIRST_RULE * Math.round(origin.kilometres() * weight / 1_000_000);
    };
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
}

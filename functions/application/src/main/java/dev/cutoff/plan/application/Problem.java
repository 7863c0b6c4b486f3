package dev.cutoff.plan.application;

import dev.cutoff.geo.Place;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.Split;
import dev.cutoff.plan.Way;
import dev.cutoff.rate.ParcelPrice;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One order's choice: its parts, the nodes with their offers, and what the search made of them. */
public final class Problem {
  private final Setting setting;
  private final List<Part> parts;
  private final Wanted wanted;
  private final List<Offers.NotServed> notServed = new ArrayList<>();
  private final PricedWays ways;
  private final Search.Result result;

  /**
   * What does not depend on the day or on how the order is cut.
   *
   * @param free units by node
   */
  record Setting(
      Merchant merchant,
      List<Node> nodes,
      List<Map<Sku, Long>> free,
      Packing packing,
      Offers.Context context) {}

  Problem(Setting setting, List<Part> parts, Wanted wanted) {
    this.setting = setting;
    this.parts = parts;
    this.wanted = wanted;
    PlanRules rules = setting.merchant().rules().plan();
    Search.Limits limits = PlanFinder.limits(rules);
    Money leastValue = rules.leastPerShipment();
    this.ways =
        new PricedWays(
            parts,
            origins(limits.leastChance()),
            setting.merchant().boxes(),
            new Packings()::of,
            new CardPrices(),
            new PricedWays.Aim(
                rules.strategy(),
                limits.leastChance(),
                leastValue == null ? 0 : leastValue.amount()));
    this.result = Search.run(ways, limits);
  }

  private List<Origin> origins(double leastChance) {
    Offers offers = new Offers(setting.merchant(), wanted.to(), wanted.now(), setting.context());
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < setting.nodes().size(); i++) {
      Node node = setting.nodes().get(i);
      origins.add(
          new Origin(
              node,
              setting.free().get(i),
              kilometres(node),
              offers.of(i, node, wanted.deliverBy(), leastChance, notServed)));
    }
    return origins;
  }

  private double kilometres(Node node) {
    Optional<Place> from =
        setting.context().places().place(node.address().country(), node.address().postcode());
    Optional<Place> to =
        setting.context().places().place(wanted.to().country(), wanted.to().postcode());
    return from.flatMap(here -> to.map(here::kilometresTo)).orElse(0.0);
  }

  /** Packings by parts. */
  private final class Packings {
    private final Map<Long, List<List<Packing.Parcel>>> known = new HashMap<>();

    private List<List<Packing.Parcel>> of(long some) {
      return known.computeIfAbsent(some, this::pack);
    }

    private List<List<Packing.Parcel>> pack(long some) {
      List<Packing.Units> units = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        if ((some & (1L << i)) != 0) {
          units.addAll(parts.get(i).units());
        }
      }
      return setting.packing().alternatives(units, setting.merchant().boxes());
    }
  }

  List<Part> parts() {
    return parts;
  }

  /** The splits that were priced. */
  List<Search.Looked> splits() {
    return result.looked();
  }

  Search.Result result() {
    return result;
  }

  List<Offers.NotServed> notServed() {
    return List.copyOf(notServed);
  }

  /** Every service and day of a node for some parts, whether it keeps the promise or not. */
  List<Way> ways(int node, long some) {
    return ways.all(node, some);
  }

  /** The plan of least cost that keeps the promise. */
  Optional<Plan> best() {
    return result.best().map(this::plan);
  }

  Plan plan(Search.Found found) {
    List<Plan.Leg> legs = new ArrayList<>();
    for (int i = 0; i < found.ways().size(); i++) {
      legs.add(leg(found.split().legs().get(i), found.ways().get(i)));
    }
    return new Plan(legs, Money.of(found.cost(), setting.merchant().currency()), found.chance());
  }

  Plan.Leg leg(Split.Leg at, Way way) {
    Offer offer = ways.origins().get(at.node()).offers().get(way.offer());
    List<Packing.Parcel> parcels = ways.packings(at.parts()).get(way.packing());
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if ((at.parts() & (1L << i)) != 0) {
        demands.addAll(parts.get(i).demands());
      }
    }
    List<ParcelPrice> prices = new ArrayList<>();
    for (Packing.Parcel parcel : parcels) {
      switch (offer.lane().tariff().parts(parcel.grams(), parcel.box().outer())) {
        case ParcelPrice.Outcome.Priced priced -> prices.add(priced.price());
        case ParcelPrice.Outcome.TooBig tooBig ->
            throw new IllegalStateException("planned, and too big: " + tooBig.why());
      }
    }
    Node node = setting.nodes().get(at.node());
    List<Quote.Component> components = new ArrayList<>();
    components.add(new Quote.Component("handling at " + node.id(), node.handlingCost()));
    parcels.forEach(
        each -> components.add(new Quote.Component("box " + each.box().id(), each.box().cost())));
    components.addAll(ParcelPrice.components(prices));
    return new Plan.Leg(
        node.id(),
        demands,
        parcels,
        offer.carrier().id(),
        offer.service().id(),
        offer.day(),
        offer.expected(),
        way.chance(),
        prices.stream().map(ParcelPrice::total).toList(),
        Money.of(way.cost(), setting.merchant().currency()),
        components,
        false);
  }
}

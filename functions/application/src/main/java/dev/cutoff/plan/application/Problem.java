package dev.cutoff.plan.application;

import dev.cutoff.geo.Place;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.money.Money;
import dev.cutoff.plan.LastSafe;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.ShippingRules;
import dev.cutoff.plan.Split;
import dev.cutoff.plan.Way;
import dev.cutoff.plan.Ways;
import dev.cutoff.rate.Tariff;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One order's choice: its parts, the nodes with their offers, and what the search made of them. */
public final class Problem {
  private final Setting setting;
  private final PackedParts parts;
  private final PricedWays.Prices prices;
  private final OrderExtras extras;
  private final Wanted wanted;
  private final Map<CardWords.Subject, Optional<String>> refusals = new LinkedHashMap<>();
  private final List<Offers.NotServed> notServed = new ArrayList<>();
  private final PricedWays ways;
  private final Search.Result result;

  /**
   * What does not depend on the day or on how the order is cut.
   *
   * @param free units by node
   * @param isLive whether a carrier's own word counts, by its id
   * @param stopped what has no label for now: it is planned without
   */
  record Setting(
      Merchant merchant,
      List<Node> nodes,
      List<Map<Sku, Long>> free,
      Offers.Context context,
      Predicate<String> isLive,
      Stopped stopped) {}

  /**
   * Solves it.
   *
   * @param carriers those whose offers count
   */
  Problem(
      Setting setting,
      PackedParts parts,
      Wanted wanted,
      PricedWays.Prices prices,
      Predicate<String> carriers) {
    this.setting = setting;
    this.parts = parts;
    this.wanted = wanted;
    PlanRules rules = setting.merchant().rules().plan();
    this.extras = new OrderExtras(parts, wanted.lines(), rules, setting.merchant().currency());
    this.prices = extras.over(prices);
    boolean asked =
        setting.merchant().carriers().keySet().stream()
            .anyMatch(setting.isLive().and(setting.stopped()::goes));
    Search.Limits limits = PlanFinder.limits(rules, asked ? LiveRound.MOST_SPLITS : 0);
    Money leastValue = rules.leastPerShipment();
    this.ways =
        new PricedWays(
            parts.parts(),
            origins(limits.leastChance(), carriers),
            setting.merchant().boxes(),
            parts,
            this.prices,
            (offer, some) -> refusal(offer, some).isEmpty() ? 0 : Tariff.NONE,
            new PricedWays.Aim(
                rules.strategy(),
                limits.leastChance(),
                leastValue == null ? 0 : leastValue.amount(),
                limits.lateCost()));
    this.result = Search.run(ways, limits);
  }

  /** Why a service is not for these parts. */
  private Optional<String> refusal(Offer offer, long some) {
    return refusals.computeIfAbsent(
        new CardWords.Subject(
            offer.carrier().id(),
            offer.service().id(),
            setting.nodes().get(offer.node()).id(),
            some),
        missing ->
            ShippingRules.refuses(
                    offer.carrier(),
                    offer.service(),
                    setting.nodes().get(offer.node()).address(),
                    wanted.to(),
                    extras.consignment(some),
                    parts.grams(some))
                .or(() -> extras.refuses(offer, some)));
  }

  private List<Origin> origins(double leastChance, Predicate<String> carriers) {
    Offers offers = new Offers(setting.merchant(), wanted.to(), wanted.now(), setting.context());
    Predicate<String> open = carriers.and(setting.stopped()::goes);
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < setting.nodes().size(); i++) {
      Node node = setting.nodes().get(i);
      origins.add(
          new Origin(
              node,
              setting.free().get(i),
              kilometres(node),
              offers.of(i, node, wanted.deliverBy(), leastChance, open, notServed)));
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

  Setting setting() {
    return setting;
  }

  PackedParts parts() {
    return parts;
  }

  /** The same at other prices, for these carriers alone. */
  Problem with(PricedWays.Prices others, Predicate<String> carriers) {
    return new Problem(setting, parts, wanted, others, carriers);
  }

  /** Signature and insurance of parcels that hold these parts. */
  List<ParcelExtras> extras(long some, List<Packing.Parcel> parcels) {
    return extras.of(some, parcels);
  }

  Offer offer(Split.Leg leg, Way way) {
    return origin(leg).offers().get(way.offer());
  }

  Origin origin(Split.Leg leg) {
    return ways.origins().get(leg.node());
  }

  List<Packing.Parcel> parcels(Split.Leg leg, Way way) {
    return parts.packing(leg.parts(), way.packing());
  }

  /** Every service and day that is sure enough for a leg. */
  List<Way> sure(Split.Leg leg) {
    double least = setting.merchant().rules().plan().leastChance();
    return ways.all(leg.node(), leg.parts()).stream().filter(way -> way.chance() >= least).toList();
  }

  /** The nodes with their offers. */
  List<Origin> origins() {
    return ways.origins();
  }

  /** Nodes that lack some of it, and may be cheaper than the best plan once they have it. */
  List<Integer> cheaperOnceThere() {
    return WholeLater.nodes(ways, score());
  }

  /** Score of the best plan. */
  long score() {
    return result.best().map(Search.Found::score).orElse(Ways.NEVER);
  }

  /** The splits that were priced. */
  List<Search.Looked> splits() {
    return result.looked();
  }

  Search.Result result() {
    return result;
  }

  /** Every service and day of a node for some parts, whether it keeps the promise or not. */
  List<Way> ways(int node, long some) {
    return ways.all(node, some);
  }

  /** Where nobody had to look, for even the least it can cost is no better. */
  List<Receipt.Cut> cut() {
    return result.cut().stream()
        .map(each ->
            new Receipt.Cut(
                each.split().legs().stream()
                    .map(leg -> setting.nodes().get(leg.node()).id().value())
                    .collect(Collectors.joining(" + ")),
                Money.of(each.bound(), setting.merchant().currency())))
        .toList();
  }

  PlanRules.Strategy strategy() {
    return setting.merchant().rules().plan().strategy();
  }

  Wanted wanted() {
    return wanted;
  }

  /** Units by node and SKU. */
  Map<String, Map<String, Long>> free() {
    Map<String, Map<String, Long>> all = new HashMap<>();
    for (int i = 0; i < setting.nodes().size(); i++) {
      Map<String, Long> shelf = new HashMap<>();
      setting.free().get(i).forEach((sku, units) -> shelf.put(sku.value(), units));
      all.put(setting.nodes().get(i).id().value(), shelf);
    }
    return all;
  }

  /** The surest way for each leg of a split, whatever it costs. */
  Optional<Plan> surest(Split split) {
    List<Plan.Leg> legs = new ArrayList<>();
    long cost = 0;
    double chance = 1;
    for (Split.Leg at : split.legs()) {
      List<Way> all = ways.of(at.node(), at.parts());
      if (all.isEmpty()) {
        return Optional.empty();
      }
      Way way = all.getLast();
      legs.add(leg(at, way));
      cost += way.cost();
      chance *= way.chance();
    }
    return Optional.of(new Plan(legs, Money.of(cost, setting.merchant().currency()), chance));
  }

  /** What each carrier has to offer, and what it does not do, in words. */
  List<Receipt.Asked> asked() {
    List<Offers.NotServed> not = new ArrayList<>(notServed);
    if (result.best().isEmpty()) {
      not.addAll(TooBig.of(parts, ways.origins()));
    }
    List<Carrier> open =
        setting.merchant().carriers().values().stream()
            .filter(carrier -> setting.stopped().goes(carrier.id()))
            .toList();
    return CardWords.of(open, ways.origins(), not, refusals);
  }

  /** The last moment at which each node can still keep the day, by sure services. */
  SortedMap<NodeId, Instant> lastSafe(LocalDate deliverBy) {
    List<LastSafe.Lane> lanes = new ArrayList<>();
    for (Origin origin : ways.origins()) {
      for (Carrier carrier : setting.merchant().carriers().values()) {
        List<Integer> days =
            origin.offers().stream()
                .filter(each -> each.carrier().equals(carrier))
                .map(Offer::sureDays)
                .distinct()
                .toList();
        lanes.add(new LastSafe.Lane(origin.node(), carrier, days));
      }
    }
    return LastSafe.of(
        lanes, setting.context().holidays(), setting.context().workload(), wanted.now(), deliverBy);
  }

  /** The last moment at which work may begin for a plan as good as the best: each leg no dearer. */
  Optional<Instant> bestUntil() {
    return result
        .best()
        .flatMap(found ->
            IntStream.range(0, found.ways().size())
                .mapToObj(i -> until(found.split().legs().get(i), found.ways().get(i)))
                .min(Comparator.naturalOrder()));
  }

  private Instant until(Split.Leg leg, Way way) {
    Offer chosen = offer(leg, way);
    return sure(leg).stream()
        .filter(each -> each.cost() <= way.cost())
        .map(each -> offer(leg, each))
        .filter(each -> each.carrier().equals(chosen.carrier()))
        .filter(each -> each.service().equals(chosen.service()))
        .map(each -> each.day().releaseBy())
        .max(Comparator.naturalOrder())
        .orElse(chosen.day().releaseBy());
  }

  /**
   * All of it from one node, by ways that may be in time and are less sure than a plan has to be.
   */
  List<Plan> unsure() {
    double least = setting.merchant().rules().plan().leastChance();
    long all = (1L << parts.parts().size()) - 1;
    List<Plan> plans = new ArrayList<>();
    for (int node = 0; node < ways.nodes(); node++) {
      if (!ways.has(node, all)) {
        continue;
      }
      for (Way way : ways.of(node, all)) {
        if (way.chance() > 0 && way.chance() < least) {
          Money cost = Money.of(way.cost(), setting.merchant().currency());
          Plan.Leg leg = leg(new Split.Leg(node, all), way);
          plans.add(new Plan(List.of(leg), cost, way.chance()));
        }
      }
    }
    return plans;
  }

  /** The best chance that a service still has from a node; 0 where it does not go. */
  double chance(NodeId node, String carrier, String service) {
    return ways.origins().stream()
        .filter(origin -> origin.node().id().equals(node))
        .flatMap(origin -> origin.offers().stream())
        .filter(each -> each.carrier().id().equals(carrier) && each.service().id().equals(service))
        .mapToDouble(Offer::chance)
        .max()
        .orElse(0);
  }

  /** The first day by which a service still arrives from a node, as sure as a plan has to be. */
  Optional<LocalDate> arrival(NodeId node, String carrier, String service) {
    return ways.origins().stream()
        .filter(origin -> origin.node().id().equals(node))
        .flatMap(origin -> origin.offers().stream())
        .filter(each -> each.carrier().id().equals(carrier) && each.service().id().equals(service))
        .map(Offer::sureBy)
        .min(Comparator.naturalOrder());
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
    Offer offer = offer(at, way);
    List<Packing.Parcel> parcels = parcels(at, way);
    PricedWays.Detail detail = prices.detail(offer, at.parts(), parcels);
    Node node = setting.nodes().get(at.node());
    List<Quote.Component> components = new ArrayList<>();
    components.add(new Quote.Component("handling at " + node.id(), node.handlingCost()));
    parcels.forEach(
        each -> components.add(new Quote.Component("box " + each.box().id(), each.box().cost())));
    components.addAll(detail.components());
    return new Plan.Leg(
        node.id(),
        parts.demands(at.parts()),
        parcels,
        offer.carrier().id(),
        offer.service().id(),
        offer.day(),
        detail.deliveryDate(),
        way.chance(),
        detail.perParcel(),
        Money.of(way.cost(), setting.merchant().currency()),
        components,
        detail.provisional(),
        extras.of(at.parts(), parcels));
  }
}

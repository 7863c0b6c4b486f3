package dev.cutoff.local.bench.plan;

import dev.cutoff.adapter.packing.BoxPacking;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.application.CardPrices;
import dev.cutoff.plan.application.OrderExtras;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.PackedParts;
import dev.cutoff.plan.application.Part;
import dev.cutoff.plan.application.PlanFinder;
import dev.cutoff.plan.application.PricedWays;
import dev.cutoff.plan.application.Wanted;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One order of the benchmark: what is to be sent, from where, by when.
 *
 * @param origins the nearest node first
 * @param inbound units that come to nodes which lack them, the soonest first
 */
record Case(
    List<Part> parts,
    List<Origin> origins,
    List<Box> boxes,
    LocalDate deliverBy,
    List<Receipt.Expected> inbound) {
  /** What an order that comes late costs, in minor units. */
  static final long LATE_COST = 1_500;

  static final int MOST_SHIPMENTS = 3;
  private static final BoxPacking PACKING = new BoxPacking();

  /** Packings, made once for all who ask: nobody's time but the first asker's. */
  PackedParts packed() {
    return new PackedParts(parts, PACKING, boxes);
  }

  /** As Cutoff plans it. */
  PricedWays ways(PackedParts packed, double leastChance, long lateCost) {
    OrderExtras extras = new OrderExtras(packed, lines(), Dear.RULES, Cases.USD);
    return new PricedWays(
        parts,
        origins,
        boxes,
        packed,
        extras.over(new CardPrices(carrier -> false)),
        (offer, some) -> 0,
        new PricedWays.Aim(Strategy.CHEAPEST, leastChance, 0, lateCost));
  }

  /** Units by SKU. */
  Map<Sku, Long> wanted() {
    return parts.stream()
        .map(part -> part.demands().getFirst())
        .collect(Collectors.toMap(Demand::sku, Demand::quantity));
  }

  /** The same where one node has it all, and none ships before a day. */
  Case later(int node, LocalDate from) {
    List<Origin> later = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      Origin origin = origins.get(i);
      later.add(
          new Origin(
              origin.node(),
              i == node ? wanted() : Map.of(),
              origin.kilometres(),
              origin.offers().stream()
                  .filter(offer -> !offer.day().date().isBefore(from))
                  .toList()));
    }
    return new Case(parts, later, boxes, deliverBy, List.of());
  }

  private List<Wanted.Line> lines() {
    return parts.stream()
        .map(part -> new Wanted.Line(part.demands().getFirst(), unitValue(part), null))
        .toList();
  }

  /** Of one unit, by line. */
  Map<String, Long> values() {
    return parts.stream()
        .collect(Collectors.toMap(part -> part.demands().getFirst().lineId(), Case::unitValue));
  }

  private static long unitValue(Part part) {
    return part.value() / part.demands().getFirst().quantity();
  }

  static Search.Limits limits(double leastChance, long lateCost) {
    return new Search.Limits(MOST_SHIPMENTS, leastChance, lateCost, PlanFinder.MOST_SPLITS);
  }
}

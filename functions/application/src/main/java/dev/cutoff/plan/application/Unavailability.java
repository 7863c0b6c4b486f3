package dev.cutoff.plan.application;

import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.order.Order;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Routing;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why nothing can be promised, as data for whoever asked before buying. */
public final class Unavailability {
  private static final int MOST_REASONS = 6;

  private final Inbounds inbounds;

  @Inject
  public Unavailability(Inbounds inbounds) {
    this.inbounds = inbounds;
  }

  /** Of a search that found no plan for any day. */
  PromiseAnswer of(PlanFinder.Found found, List<Wanted.Line> lines, Merchant merchant) {
    if (found.unpackable().isPresent()) {
      Sku sku = found.unpackable().get();
      return new PromiseAnswer.Unavailable(
          "FITS_NO_BOX",
          "%s fits no box of the shop.".formatted(sku),
          Map.of("sku", sku.value()),
          Optional.empty());
    }
    Map<Sku, Long> wanted = new TreeMap<>();
    lines.forEach(line ->
        line.demand()
            .perUnit()
            .keySet()
            .forEach(sku -> wanted.merge(sku, line.demand().units(sku), Long::sum)));
    Map<Sku, Long> there = new TreeMap<>();
    found
        .problem()
        .free()
        .values()
        .forEach(
            shelf -> shelf.forEach((sku, units) -> there.merge(new Sku(sku), units, Long::sum)));
    for (Map.Entry<Sku, Long> each : wanted.entrySet()) {
      long units = there.getOrDefault(each.getKey(), 0L);
      if (units < each.getValue()) {
        return tooFew(each.getKey(), each.getValue(), units);
      }
    }
    PlanRules rules = merchant.rules().plan();
    int nodes = nodes(lines, found);
    if (nodes > rules.mostShipments()) {
      return new PromiseAnswer.Unavailable(
          "TOO_MANY_NODES",
          "The units lie at more places than an order of the shop is sent from.",
          Map.of(),
          Optional.empty());
    }
    if (nodes > 1 && rules.leastPerShipment() != null) {
      return new PromiseAnswer.Unavailable(
          "TOO_MANY_NODES",
          "The units lie at several places; a part is worth too little to be sent by itself, or no"
              + " carrier takes it there.",
          Map.of(),
          Optional.empty());
    }
    return new PromiseAnswer.Unavailable(
        "NO_RATES",
        "No carrier of the shop takes it there.",
        Map.of(
            "carriers",
            found.asked().stream()
                .map(each -> each.carrier() + ": " + each.outcome())
                .limit(MOST_REASONS)
                .collect(Collectors.joining("; "))),
        Optional.empty());
  }

  /** The fewest from which all of it could be sent. */
  private static int nodes(List<Wanted.Line> lines, PlanFinder.Found found) {
    List<StockLevel> levels = new ArrayList<>();
    List<NodeId> nodes = new ArrayList<>();
    found
        .problem()
        .free()
        .forEach((node, shelf) -> {
          nodes.add(new NodeId(node));
          shelf.forEach(
              (sku, units) -> levels.add(StockLevel.of(new Sku(sku), new NodeId(node), units)));
        });
    return Routing.route(
            lines.stream().map(Wanted.Line::demand).toList(), nodes, levels, (sku, node) -> 0)
        .map(routed -> routed.nodes().size())
        .orElse(Integer.MAX_VALUE);
  }

  private PromiseAnswer tooFew(Sku sku, long wanted, long there) {
    Optional<LocalDate> expected = Optional.empty();
    long sum = there;
    for (InboundLine line : inbounds.expected(List.of(sku))) {
      sum += Math.max(0, line.promisable());
      if (sum >= wanted) {
        expected = Optional.of(line.expectedOn());
        break;
      }
    }
    return new PromiseAnswer.Unavailable(
        "OUT_OF_STOCK",
        "%s: %d wanted and %d there%s."
            .formatted(
                sku,
                wanted,
                there,
                expected.map(day -> "; enough is expected on " + day).orElse("")),
        Map.of("sku", sku.value(), "wanted", "" + wanted, "there", "" + there),
        expected);
  }

  /** Goods that must not go to some regions of a country want to know which it is. */
  static Optional<PromiseAnswer> regionWanted(
      Order order, Merchant merchant, PromiseQuestion asked) {
    if (!asked.region().isBlank()) {
      return Optional.empty();
    }
    TreeSet<Sku> banned = new TreeSet<>();
    order.document().physicalLines().stream()
        .map(line -> new Sku(line.sku()))
        .flatMap(sku -> parts(sku, merchant))
        .filter(sku ->
            merchant.item(sku).stream()
                .flatMap(item -> item.goods().bannedIn().stream())
                .anyMatch(place -> place.startsWith(asked.to().country() + "-")))
        .forEach(banned::add);
    return banned.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PromiseAnswer.Wrong(
                "region is missing: %s must not go to some regions of that country"
                    .formatted(banned.first())));
  }

  private static Stream<Sku> parts(Sku sku, Merchant merchant) {
    Optional<Kit> kit = merchant.kit(sku);
    return kit.isPresent() ? kit.get().components().keySet().stream() : Stream.of(sku);
  }
}

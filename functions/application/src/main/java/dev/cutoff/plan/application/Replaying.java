package dev.cutoff.plan.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.Receipt;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plans again what a receipt was decided from, by the planner that decided it, under another
 * merchant file. Prices are those of rate cards, for a carrier can't be asked about a day gone by.
 */
public final class Replaying {
  private static final String POST_BOX = "PO Box 1";

  private final Planner planner;

  public Replaying(Planner planner) {
    this.planner = planner;
  }

  /**
   * What became of it.
   *
   * @param plan the cheapest that keeps the promise, or the first that comes later; empty where
   *     there is none
   * @param inTime whether it keeps the promise
   * @param why where there is no plan
   */
  public record Outcome(Optional<Plan> plan, boolean inTime, String why) {}

  /**
   * Decides again.
   *
   * @param deliverBy the day that was promised
   */
  public Outcome decide(Receipt.Inputs inputs, LocalDate deliverBy, Merchant merchant) {
    Optional<String> missing = missing(inputs, merchant);
    if (missing.isPresent()) {
      return new Outcome(Optional.empty(), false, missing.get());
    }
    Wanted wanted =
        new Wanted(
            inputs.lines().stream().map(Replaying::line).toList(),
            List.of(),
            address(inputs.to()),
            deliverBy,
            inputs.now(),
            false,
            false);
    PlanFinder.Found found =
        planner.plan(merchant, free(inputs), wanted, skus -> inputs.expected(skus));
    Optional<Alternative> waits = found.waits();
    if (waits.isPresent()) {
      return new Outcome(waits.map(Alternative::plan), true, "");
    }
    return found.best().or(found::late).isPresent()
        ? new Outcome(found.best().or(found::late), found.best().isPresent(), "")
        : new Outcome(Optional.empty(), false, Refusals.of(found, wanted, merchant).message());
  }

  /** What this file's items and nodes lack. */
  private static Optional<String> missing(Receipt.Inputs inputs, Merchant merchant) {
    Map<String, Long> wanted = new TreeMap<>();
    for (Receipt.Line line : inputs.lines()) {
      line.perUnit().forEach((sku, units) -> wanted.merge(sku, units * line.quantity(), Long::sum));
    }
    for (Map.Entry<String, Long> each : wanted.entrySet()) {
      if (merchant.item(new Sku(each.getKey())).isEmpty()) {
        return Optional.of(each.getKey() + " is no item of this merchant file");
      }
      long there =
          merchant.nodes().keySet().stream()
              .map(node -> inputs.free().getOrDefault(node.value(), Map.of()))
              .mapToLong(shelf -> shelf.getOrDefault(each.getKey(), 0L))
              .sum();
      if (there < each.getValue()) {
        return Optional.of(
            "%d of %s are wanted, and these nodes have %d"
                .formatted(each.getValue(), each.getKey(), there));
      }
    }
    return Optional.empty();
  }

  private static Wanted.Line line(Receipt.Line line) {
    TreeMap<Sku, Long> perUnit = new TreeMap<>();
    line.perUnit().forEach((sku, units) -> perUnit.put(new Sku(sku), units));
    return new Wanted.Line(
        new Demand(line.lineId(), new Sku(line.sku()), line.quantity(), perUnit),
        line.unitValue(),
        line.grams());
  }

  /** The street is not kept; whether it is a box at a post office is. */
  private static Address address(Receipt.Destination to) {
    return Address.of(
        "",
        to.company() ? "company" : "",
        to.postBox() ? POST_BOX : "",
        "",
        to.city(),
        to.region(),
        to.postcode(),
        to.country(),
        "");
  }

  private static Map<NodeId, Map<Sku, Long>> free(Receipt.Inputs inputs) {
    Map<NodeId, Map<Sku, Long>> free = new HashMap<>();
    inputs
        .free()
        .forEach((node, shelf) -> {
          Map<Sku, Long> units = new HashMap<>();
          shelf.forEach((sku, count) -> units.put(new Sku(sku), count));
          free.put(new NodeId(node), units);
        });
    return free;
  }
}

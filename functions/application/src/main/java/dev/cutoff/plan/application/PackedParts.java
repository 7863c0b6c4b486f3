package dev.cutoff.plan.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Consignment;
import dev.cutoff.stock.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of an order, and the packings of any of them, each made once. */
public final class PackedParts {
  private final List<Part> parts;
  private final Packing packing;
  private final List<Box> kinds;
  private final Map<Long, List<List<Packing.Parcel>>> known = new HashMap<>();

  public PackedParts(List<Part> parts, Packing packing, List<Box> kinds) {
    this.parts = List.copyOf(parts);
    this.packing = packing;
    this.kinds = List.copyOf(kinds);
  }

  List<Part> parts() {
    return parts;
  }

  /** The packings worth pricing of these parts; empty where they fit no box. */
  public List<List<Packing.Parcel>> packings(long some) {
    return known.computeIfAbsent(
        some,
        missing ->
            packing.alternatives(
                of(missing).stream().flatMap(part -> part.units().stream()).toList(), kinds));
  }

  /** One a line, also where parts of a line come together again. */
  public List<Demand> demands(long some) {
    Map<String, Demand> byLine = new LinkedHashMap<>();
    for (Part part : of(some)) {
      for (Demand demand : part.demands()) {
        byLine.merge(
            demand.lineId(),
            demand,
            (one, other) -> one.of(Math.addExact(one.quantity(), other.quantity())));
      }
    }
    return List.copyOf(byLine.values());
  }

  long grams(long some) {
    return of(some).stream().mapToLong(Part::grams).sum();
  }

  Consignment consignment(long some, String currency, PlanRules rules) {
    Set<Item> items = new LinkedHashSet<>();
    long value = 0;
    for (Part part : of(some)) {
      part.units().forEach(each -> items.add(each.item()));
      value = Math.addExact(value, part.value());
    }
    return Consignment.of(List.copyOf(items), Money.of(value, currency), rules);
  }

  private List<Part> of(long some) {
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if ((some & (1L << i)) != 0) {
        all.add(parts.get(i));
      }
    }
    return all;
  }
}

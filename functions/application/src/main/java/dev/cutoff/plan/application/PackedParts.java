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
public final class PackedParts implements PricedWays.Boxes {
  private final List<Part> parts;
  private final Packing packing;
  private final List<Box> kinds;
  private final Map<Long, List<List<Packing.Parcel>>> known = new HashMap<>();
  private final Map<Long, List<List<Packing.Parcel>>> knownInOne = new HashMap<>();

  public PackedParts(List<Part> parts, Packing packing, List<Box> kinds) {
    this.parts = List.copyOf(parts);
    this.packing = packing.remembering();
    this.kinds = List.copyOf(kinds);
  }

  List<Part> parts() {
    return parts;
  }

  /** The packings worth pricing of these parts; empty where they fit no box. */
  public List<List<Packing.Parcel>> packings(long some) {
    return known.computeIfAbsent(some, missing -> packing.alternatives(units(missing), kinds));
  }

  @Override
  public List<List<Packing.Parcel>> of(long some) {
    return packings(some);
  }

  @Override
  public List<List<Packing.Parcel>> inOne(long some) {
    List<List<Packing.Parcel>> all = known.get(some);
    return all == null
        ? knownInOne.computeIfAbsent(some, missing -> packing.inOne(units(missing), kinds))
        : all;
  }

  /** One of the packings, by its number. */
  List<Packing.Parcel> packing(long some, int number) {
    List<List<Packing.Parcel>> first = inOne(some);
    return number < first.size() ? first.get(number) : packings(some).get(number);
  }

  private List<Packing.Units> units(long some) {
    return parts(some).stream().flatMap(part -> part.units().stream()).toList();
  }

  /** One a line, also where parts of a line come together again. */
  public List<Demand> demands(long some) {
    Map<String, Demand> byLine = new LinkedHashMap<>();
    for (Part part : parts(some)) {
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
    return parts(some).stream().mapToLong(Part::grams).sum();
  }

  Consignment consignment(long some, String currency, PlanRules rules) {
    Set<Item> items = new LinkedHashSet<>();
    long value = 0;
    for (Part part : parts(some)) {
      part.units().forEach(each -> items.add(each.item()));
      value = Math.addExact(value, part.value());
    }
    return Consignment.of(List.copyOf(items), Money.of(value, currency), rules);
  }

  private List<Part> parts(long some) {
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if ((some & (1L << i)) != 0) {
        all.add(parts.get(i));
      }
    }
    return all;
  }
}

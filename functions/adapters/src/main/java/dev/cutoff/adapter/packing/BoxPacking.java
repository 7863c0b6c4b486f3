package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import dev.cutoff.plan.application.Packing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Packs into the cheapest single box that holds all; else, while something is left, fills the box
 * that takes most and then moves each load into the cheapest box that holds it. What is fragile and
 * what ships alone is packed apart. Deterministic.
 *
 * <p>A parcel that holds only later components of a kit has no lines: the kit is counted where its
 * first component lies.
 */
public final class BoxPacking implements Packing {
  private static final long MOST_UNITS = 1_000_000;

  /** Combinations of what is packed apart; the dearest boxes of the largest part go first. */
  private static final int MOST_COMBINATIONS = 48;

  private static final Comparator<Box> CHEAPEST_FIRST =
      Comparator.comparing(Box::cost)
          .thenComparingLong(box -> box.outer().cubicMm())
          .thenComparingLong(box -> box.inner().cubicMm())
          .thenComparing(Box::id);

  private static final Comparator<Parcel> HEAVIEST_FIRST =
      Comparator.comparingLong(Parcel::grams).reversed();

  private final Loading loading;

  public BoxPacking() {
    this(new Loading());
  }

  private BoxPacking(Loading loading) {
    this.loading = loading;
  }

  @Override
  public Packing remembering() {
    return new BoxPacking(new Loading(new Tried()));
  }

  @Override
  public Outcome pack(List<Units> units, List<Box> boxes) {
    requireBounded(units);
    Optional<Item> unfit = unfit(units, boxes);
    if (unfit.isPresent()) {
      return new Outcome.FitsNone(unfit.get().sku());
    }
    List<Box> cheapestFirst = boxes.stream().sorted(CHEAPEST_FIRST).toList();
    List<Parcel> parcels = new ArrayList<>();
    for (Separate part : Separate.of(units)) {
      Contents contents = Contents.of(part.units());
      Filling filling = new Filling(loading, contents.shapes(), cheapestFirst);
      List<Load> loads =
          part.alone() ? repeated(filling.fill(one()), contents) : filling.fill(contents.counts());
      loads.forEach(load -> parcels.add(contents.parcel(load)));
    }
    parcels.sort(HEAVIEST_FIRST);
    return new Outcome.Packed(parcels);
  }

  @Override
  public List<List<Parcel>> alternatives(List<Units> units, List<Box> boxes) {
    requireBounded(units);
    if (units.isEmpty() || unfit(units, boxes).isPresent()) {
      return List.of();
    }
    List<Box> cheapestFirst = boxes.stream().sorted(CHEAPEST_FIRST).toList();
    List<List<List<Parcel>>> parts = new ArrayList<>();
    for (Separate part : Separate.of(units)) {
      parts.add(alternatives(part, cheapestFirst));
    }
    return combined(parts).stream()
        .map(parcels -> parcels.stream().sorted(HEAVIEST_FIRST).toList())
        .toList();
  }

  @Override
  public List<List<Parcel>> inOne(List<Units> units, List<Box> boxes) {
    requireBounded(units);
    if (units.isEmpty() || unfit(units, boxes).isPresent()) {
      return List.of();
    }
    List<Separate> parts = Separate.of(units);
    if (parts.size() > 1 || parts.getFirst().alone()) {
      return List.of();
    }
    List<Box> cheapestFirst = boxes.stream().sorted(CHEAPEST_FIRST).toList();
    Contents contents = Contents.of(units);
    Filling filling = new Filling(loading, contents.shapes(), cheapestFirst);
    return new WorthPricing(filling, cheapestFirst)
        .inOne(contents.counts()).stream()
            .limit(MOST_COMBINATIONS)
            .map(load -> parcels(Contents.of(units), List.of(load)))
            .toList();
  }

  private List<List<Parcel>> alternatives(Separate part, List<Box> cheapestFirst) {
    Contents contents = Contents.of(part.units());
    Filling filling = new Filling(loading, contents.shapes(), cheapestFirst);
    return new WorthPricing(filling, cheapestFirst)
        .of(part.alone() ? one() : contents.counts()).stream()
            .map(loads -> part.alone() ? repeated(loads, contents) : loads)
            .map(loads -> parcels(Contents.of(part.units()), loads))
            .toList();
  }

  private static List<Parcel> parcels(Contents contents, List<Load> loads) {
    return loads.stream().map(contents::parcel).toList();
  }

  /** One unit of an item that ships alone: its only shape. */
  private static long[] one() {
    return new long[] {1};
  }

  private static List<Load> repeated(List<Load> loads, Contents contents) {
    List<Load> all = new ArrayList<>();
    for (long n = 0; n < Arrays.stream(contents.counts()).sum(); n++) {
      all.addAll(loads);
    }
    return all;
  }

  private static List<List<Parcel>> combined(List<List<List<Parcel>>> parts) {
    List<List<Parcel>> combined = List.of(List.of());
    for (List<List<Parcel>> part : bounded(parts)) {
      List<List<Parcel>> next = new ArrayList<>();
      for (List<Parcel> before : combined) {
        for (List<Parcel> each : part) {
          List<Parcel> together = new ArrayList<>(before);
          together.addAll(each);
          next.add(together);
        }
      }
      combined = next;
    }
    return combined;
  }

  private static List<List<List<Parcel>>> bounded(List<List<List<Parcel>>> parts) {
    List<List<List<Parcel>>> bounded = new ArrayList<>(parts);
    while (combinations(bounded) > MOST_COMBINATIONS) {
      int longest = 0;
      for (int i = 1; i < bounded.size(); i++) {
        longest = bounded.get(i).size() > bounded.get(longest).size() ? i : longest;
      }
      bounded.set(longest, bounded.get(longest).subList(0, bounded.get(longest).size() - 1));
    }
    return bounded;
  }

  private static double combinations(List<List<List<Parcel>>> parts) {
    return parts.stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
  }

  /** The first that no box holds, even by itself. */
  private static Optional<Item> unfit(List<Units> units, List<Box> boxes) {
    return units.stream()
        .map(Units::item)
        .filter(item -> boxes.stream().noneMatch(Shape.of(item)::fits))
        .findFirst();
  }

  private static void requireBounded(List<Units> units) {
    long total = 0;
    for (Units each : units) {
      if (each.quantity() < 1 || each.sets() < 0) {
        throw new IllegalArgumentException("one unit or more is packed: line " + each.lineId());
      }
      total = Math.addExact(total, each.quantity());
    }
    if (total > MOST_UNITS) {
      throw new IllegalArgumentException("more than " + MOST_UNITS + " units in one shipment");
    }
  }
}

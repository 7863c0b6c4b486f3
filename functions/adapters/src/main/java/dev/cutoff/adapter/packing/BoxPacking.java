package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import dev.cutoff.plan.application.Packing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Packs into the cheapest single box that holds all; else, while something is left, fills the box
 * that takes most and then moves each load into the cheapest box that holds it. Deterministic.
 *
 * <p>A parcel that holds only later components of a kit has no lines: the kit is counted where its
 * first component lies.
 */
public final class BoxPacking implements Packing {
  private static final long MOST_UNITS = 1_000_000;

  private static final Comparator<Box> CHEAPEST_FIRST =
      Comparator.comparing(Box::cost)
          .thenComparingLong(box -> box.outer().cubicMm())
          .thenComparingLong(box -> box.inner().cubicMm())
          .thenComparing(Box::id);

  private static final Comparator<Parcel> HEAVIEST_FIRST =
      Comparator.comparingLong(Parcel::grams).reversed();

  private final Loading loading = new Loading();

  @Override
  public Outcome pack(List<Units> units, List<Box> boxes) {
    requireBounded(units);
    for (Units each : units) {
      Shape shape = Shape.of(each.item());
      if (boxes.stream().noneMatch(shape::fits)) {
        return new Outcome.FitsNone(each.item().sku());
      }
    }
    List<Box> cheapestFirst = boxes.stream().sorted(CHEAPEST_FIRST).toList();
    Contents contents = Contents.of(units);
    List<Parcel> parcels = new ArrayList<>();
    for (Load load : loads(contents.shapes(), contents.counts(), cheapestFirst)) {
      parcels.add(contents.parcel(load));
    }
    parcels.sort(HEAVIEST_FIRST);
    return new Outcome.Packed(parcels);
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

  private List<Load> loads(List<Shape> shapes, long[] counts, List<Box> cheapestFirst) {
    List<Load> loads = new ArrayList<>();
    long[] left = counts.clone();
    while (!isEmpty(left)) {
      Load next =
          cheapest(shapes, left, cheapestFirst)
              .orElseGet(
                  () -> refitted(shapes, fullest(shapes, left, cheapestFirst), cheapestFirst));
      // Equal loads are taken at once: a thousand equal units are as quick as one box of them.
      long times = next.timesIn(left);
      for (int i = 0; i < left.length; i++) {
        left[i] -= times * next.counts()[i];
      }
      for (long n = 0; n < times; n++) {
        loads.add(next);
      }
    }
    return loads;
  }

  /** The cheapest box that holds all of it. */
  private Optional<Load> cheapest(List<Shape> shapes, long[] counts, List<Box> cheapestFirst) {
    for (Box box : cheapestFirst) {
      if (loading.mayHold(shapes, counts, box)) {
        Load load = loading.load(shapes, counts, box);
        if (load.holdsAll(counts)) {
          return Optional.of(load);
        }
      }
    }
    return Optional.empty();
  }

  /** The load of most volume, of equal ones in the cheapest box. */
  private Load fullest(List<Shape> shapes, long[] counts, List<Box> cheapestFirst) {
    Load best = loading.load(shapes, counts, cheapestFirst.getFirst());
    for (Box box : cheapestFirst.subList(1, cheapestFirst.size())) {
      if (best.cubicMm() < box.inner().cubicMm()) {
        Load load = loading.load(shapes, counts, box);
        best = load.cubicMm() > best.cubicMm() ? load : best;
      }
    }
    if (best.isEmpty()) {
      throw new IllegalStateException("the packing library found no place for what fits alone");
    }
    return best;
  }

  private Load refitted(List<Shape> shapes, Load load, List<Box> cheapestFirst) {
    List<Box> cheaper = cheapestFirst.subList(0, cheapestFirst.indexOf(load.box()));
    return cheapest(shapes, load.counts(), cheaper).orElse(load);
  }

  private static boolean isEmpty(long[] counts) {
    for (long count : counts) {
      if (count > 0) {
        return false;
      }
    }
    return true;
  }
}

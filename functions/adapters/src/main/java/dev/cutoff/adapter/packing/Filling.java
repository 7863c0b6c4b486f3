package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills boxes with units that may lie together, until nothing is left. */
final class Filling {
  private final Loading loading;
  private final List<Shape> shapes;
  private final List<Box> cheapestFirst;

  Filling(Loading loading, List<Shape> shapes, List<Box> cheapestFirst) {
    this.loading = loading;
    this.shapes = shapes;
    this.cheapestFirst = cheapestFirst;
  }

  /** The cheapest box that holds all; else the fullest one, and so on with what is left. */
  List<Load> fill(long[] counts) {
    List<Load> loads = new ArrayList<>();
    long[] left = counts.clone();
    while (!isEmpty(left)) {
      Load next = cheapest(left, cheapestFirst).orElse(null);
      take(next == null ? refitted(fullest(left)) : next, left, loads);
    }
    return loads;
  }

  /** Equal loads are taken at once: a thousand equal units are as quick as one box of them. */
  private static void take(Load load, long[] left, List<Load> loads) {
    long times = load.timesIn(left);
    for (int i = 0; i < left.length; i++) {
      left[i] -= times * load.counts()[i];
    }
    for (long n = 0; n < times; n++) {
      loads.add(load);
    }
  }

  private Optional<Load> cheapest(long[] counts, List<Box> boxes) {
    return boxes.stream().flatMap(box -> whole(counts, box).stream()).findFirst();
  }

  /** The load of all of it, where the box holds all. */
  Optional<Load> whole(long[] counts, Box box) {
    return loading.whole(shapes, counts, box);
  }

  /** A box is chosen by its quick load, the one of most volume, and then filled with care. */
  private Load fullest(long[] counts) {
    Load quick = quick(counts, cheapestFirst.getFirst());
    for (Box box : cheapestFirst.subList(1, cheapestFirst.size())) {
      if (quick.cubicMm() < box.inner().cubicMm()) {
        Load load = quick(counts, box);
        quick = load.cubicMm() > quick.cubicMm() ? load : quick;
      }
    }
    Load best = loading.load(shapes, counts, quick.box());
    for (Box box : cheapestFirst) {
      best = best.isEmpty() ? loading.load(shapes, counts, box) : best;
    }
    if (best.isEmpty()) {
      throw new IllegalStateException("the packing library found no place for what fits alone");
    }
    return best;
  }

  private Load refitted(Load load) {
    List<Box> cheaper = cheapestFirst.subList(0, cheapestFirst.indexOf(load.box()));
    return cheapest(load.counts(), cheaper).orElse(load);
  }

  /**
   * As many of this box as it takes, and for the rest the cheapest one that holds it; empty where
   * something has no place in it.
   */
  List<Load> fillWith(Box box, long[] counts) {
    List<Load> loads = new ArrayList<>();
    long[] left = counts.clone();
    while (!isEmpty(left)) {
      Load next = quick(left, box);
      if (next.isEmpty()) {
        return List.of();
      }
      take(loads.isEmpty() ? next : smaller(next, box), left, loads);
    }
    return loads;
  }

  private Load quick(long[] counts, Box box) {
    return loading.quickLoad(shapes, counts, box);
  }

  /** The cheapest box for the load; the given one at most. */
  private Load smaller(Load load, Box most) {
    for (Box box : cheapestFirst) {
      if (box.equals(most)) {
        break;
      }
      if (loading.mayHold(shapes, load.counts(), box)) {
        Load better = quick(load.counts(), box);
        if (better.holdsAll(load.counts())) {
          return better;
        }
      }
    }
    return load;
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

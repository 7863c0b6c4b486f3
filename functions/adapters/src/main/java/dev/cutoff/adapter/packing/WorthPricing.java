package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packings of what may lie together among which postage decides: a dearer box may be the one
 * that the carrier measures smaller, and two small ones may cost less than a large one.
 */
final class WorthPricing {
  /** Packings in several parcels that are handed on. */
  private static final int MOST_SEVERAL = 3;

  /** With more units than this, several parcels are tried in one way only. */
  private static final int MANY = 250;

  private static final Comparator<List<Load>> CHEAPEST_FIRST =
      Comparator.<List<Load>>comparingLong(WorthPricing::cost)
          .thenComparingInt(List::size)
          .thenComparingLong(WorthPricing::outerCubicMm)
          .thenComparing(loads -> loads.stream().map(load -> load.box().id()).toList().toString());

  private final Filling filling;
  private final List<Box> cheapestFirst;

  WorthPricing(Filling filling, List<Box> cheapestFirst) {
    this.filling = filling;
    this.cheapestFirst = cheapestFirst;
  }

  List<List<Load>> of(long[] counts) {
    List<Load> single = singles(counts);
    List<List<Load>> several = several(counts, single);
    return Stream.concat(unbeaten(single).map(List::of), several.stream()).toList();
  }

  /** Those in one box. */
  List<Load> inOne(long[] counts) {
    return unbeaten(singles(counts)).toList();
  }

  private static Stream<Load> unbeaten(List<Load> single) {
    return single.stream().filter(load -> !isBeaten(load, single));
  }

  /** Every box that holds all; what lies in one box lies in a roomier one as well. */
  private List<Load> singles(long[] counts) {
    List<Load> found = new ArrayList<>();
    for (Box box :
        cheapestFirst.stream()
            .sorted(Comparator.comparingLong(box -> box.inner().cubicMm()))
            .toList()) {
      found.stream()
          .filter(load -> isRoomier(box, load.box()))
          .findFirst()
          .map(load -> load.in(box))
          .or(() -> filling.whole(counts, box))
          .ifPresent(found::add);
    }
    found.sort(Comparator.comparingInt(load -> cheapestFirst.indexOf(load.box())));
    return found;
  }

  private static boolean isRoomier(Box box, Box than) {
    return than.inner().heightMm() <= box.inner().heightMm()
        && isNoLarger(footprint(than.inner()), footprint(box.inner()))
        && than.maxGrams() <= box.maxGrams();
  }

  /** Another is no larger to the carrier, no heavier and no dearer, whatever the tariff. */
  private static boolean isBeaten(Load load, List<Load> others) {
    Box box = load.box();
    for (Load other : others) {
      Box by = other.box();
      if (!by.equals(box)
          && by.tareGrams() <= box.tareGrams()
          && by.cost().compareTo(box.cost()) <= 0
          && isNoLarger(sides(by.outer()), sides(box.outer()))
          && !(isSame(by, box) && others.indexOf(other) > others.indexOf(load))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Box a, Box b) {
    return a.tareGrams() == b.tareGrams()
        && a.cost().equals(b.cost())
        && Arrays.equals(sides(a.outer()), sides(b.outer()));
  }

  private List<List<Load>> several(long[] counts, List<Load> single) {
    long units = Arrays.stream(counts).sum();
    if (units < 2) {
      return List.of();
    }
    List<List<Load>> found = new ArrayList<>();
    for (Box box : cheapestFirst) {
      if (units <= MANY && single.stream().noneMatch(load -> load.box().equals(box))) {
        List<Load> loads = filling.fillWith(box, counts);
        if (!loads.isEmpty()) {
          found.add(loads);
        }
      }
    }
    if (single.isEmpty()) {
      found.add(filling.fill(counts));
    }
    found.sort(CHEAPEST_FIRST);
    List<List<Load>> best = new ArrayList<>();
    for (List<Load> each : found) {
      if (best.size() < MOST_SEVERAL && best.stream().noneMatch(better -> beats(better, each))) {
        best.add(each);
      }
    }
    return best;
  }

  /** The first is of those that cost no more. */
  private static boolean beats(List<Load> loads, List<Load> others) {
    return loads.size() <= others.size()
        && outerCubicMm(loads) <= outerCubicMm(others)
        && longestMm(loads) <= longestMm(others);
  }

  private static long cost(List<Load> loads) {
    return loads.stream().mapToLong(load -> load.box().cost().amount()).sum();
  }

  private static long outerCubicMm(List<Load> loads) {
    return loads.stream().mapToLong(load -> load.box().outer().cubicMm()).sum();
  }

  private static long longestMm(List<Load> loads) {
    return loads.stream().mapToLong(load -> load.box().outer().longestMm()).max().orElse(0);
  }

  private static int[] footprint(Size size) {
    int[] sides = {size.lengthMm(), size.widthMm()};
    Arrays.sort(sides);
    return sides;
  }

  private static int[] sides(Size size) {
    int[] sides = {size.lengthMm(), size.widthMm(), size.heightMm()};
    Arrays.sort(sides);
    return sides;
  }

  private static boolean isNoLarger(int[] sides, int[] than) {
    for (int i = 0; i < sides.length; i++) {
      if (sides[i] > than[i]) {
        return false;
      }
    }
    return true;
  }
}

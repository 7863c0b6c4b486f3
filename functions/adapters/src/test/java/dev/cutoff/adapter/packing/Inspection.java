package dev.cutoff.adapter.packing;

import com.github.skjolber.packing.api.StackPlacement;
import dev.cutoff.merchant.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks into a packed box, by geometry alone and without the packing library's own checks. */
final class Inspection {
  private Inspection() {}

  static List<String> faults(Load load, List<Shape> shapes) {
    List<String> faults = new ArrayList<>();
    if (!isInside(load, shapes)) {
      faults.add("something sticks out, or lies where it has to stand");
    }
    if (grams(load, shapes) > load.box().maxGrams()) {
      faults.add("too heavy");
    }
    if (load.cubicMm() != cubicMm(load, shapes)) {
      faults.add("what is counted is not what was placed");
    }
    List<StackPlacement> placements = load.placements();
    for (int i = 0; i < placements.size(); i++) {
      for (int j = i + 1; j < placements.size(); j++) {
        if (overlap(placements.get(i), placements.get(j))) {
          faults.add(placements.get(i) + " overlaps " + placements.get(j));
        }
      }
    }
    return faults;
  }

  /** The box may stand on any side, unless something in it must not be turned over. */
  private static boolean isInside(Load load, List<Shape> shapes) {
    Box box = load.box();
    int l = box.inner().lengthMm();
    int w = box.inner().widthMm();
    int h = box.inner().heightMm();
    List<StackPlacement> placements = load.placements();
    List<Shape> standing = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      if (load.counts()[i] > 0 && shapes.get(i).upright()) {
        standing.add(shapes.get(i));
      }
    }
    if (!standing.isEmpty()) {
      return within(placements, l, w, h)
          && standing.stream().allMatch(shape -> stands(placements, shape));
    }
    return within(placements, l, w, h)
        || within(placements, l, h, w)
        || within(placements, w, h, l);
  }

  /** Pieces of its size are there with a whole number of its heights from bottom to top. */
  private static boolean stands(List<StackPlacement> placements, Shape shape) {
    return placements.stream()
        .filter(placed -> placed.getStackValue().getVolume() == shape.cubicMm())
        .filter(placed -> hasSides(placed, shape))
        .allMatch(placed -> dz(placed) == shape.shortMm());
  }

  private static boolean hasSides(StackPlacement placed, Shape shape) {
    int[] sides = {dx(placed), dy(placed), dz(placed)};
    int[] wanted = {shape.longMm(), shape.midMm(), shape.shortMm()};
    Arrays.sort(sides);
    Arrays.sort(wanted);
    return Arrays.equals(sides, wanted);
  }

  private static boolean within(List<StackPlacement> placements, int x, int y, int z) {
    return placements.stream()
        .allMatch(placed ->
            placed.getAbsoluteX() >= 0
                && placed.getAbsoluteY() >= 0
                && placed.getAbsoluteZ() >= 0
                && placed.getAbsoluteEndX() < x
                && placed.getAbsoluteEndY() < y
                && placed.getAbsoluteEndZ() < z);
  }

  // The library's own intersects3D of 3.0.9 compares the other placement with itself.
  private static boolean overlap(StackPlacement a, StackPlacement b) {
    return a.getAbsoluteX() <= b.getAbsoluteEndX()
        && b.getAbsoluteX() <= a.getAbsoluteEndX()
        && a.getAbsoluteY() <= b.getAbsoluteEndY()
        && b.getAbsoluteY() <= a.getAbsoluteEndY()
        && a.getAbsoluteZ() <= b.getAbsoluteEndZ()
        && b.getAbsoluteZ() <= a.getAbsoluteEndZ();
  }

  private static int dx(StackPlacement placed) {
    return placed.getAbsoluteEndX() - placed.getAbsoluteX() + 1;
  }

  private static int dy(StackPlacement placed) {
    return placed.getAbsoluteEndY() - placed.getAbsoluteY() + 1;
  }

  private static int dz(StackPlacement placed) {
    return placed.getAbsoluteEndZ() - placed.getAbsoluteZ() + 1;
  }

  private static long grams(Load load, List<Shape> shapes) {
    long grams = 0;
    for (int i = 0; i < shapes.size(); i++) {
      grams += load.counts()[i] * shapes.get(i).grams();
    }
    return grams;
  }

  private static long cubicMm(Load load, List<Shape> shapes) {
    long cubicMm = 0;
    for (int i = 0; i < shapes.size(); i++) {
      cubicMm += load.counts()[i] * shapes.get(i).cubicMm();
    }
    return cubicMm;
  }
}

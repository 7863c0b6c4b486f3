package dev.cutoff.plan.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Size;
import java.util.Arrays;
import java.util.List;

/** Weight, volume and possible boxes of any parts of an order. */
final class Bundles {
  private final long[] grams;
  private final long[] cubicMm;
  private final long[] boxes;

  Bundles(List<Part> parts, List<Box> kinds) {
    this.grams = parts.stream().mapToLong(Part::grams).toArray();
    this.cubicMm = parts.stream().mapToLong(Part::cubicMm).toArray();
    this.boxes = parts.stream().mapToLong(part -> boxes(part, kinds)).toArray();
  }

  Floor.Goods goods(long some) {
    long fitting = -1L;
    for (int i = 0; i < boxes.length; i++) {
      fitting &= (some & (1L << i)) == 0 ? -1L : boxes[i];
    }
    return new Floor.Goods(grams(some), sum(cubicMm, some), fitting);
  }

  long grams(long some) {
    return sum(grams, some);
  }

  static long sum(long[] each, long some) {
    long sum = 0;
    for (int i = 0; i < each.length; i++) {
      if ((some & (1L << i)) != 0) {
        sum += each[i];
      }
    }
    return sum;
  }

  /** The boxes that each piece would go into, turned as need be; of the first 64. */
  private static long boxes(Part part, List<Box> kinds) {
    long fitting = -1L;
    for (int i = 0; i < Math.min(kinds.size(), Long.SIZE); i++) {
      int[] room = sides(kinds.get(i).inner());
      if (!part.units().stream().allMatch(units -> fits(sides(units.item().size()), room))) {
        fitting &= ~(1L << i);
      }
    }
    return fitting;
  }

  private static boolean fits(int[] sides, int[] room) {
    return sides[0] <= room[0] && sides[1] <= room[1] && sides[2] <= room[2];
  }

  private static int[] sides(Size size) {
    int[] sides = {size.lengthMm(), size.widthMm(), size.heightMm()};
    Arrays.sort(sides);
    return sides;
  }
}

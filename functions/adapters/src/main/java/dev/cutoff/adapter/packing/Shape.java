package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cuboid of a weight, lying on its largest side, or standing where it must not be turned over.
 * Items of the same shape are interchangeable for packing, whatever their SKU.
 *
 * @param shortMm the shortest edge; the height where it stands
 * @param units how many units of an item it is made of
 * @param upright is turned about the vertical only
 */
record Shape(int longMm, int midMm, int shortMm, long grams, long units, boolean upright) {
  /** What the packing library's integers bear. */
  static final long HEAVIEST_GRAMS = 1_000_000_000;

  /** The most room first: what is placed early finds its place. */
  static final Comparator<Shape> LARGEST_FIRST =
      Comparator.comparingLong(Shape::cubicMm)
          .thenComparingInt(Shape::longMm)
          .thenComparingInt(Shape::midMm)
          .thenComparingLong(Shape::grams)
          .thenComparing(Shape::upright)
          .reversed();

  /** One unit; a card or a sticker without a thickness counts as a millimetre thick. */
  static Shape of(Item item) {
    Long grams = item.weightGrams();
    if (grams == null) {
      throw new IllegalArgumentException("nobody weighed " + item.sku());
    }
    int length = Math.max(1, item.size().lengthMm());
    int width = Math.max(1, item.size().widthMm());
    int height = Math.max(1, item.size().heightMm());
    return of(grams, 1, item.goods().upright(), length, width, height);
  }

  long cubicMm() {
    return (long) longMm * midMm * shortMm;
  }

  /** Two of it side by side in the box: along the shortest edge if possible, to stay compact. */
  Optional<Shape> twice(Box box) {
    return Stream.of(
            doubled(longMm, midMm, 2 * shortMm),
            doubled(longMm, 2 * midMm, shortMm),
            doubled(2 * longMm, midMm, shortMm))
        .filter(block -> block.fits(box))
        .findFirst();
  }

  /** Whether it goes into the empty box, turned as need be. */
  boolean fits(Box box) {
    if (grams > bears(box)) {
      return false;
    }
    if (upright) {
      return shortMm <= box.inner().heightMm()
          && longMm <= Math.max(box.inner().lengthMm(), box.inner().widthMm())
          && midMm <= Math.min(box.inner().lengthMm(), box.inner().widthMm());
    }
    int[] room = sorted(box.inner().lengthMm(), box.inner().widthMm(), box.inner().heightMm());
    return shortMm <= room[0] && midMm <= room[1] && longMm <= room[2];
  }

  /** The heaviest contents of the box. */
  static long bears(Box box) {
    return Math.min(box.maxGrams(), HEAVIEST_GRAMS);
  }

  private Shape doubled(int length, int width, int height) {
    return of(2 * grams, 2 * units, upright, length, width, height);
  }

  private static Shape of(
      long grams, long units, boolean upright, int length, int width, int height) {
    if (upright) {
      return new Shape(
          Math.max(length, width), Math.min(length, width), height, grams, units, true);
    }
    int[] sides = sorted(length, width, height);
    return new Shape(sides[2], sides[1], sides[0], grams, units, false);
  }

  private static int[] sorted(int... sides) {
    Arrays.sort(sides);
    return sides;
  }
}

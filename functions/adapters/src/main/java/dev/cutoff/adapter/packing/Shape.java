package dev.cutoff.adapter.packing;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Item;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cuboid of a weight, lying on its largest side. Items of the same shape are interchangeable for
 * packing, whatever their SKU.
 *
 * @param units how many units of an item it is made of
 */
record Shape(int longMm, int midMm, int shortMm, long grams, long units) {
  /** What the packing library's integers bear. */
  static final long HEAVIEST_GRAMS = 1_000_000_000;

  /** The most room first: what is placed early finds its place. */
  static final Comparator<Shape> LARGEST_FIRST =
      Comparator.comparingLong(Shape::cubicMm)
          .thenComparingInt(Shape::longMm)
          .thenComparingInt(Shape::midMm)
          .thenComparingLong(Shape::grams)
          .reversed();

  /** One unit; a card or a sticker without a thickness counts as a millimetre thick. */
  static Shape of(Item item) {
    Long grams = item.weightGrams();
    if (grams == null) {
      throw new IllegalArgumentException("nobody weighed " + item.sku());
    }
    int[] sides = sorted(item.size().lengthMm(), item.size().widthMm(), item.size().heightMm());
    return new Shape(Math.max(1, sides[2]), Math.max(1, sides[1]), Math.max(1, sides[0]), grams, 1);
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
    int[] room = sorted(box.inner().lengthMm(), box.inner().widthMm(), box.inner().heightMm());
    return shortMm <= room[0] && midMm <= room[1] && longMm <= room[2] && grams <= bears(box);
  }

  /** The heaviest contents of the box. */
  static long bears(Box box) {
    return Math.min(box.maxGrams(), HEAVIEST_GRAMS);
  }

  private Shape doubled(int... edges) {
    int[] sides = sorted(edges);
    return new Shape(sides[2], sides[1], sides[0], 2 * grams, 2 * units);
  }

  private static int[] sorted(int... sides) {
    Arrays.sort(sides);
    return sides;
  }
}

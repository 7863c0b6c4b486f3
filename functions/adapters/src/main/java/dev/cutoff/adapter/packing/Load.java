package dev.cutoff.adapter.packing;

import com.github.skjolber.packing.api.StackPlacement;
import dev.cutoff.merchant.Box;
import java.util.Arrays;
import java.util.List;

/**
 * What went into one box.
 *
 * @param counts units of each shape, in the order of the shapes that were offered
 * @param placements where the library put them
 * @param which shape each of these is of
 */
record Load(Box box, long[] counts, List<StackPlacement> placements, List<Shape> which) {

  /** The same in a box that is roomier on each side. */
  Load in(Box roomier) {
    return new Load(roomier, counts, placements, which);
  }

  long cubicMm() {
    return placements.stream().mapToLong(placed -> placed.getStackValue().getVolume()).sum();
  }

  boolean isEmpty() {
    return placements.isEmpty();
  }

  boolean holdsAll(long[] wanted) {
    return Arrays.equals(counts, wanted);
  }

  /** How often the very same load can be taken out of what is left. */
  long timesIn(long[] left) {
    long times = Long.MAX_VALUE;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        times = Math.min(times, left[i] / counts[i]);
      }
    }
    return times;
  }
}

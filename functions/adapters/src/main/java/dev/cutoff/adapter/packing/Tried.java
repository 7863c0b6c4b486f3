package dev.cutoff.adapter.packing;

import com.github.skjolber.packing.api.StackPlacement;
import dev.cutoff.merchant.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What went into which box, within one plan: parts of an order come together in many ways, and what
 * is left of them is often the same. Failures are remembered like the rest.
 */
class Tried {
  /** Remembers nothing. */
  static final Tried NOTHING =
      new Tried() {
        @Override
        Load load(
            boolean quick, List<Shape> shapes, long[] counts, Box box, Supplier<Load> trying) {
          return trying.get();
        }
      };

  private final Map<Key, Known> known = new HashMap<>();

  /** Shapes of which none is wanted are not in it. */
  private record Key(boolean quick, Box box, List<Shape> shapes, List<Long> counts) {}

  private record Known(List<Long> counts, List<StackPlacement> placements) {}

  Load load(boolean quick, List<Shape> shapes, long[] counts, Box box, Supplier<Load> trying) {
    List<Shape> some = new ArrayList<>();
    List<Long> units = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        some.add(shapes.get(i));
        units.add(counts[i]);
      }
    }
    Key key = new Key(quick, box, some, units);
    Known before = known.get(key);
    if (before == null) {
      Load load = trying.get();
      known.put(key, new Known(wanted(load.counts(), counts), load.placements()));
      return load;
    }
    long[] all = new long[counts.length];
    int next = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        all[i] = before.counts().get(next++);
      }
    }
    return new Load(box, all, before.placements());
  }

  private static List<Long> wanted(long[] loaded, long[] counts) {
    List<Long> some = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        some.add(loaded[i]);
      }
    }
    return some;
  }
}

package dev.cutoff.adapter.packing;

import com.github.skjolber.packing.api.StackPlacement;
import dev.cutoff.merchant.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What went into which box, within one plan: parts of an order come together in many ways. What lay
 * in a box lies in it with something taken out, too; and a box that did not hold some units is not
 * tried with the same and more.
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

        @Override
        Optional<Load> whole(List<Shape> shapes, long[] counts, Box box, Supplier<Load> trying) {
          return Optional.of(trying.get()).filter(load -> load.holdsAll(counts));
        }
      };

  private final Map<Key, Known> known = new HashMap<>();
  private final Map<Box, Held> byBox = new HashMap<>();

  /** Shapes of which none is wanted are not in it. */
  private record Key(boolean quick, Box box, Map<Shape, Long> units) {}

  private record Known(Map<Shape, Long> units, Load load) {}

  /** What a box held whole, and what it did not. */
  private record Held(List<Known> all, List<Map<Shape, Long>> notAll) {}

  Load load(boolean quick, List<Shape> shapes, long[] counts, Box box, Supplier<Load> trying) {
    Key key = new Key(quick, box, units(shapes, counts));
    Known before = known.get(key);
    if (before == null) {
      Load load = trying.get();
      known.put(key, new Known(units(shapes, load.counts()), load));
      return load;
    }
    return new Load(
        box, counts(shapes, before.units()), before.load().placements(), before.load().which());
  }

  /** Empty where the box does not hold all of it. */
  Optional<Load> whole(List<Shape> shapes, long[] counts, Box box, Supplier<Load> trying) {
    Map<Shape, Long> units = units(shapes, counts);
    Held held =
        byBox.computeIfAbsent(box, missing -> new Held(new ArrayList<>(), new ArrayList<>()));
    for (Known each : held.all()) {
      if (isWithin(units, each.units())) {
        return Optional.of(without(each, units, counts));
      }
    }
    if (held.notAll().stream().anyMatch(less -> isWithin(less, units))) {
      return Optional.empty();
    }
    Load load = trying.get();
    if (!load.holdsAll(counts)) {
      held.notAll().add(units);
      return Optional.empty();
    }
    // Blocks of units are not taken apart.
    if (load.which().stream().allMatch(shape -> shape.units() == 1)) {
      held.all().add(new Known(units, load));
    }
    return Optional.of(load);
  }

  /** The load with nothing in it but these units. */
  private static Load without(Known more, Map<Shape, Long> units, long[] counts) {
    Map<Shape, Long> open = new HashMap<>(units);
    List<StackPlacement> placements = new ArrayList<>();
    List<Shape> which = new ArrayList<>();
    for (int i = 0; i < more.load().placements().size(); i++) {
      Shape shape = more.load().which().get(i);
      long left = open.getOrDefault(shape, 0L);
      if (left > 0) {
        open.put(shape, left - 1);
        placements.add(more.load().placements().get(i));
        which.add(shape);
      }
    }
    return new Load(more.load().box(), counts.clone(), placements, which);
  }

  private static boolean isWithin(Map<Shape, Long> less, Map<Shape, Long> more) {
    if (less.size() > more.size()) {
      return false;
    }
    for (Map.Entry<Shape, Long> each : less.entrySet()) {
      if (more.getOrDefault(each.getKey(), 0L) < each.getValue()) {
        return false;
      }
    }
    return true;
  }

  private static Map<Shape, Long> units(List<Shape> shapes, long[] counts) {
    Map<Shape, Long> units = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        units.put(shapes.get(i), counts[i]);
      }
    }
    return units;
  }

  private static long[] counts(List<Shape> shapes, Map<Shape, Long> units) {
    return shapes.stream().mapToLong(shape -> units.getOrDefault(shape, 0L)).toArray();
  }
}

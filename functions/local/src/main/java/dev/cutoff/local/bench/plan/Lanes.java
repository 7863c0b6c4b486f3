package dev.cutoff.local.bench.plan;

import dev.cutoff.plan.TransitTimes;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How long parcels really take, and what a shop has learned of it. Truth and file differ: the file
 * says one share on time, the lane has another; the shop has seen some deliveries.
 */
final class Lanes {
  /** Deliveries that were seen on each lane. */
  private static final int SEEN = 3_000;

  private static final double PRIOR_PARCELS = 50;

  private final Random random;
  private final Map<String, TransitTimes> truth = new HashMap<>();
  private final Map<String, TransitTimes> known = new HashMap<>();

  Lanes(long seed) {
    this.random = new Random(seed);
  }

  /** What the shop knows of a service in a zone. */
  TransitTimes known(String lane, int days, double onTime) {
    return known.computeIfAbsent(
        lane,
        missing -> {
          TransitTimes real =
              TransitTimes.quoted(
                  days, Math.min(0.995, onTime - 0.06 + 0.08 * random.nextDouble()));
          truth.put(lane, real);
          Map<Integer, Long> seen = new TreeMap<>();
          for (int i = 0; i < SEEN; i++) {
            seen.merge(draw(real, random), 1L, Long::sum);
          }
          return TransitTimes.quoted(days, onTime).learning(seen, PRIOR_PARCELS);
        });
  }

  /** A delivery that nobody has seen yet: its days. */
  int heldOut(String lane, Random draws) {
    TransitTimes real = truth.get(lane);
    if (real == null) {
      throw new IllegalArgumentException("nobody shipped on " + lane);
    }
    return draw(real, draws);
  }

  private static int draw(TransitTimes times, Random random) {
    double left = random.nextDouble();
    for (Map.Entry<Integer, Double> each : times.shares().entrySet()) {
      left -= each.getValue();
      if (left <= 0) {
        return each.getKey();
      }
    }
    return times.shares().lastKey();
  }
}

package dev.cutoff.local.bench.plan;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Planned chance against the share on time in held-out deliveries, by carrier and lane. */
final class Calibration {
  private static final int DRAWS = 20;

  /** With fewer parcels chance alone is off by more than is asked for. */
  private static final int LEAST_PARCELS = 100;

  private final Map<String, double[]> lanes = new TreeMap<>();

  void add(Case of, Sent.Leg leg, Lanes world, Random draws) {
    double[] lane = lanes.computeIfAbsent(Cases.lane(leg.offer()), missing -> new double[3]);
    lane[0]++;
    lane[1] += leg.offer().chance();
    for (int i = 0; i < DRAWS; i++) {
      lane[2] += Sent.arrives(leg, of.deliverBy(), world, draws) ? 1.0 / DRAWS : 0;
    }
  }

  /** The worst lane's difference in points. */
  double worstPct() {
    return lanes.values().stream()
        .filter(lane -> lane[0] >= LEAST_PARCELS)
        .mapToDouble(lane -> 100 * Math.abs(lane[1] - lane[2]) / lane[0])
        .max()
        .orElse(100);
  }

  long measured() {
    return lanes.values().stream().filter(lane -> lane[0] >= LEAST_PARCELS).count();
  }
}

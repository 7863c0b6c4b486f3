package dev.cutoff.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much a shelf matters, and so how often it is counted. */
public enum AbcClass {
  A,
  B,
  C;

  /**
   * Classes by weight: the heaviest are A until they make up the share of A, then B until both make
   * up the share of B, the rest C. What weighs nothing is C.
   *
   * @param weights units moved, or their value; none below zero
   * @param shareA percent of all weight
   * @param shareB percent of all weight, with that of A
   */
  public static <K extends Comparable<K>> SortedMap<K, AbcClass> of(
      Map<K, Long> weights, int shareA, int shareB) {
    if (shareA < 0 || shareB < shareA || shareB > 100) {
      throw new IllegalArgumentException(
          "shares are 0 to 100, B's with that of A: " + shareA + ", " + shareB);
    }
    double all = weights.values().stream().mapToDouble(Long::doubleValue).sum();
    List<Map.Entry<K, Long>> heaviestFirst =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    SortedMap<K, AbcClass> classes = new TreeMap<>();
    double before = 0;
    for (Map.Entry<K, Long> each : heaviestFirst) {
      double reached = all == 0 ? 100 : before * 100 / all;
      boolean nothing = each.getValue() <= 0;
      classes.put(each.getKey(), nothing || reached >= shareB ? C : reached >= shareA ? B : A);
      before += each.getValue();
    }
    return classes;
  }
}

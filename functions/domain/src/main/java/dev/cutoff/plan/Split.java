package dev.cutoff.plan;

import java.util.List;

/** Which node sends which parts; one leg a node. */
public record Split(List<Leg> legs) {
  public Split {
    legs = List.copyOf(legs);
  }

  /** Parts, as bits, that a node sends. */
  public record Leg(int node, long parts) {}
}

package dev.cutoff.plan;

import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many shipments took how long on a lane.
 *
 * @param shipments by delivery days from hand-over to arrival of the last parcel
 */
public record TransitCount(Lane lane, SortedMap<Integer, Long> shipments) {
  public TransitCount {
    shipments = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(shipments));
  }

  /**
   * A carrier's service from a node into a zone, on the weekday of its hand-over.
   *
   * @param zone of the rate card
   */
  public record Lane(String service, String zone, NodeId node, DayOfWeek handOver) {}
}

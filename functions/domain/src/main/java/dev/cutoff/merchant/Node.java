package dev.cutoff.merchant;

import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stock location.
 *
 * @param cutoffs last hand-over to the carriers by weekday, in the node's zone; a day without one
 *     ships nothing
 * @param handlingCost of one shipment: picking and packing
 * @param shippedAtLabel the courier collects the same day, so that buying the label counts as
 *     hand-over
 * @param hours when and how much it hands over beyond that
 * @param dock how it packs and hands over
 */
public record Node(
    NodeId id,
    String name,
    Address address,
    ZoneId zone,
    SortedMap<DayOfWeek, LocalTime> cutoffs,
    Money handlingCost,
    boolean shippedAtLabel,
    NodeHours hours,
    NodeDock dock) {
  /** One with a plain dock. */
  public Node(
      NodeId id,
      String name,
      Address address,
      ZoneId zone,
      SortedMap<DayOfWeek, LocalTime> cutoffs,
      Money handlingCost,
      boolean shippedAtLabel,
      NodeHours hours) {
    this(id, name, address, zone, cutoffs, handlingCost, shippedAtLabel, hours, NodeDock.PLAIN);
  }

  /** One with nothing beyond its cutoffs. */
  public Node(
      NodeId id,
      String name,
      Address address,
      ZoneId zone,
      SortedMap<DayOfWeek, LocalTime> cutoffs,
      Money handlingCost,
      boolean shippedAtLabel) {
    this(id, name, address, zone, cutoffs, handlingCost, shippedAtLabel, NodeHours.PLAIN);
  }

  public Node {
    cutoffs = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(cutoffs)));
  }
}

package dev.cutoff.merchant;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a node packs and hands over.
 *
 * @param shippedAtManifest closing the day's manifest is the hand-over
 * @param labelAtPack labels are bought when the bench has packed and weighed, not before
 * @param pickups ids of the carriers that come only where a pickup is booked
 */
public record NodeDock(boolean shippedAtManifest, boolean labelAtPack, Set<String> pickups) {
  /** Labels on release, and a scan is the hand-over. */
  public static final NodeDock PLAIN = new NodeDock(false, false, Set.of());

  public NodeDock {
    pickups = java.util.Collections.unmodifiableSet(new TreeSet<>(pickups));
  }
}

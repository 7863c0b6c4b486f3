package dev.cutoff.dock;

import dev.cutoff.stock.NodeId;
import java.time.LocalDate;

/**
 * What leaves a node with a carrier on a day: there is one manifest of it.
 *
 * @param date in the node's zone
 */
public record ManifestId(NodeId node, String carrier, LocalDate date) {
  /** The key that the carrier gets: MAN-EAST-swift-2026-11-24. */
  public String reference() {
    return "MAN-" + node + "-" + carrier + "-" + date;
  }

  /** The key of its pickup. */
  public String pickupReference() {
    return "PU-" + node + "-" + carrier + "-" + date;
  }

  /** As exceptions speak of it. */
  public String inWords() {
    return "manifest %s %s %s".formatted(node, carrier, date);
  }
}

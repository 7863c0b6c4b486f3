package dev.cutoff.plan;

import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The day the customer was promised.
 *
 * @param deliverBy last day, in the recipient's zone
 * @param confidence chance of keeping it with what was chosen, 0 to 1
 * @param basis what it was made from: "Express: 2 delivery days from 2026-11-24", "quote"
 * @param lastSafe last instant at which each node can still keep it; a node that can't is missing
 */
public record Promise(
    LocalDate deliverBy,
    ZoneId zone,
    double confidence,
    String basis,
    SortedMap<NodeId, Instant> lastSafe) {
  public Promise {
    lastSafe = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(lastSafe));
  }

  /** One of which no more is known. */
  public Promise(LocalDate deliverBy, ZoneId zone, double confidence) {
    this(deliverBy, zone, confidence, "", new TreeMap<>());
  }
}

package dev.cutoff.plan;

import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The day the customer was promised.
 *
 * @param deliverBy last day, in the recipient's zone
 * @param confidence chance of keeping it with what was chosen, 0 to 1
 * @param basis what it was made from: "Express: 2 delivery days from 2026-11-24", "quote"
 * @param lastSafe last instant at which each node can still keep it; a node that can't is missing
 * @param expected the later day that was told to the customer, where the promise can't be kept;
 *     null where it is
 * @param takenBack the later day that was told before, where it comes as promised after all; null
 *     where none was
 */
public record Promise(
    LocalDate deliverBy,
    ZoneId zone,
    double confidence,
    String basis,
    SortedMap<NodeId, Instant> lastSafe,
    @Nullable LocalDate expected,
    @Nullable LocalDate takenBack) {
  public Promise {
    lastSafe = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(lastSafe));
  }

  /** One of which nothing was taken back. */
  public Promise(
      LocalDate deliverBy,
      ZoneId zone,
      double confidence,
      String basis,
      SortedMap<NodeId, Instant> lastSafe,
      @Nullable LocalDate expected) {
    this(deliverBy, zone, confidence, basis, lastSafe, expected, null);
  }

  /** One that is kept. */
  public Promise(
      LocalDate deliverBy,
      ZoneId zone,
      double confidence,
      String basis,
      SortedMap<NodeId, Instant> lastSafe) {
    this(deliverBy, zone, confidence, basis, lastSafe, null);
  }

  /** One of which no more is known. */
  public Promise(LocalDate deliverBy, ZoneId zone, double confidence) {
    this(deliverBy, zone, confidence, "", new TreeMap<>(), null);
  }

  /** The same with the day that it will be instead. */
  public Promise expecting(@Nullable LocalDate day) {
    return new Promise(deliverBy, zone, confidence, basis, lastSafe, day);
  }

  /** The same where the later day that was told does not hold any more. */
  public Promise backOnTime() {
    return new Promise(deliverBy, zone, confidence, basis, lastSafe, null, expected);
  }

  /** The day that counts for the customer now. */
  public LocalDate day() {
    return expected == null ? deliverBy : expected;
  }
}

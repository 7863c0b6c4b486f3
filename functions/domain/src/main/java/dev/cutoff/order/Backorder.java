package dev.cutoff.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units of an order that wait for stock, or did. The list of those who wait is the truth; this
 * follows it.
 *
 * @param since when it joined the list
 * @param parts what waits; empty where nothing does any more
 * @param expectedOn the day on which all of it is expected; null where nobody knows
 * @param expectedSince when that became known, or was known to be unknown: the name of the news
 * @param gaveUp it waited longer than the rules allow and joins no list any more: a person decides
 * @param servedAt when units last came for it: the promise to the customer counts from there; null
 *     where none came yet
 */
public record Backorder(
    Instant since,
    List<Part> parts,
    @Nullable LocalDate expectedOn,
    Instant expectedSince,
    boolean gaveUp,
    @Nullable Instant servedAt) {
  public Backorder {
    parts = List.copyOf(parts);
  }

  /**
   * Units of one line that wait.
   *
   * @param expectedOn null where nobody knows
   */
  public record Part(String lineId, long quantity, @Nullable LocalDate expectedOn) {}

  /** Whether it has a place in the list. */
  public boolean waits() {
    return !parts.isEmpty();
  }

  /** What waits of a line. */
  public long units(String lineId) {
    return parts.stream()
        .filter(part -> part.lineId().equals(lineId))
        .mapToLong(Part::quantity)
        .sum();
  }

  /** The same with no more parts than are unserved, by line. */
  public Backorder within(Map<String, Long> unserved) {
    List<Part> left = new ArrayList<>();
    for (Part part : parts) {
      long units = Math.min(part.quantity(), unserved.getOrDefault(part.lineId(), 0L));
      if (units > 0) {
        left.add(new Part(part.lineId(), units, part.expectedOn()));
      }
    }
    return with(left);
  }

  /** The same with these parts. */
  public Backorder with(List<Part> changed) {
    return new Backorder(since, changed, expectedOn, expectedSince, gaveUp, servedAt);
  }

  /** The same after units came for it. */
  public Backorder servedAt(Instant now) {
    return new Backorder(since, parts, expectedOn, expectedSince, gaveUp, now);
  }

  /** The same with another day, or with none; of one instant each news has a name of its own. */
  public Backorder expectedOn(@Nullable LocalDate day, Instant now) {
    Instant news = now.isAfter(expectedSince) ? now : expectedSince.plusMillis(1);
    return new Backorder(since, parts, day, news, gaveUp, servedAt);
  }

  /** One that waited too long. */
  public Backorder givenUp() {
    return new Backorder(since, List.of(), null, expectedSince, true, servedAt);
  }
}

package dev.cutoff.order;

import java.time.Instant;

/**
 * One line of the order's append-only log.
 *
 * @param what past tense, "units reserved at EAST"
 * @param why the rule or the cause; empty where the fact says it all
 */
public record TimelineEntry(Instant at, String who, String what, String why) {
  public static TimelineEntry of(Instant at, String who, String what) {
    return new TimelineEntry(at, who, what, "");
  }
}

package dev.cutoff.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The day a node can still hand over, and its cutoff as an instant: always in the node's own zone.
 *
 * @param date in the node's zone
 * @param cutoff the last moment of hand-over
 * @param releaseBy the last moment at which work for it may begin: before the cutoff by the
 *     processing time and by what the node has to pack until then
 */
public record ShipDay(LocalDate date, Instant cutoff, Instant releaseBy) {
  /** Of a node that needs no time. */
  public ShipDay(LocalDate date, Instant cutoff) {
    this(date, cutoff, cutoff);
  }

  /**
   * A cutoff inside the hour that the clock skips is the first moment after it; one inside the hour
   * that comes twice is the first of the two: rather early than late.
   */
  static Instant instant(LocalDateTime cutoff, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(cutoff);
    return change != null && change.isGap() ? change.getInstant() : cutoff.atZone(zone).toInstant();
  }
}

package dev.cutoff.plan;

import dev.cutoff.merchant.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * The day a node can still hand over, and its cutoff as an instant: always in the node's own zone.
 *
 * @param date in the node's zone
 * @param cutoff the last moment of hand-over
 * @param releaseBy the last moment at which work for it may begin: before the cutoff by the
 *     processing time and by what the node has to pack until then
 */
public record ShipDay(LocalDate date, Instant cutoff, Instant releaseBy) {
  private static final int LOOK_AHEAD_DAYS = 14;

  /** Of a node that needs no time. */
  public ShipDay(LocalDate date, Instant cutoff) {
    this(date, cutoff, cutoff);
  }

  /** The first day whose cutoff is not past; empty where the node has no cutoffs at all. */
  public static Optional<ShipDay> next(Node node, Instant now) {
    LocalDate today = now.atZone(node.zone()).toLocalDate();
    for (int ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
      LocalDate day = today.plusDays(ahead);
      LocalTime time = node.cutoffs().get(day.getDayOfWeek());
      if (time != null) {
        Instant cutoff = instant(LocalDateTime.of(day, time), node.zone());
        if (!now.isAfter(cutoff)) {
          return Optional.of(new ShipDay(day, cutoff));
        }
      }
    }
    return Optional.empty();
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

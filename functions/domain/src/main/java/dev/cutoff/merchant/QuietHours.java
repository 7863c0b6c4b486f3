package dev.cutoff.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Hours of the day in which nobody is disturbed.
 *
 * @param from when they begin, by the clock where the recipient is
 * @param to when they end; before {@code from} where they go over midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours end at another time than they begin");
    }
  }

  /**
   * When the quiet hours end that hold at that moment; empty where none hold. Where the clock is
   * put forward over their end, they end with that hour; where it is put back, at the first such
   * time that is still to come.
   */
  public Optional<Instant> endAfter(Instant now, ZoneId zone) {
    ZonedDateTime there = now.atZone(zone);
    LocalTime time = there.toLocalTime();
    boolean begun = !time.isBefore(from);
    boolean notOver = time.isBefore(to);
    boolean overMidnight = to.isBefore(from);
    if (overMidnight ? !begun && !notOver : !begun || !notOver) {
      return Optional.empty();
    }
    LocalDate last = there.toLocalDate().plusDays(overMidnight && begun ? 1 : 0);
    ZonedDateTime end = ZonedDateTime.of(last, to, zone);
    Instant first = end.toInstant();
    return Optional.of(first.isAfter(now) ? first : end.withLaterOffsetAtOverlap().toInstant());
  }
}

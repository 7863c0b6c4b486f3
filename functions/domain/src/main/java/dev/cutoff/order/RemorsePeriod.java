package dev.cutoff.order;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an order that is planned waits before its labels are bought. Until then it costs nobody
 * anything to edit or cancel it.
 */
public final class RemorsePeriod {
  /** Labels are bought and parcels picked between the end of the period and the cutoff. */
  public static final Duration BEFORE_CUTOFF = Duration.ofMinutes(15);

  private RemorsePeriod() {}

  /**
   * When it ends: so long after the order came in, and early enough for the cutoff.
   *
   * @param period of the store
   * @param receivedAt when the order came in; what held it up since counts as waiting
   * @param shipBy the earliest cutoff of its planned shipments
   * @return not before {@code now}; {@code now} where there is nothing to wait for
   */
  public static Instant until(Duration period, Instant receivedAt, Instant shipBy, Instant now) {
    Instant usual = receivedAt.plus(period);
    Instant latest = shipBy.minus(BEFORE_CUTOFF);
    Instant end = usual.isBefore(latest) ? usual : latest;
    return end.isBefore(now) ? now : end;
  }
}

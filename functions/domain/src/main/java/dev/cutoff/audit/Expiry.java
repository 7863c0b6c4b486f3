package dev.cutoff.audit;

import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When a lot can't be sold any more, and what then becomes of its free units. */
public final class Expiry {
  private Expiry() {}

  /**
   * Whether a lot is past the last day it may be shipped.
   *
   * @param minimumDaysLeft that a customer is to have it
   * @param zone of the node where it lies
   */
  public static boolean isOver(Lot lot, int minimumDaysLeft, Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now, zone).plusDays(minimumDaysLeft).isAfter(lot.expiresOn());
  }

  /**
   * Takes the free units out of sale; empty where none are. Once a lot and day: what is given back
   * later goes the same way the next day.
   */
  public static Optional<Movement> movement(StockLevel level, Instant now, ZoneId zone) {
    Lot lot = level.lot();
    if (lot == null || level.available() <= 0) {
      return Optional.empty();
    }
    String id =
        String.join(
            "#",
            "expired",
            level.sku().value(),
            level.node().value(),
            lot.toString(),
            LocalDate.ofInstant(now, zone).toString());
    return Optional.of(
        new Movement(
            id,
            level.shelf(),
            Movement.Kind.EXPIRED,
            0,
            level.available(),
            Cause.ours(now, "past its days: expires on " + lot.expiresOn()),
            null));
  }
}

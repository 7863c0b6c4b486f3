package dev.cutoff.audit;

import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What becomes of the free units of a lot that can't be sold any more. */
public final class Expiry {
  private Expiry() {}

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

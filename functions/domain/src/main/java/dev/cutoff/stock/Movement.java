package dev.cutoff.stock;

import dev.cutoff.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger: what changed the units in the building, or made them unavailable. Units
 * that are reserved and picked have their entries in the reservations.
 *
 * @param id of the change, told by whoever reports it: it counts once
 * @param onHand units that came (above zero) or went
 * @param unavailable units that became unavailable (above zero) or available again
 * @param orderId the order behind it; null where there is none
 */
public record Movement(
    String id,
    Shelf shelf,
    Kind kind,
    long onHand,
    long unavailable,
    Cause cause,
    @Nullable OrderId orderId) {
  private static final long MOST_UNITS = 1_000_000_000;

  public Movement {
    if (id.isBlank() || id.length() > 200) {
      throw new IllegalArgumentException("a movement has an id of 1 to 200 characters");
    }
    if (Math.abs(onHand) > MOST_UNITS || Math.abs(unavailable) > MOST_UNITS) {
      throw new IllegalArgumentException("a movement is of " + MOST_UNITS + " units at most");
    }
  }

  /** What happened. */
  public enum Kind {
    /** The first count of the shelf. */
    OPENED,
    COUNTED,
    /** From a supplier. */
    RECEIVED,
    /** Handed over to a carrier or a customer. */
    CONSUMED,
    /** Back from a customer. */
    RETURNED,
    DAMAGED,
    QUARANTINED,
    EXPIRED,
    /** Found to be good after all. */
    CLEARED,
    WRITTEN_OFF,
    /** Put right after an audit. */
    CORRECTED
  }
}

package dev.cutoff.stock.application;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Shelves, reservations and the ledger. Reads are strongly consistent. Every change is one
 * transaction and, asked for again, has one effect. A conflict with another transaction is tried
 * again within; {@link dev.cutoff.effect.application.TryAgainLater} where that does not help.
 */
public interface Stock {
  /** Shelves that exist, of these SKUs, by SKU, node and lot. */
  List<StockLevel> levels(Collection<Sku> skus);

  /** All reservations of one order, whatever their state, by key. */
  List<Reservation> reservations(OrderId orderId);

  /**
   * Takes all or nothing: on every shelf the condition that enough is available above the safety
   * stock (of lots nothing is kept back here), every reservation new. Reservations that are already
   * there are success. Units of one shelf are summed before the write.
   */
  Outcome reserve(List<Reservation> wanted, SafetyStock safety, Cause cause);

  /**
   * Puts new reservations of the same order in the place of others: at another node, split, or put
   * together. They need no safety stock: the units were promised before.
   *
   * @param from what still holds units
   * @param to as many units of each line and SKU, under keys that are new
   */
  Moved move(List<Reservation> from, List<Reservation> to, Cause cause);

  /** Gives back what still holds units. */
  Ended release(List<Reservation> reservations, Cause cause);

  /** Takes reserved units from the shelf; they stay in the building. */
  Ended pick(List<Reservation> reservations, Cause cause);

  /** Reserved or picked units left the building. */
  Ended consume(List<Reservation> reservations, Cause cause);

  /** Any other change of what is in the building or fit for sale, once for each movement's id. */
  Booked book(Movement movement);

  /**
   * A count of all units in the building. The first one of a shelf is its opening stock. A later
   * one is set against what moved after it was taken, and never touches reservations.
   */
  Observed observe(Observation observation, Tolerance tolerance);

  /** Entries of the ledger of a shelf from that instant on, by time. */
  List<Movement> ledger(Shelf shelf, Instant from);

  /** How reserving ended. */
  sealed interface Outcome {
    record Reserved() implements Outcome {}

    /** Not enough: the rows as they were when it was refused. */
    record Shortage(List<StockLevel> actual) implements Outcome {}
  }

  /** How moving ended; nothing changed unless done. */
  sealed interface Moved {
    record Done() implements Moved {}

    /** Not enough where they should go: the rows as they were when it was refused. */
    record Shortage(List<StockLevel> actual) implements Moved {}

    /** These hold nothing: ended before, or never reserved. */
    record NotHeld(List<Reservation> reservations) implements Moved {}
  }

  /**
   * What became of each reservation that was to end.
   *
   * @param done by this call
   * @param before by an earlier one, this way or another
   * @param unknown never reserved: nothing was changed for them
   */
  record Ended(List<Reservation> done, List<Reservation> before, List<Reservation> unknown) {
    public Ended {
      done = List.copyOf(done);
      before = List.copyOf(before);
      unknown = List.copyOf(unknown);
    }
  }

  /** What a movement did. */
  sealed interface Booked {
    /** The shelf after it. */
    record Done(StockLevel level) implements Booked {}

    /** Booked before. */
    record Already() implements Booked {}

    /** A counter would fall below zero, or below what is reserved: nothing changed. */
    record Refused(StockLevel level) implements Booked {}
  }

  /**
   * A count.
   *
   * @param count units in the building, 0 to 1,000,000,000, whatever their state
   * @param source who counted, "opening", "scanner 3"
   */
  record Observation(Shelf shelf, long count, Instant observedAt, String source) {}

  /**
   * How far a count may be from what is known; the larger of both decides.
   *
   * @param percent of what is known
   */
  record Tolerance(long units, int percent) {
    public static final Tolerance ANY = new Tolerance(Long.MAX_VALUE, 0);

    public boolean allows(long known, long counted) {
      long difference = Math.abs(Math.subtractExact(known, counted));
      return difference <= units || difference * 100 <= known * (long) percent;
    }
  }

  /** What a count did. */
  sealed interface Observed {
    record Taken(StockLevel level) implements Observed {}

    /** Same or newer count is known: nothing changed. */
    record Stale(StockLevel level) implements Observed {}

    /**
     * More units are reserved, picked or unavailable than there would be: a person must look.
     *
     * @param onHand what the count comes to, with what moved after it
     */
    record BelowReserved(StockLevel level, long onHand) implements Observed {}

    /**
     * Further from what is known than is tolerated: nothing changed.
     *
     * @param onHand what the count comes to, with what moved after it
     */
    record Differs(StockLevel level, long onHand) implements Observed {}
  }
}

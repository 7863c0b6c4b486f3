package dev.cutoff.audit;

import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.StockLevel;
import java.util.List;

/** A row of the stock table, as an audit reads it. */
public sealed interface BookRow {
  Shelf shelf();

  /**
   * The counters of a shelf.
   *
   * @param available as the row says it, which is to be what is left of the other counters
   * @param inTheRow entries of the ledger that are still in the row itself
   */
  record Counters(StockLevel level, long available, List<Movement> inTheRow) implements BookRow {
    public Counters {
      inTheRow = List.copyOf(inTheRow);
    }

    @Override
    public Shelf shelf() {
      return level.shelf();
    }
  }

  /** An entry of the ledger in a row of its own. */
  record Moved(Movement movement) implements BookRow {
    @Override
    public Shelf shelf() {
      return movement.shelf();
    }
  }

  /** A reservation, in whatever state. */
  record Held(Reservation reservation) implements BookRow {
    @Override
    public Shelf shelf() {
      return reservation.shelf();
    }
  }

  /** Units that were taken off a shelf ahead of the orders that will want them. */
  record Pooled(String id, Shelf shelf, long free) implements BookRow {}
}

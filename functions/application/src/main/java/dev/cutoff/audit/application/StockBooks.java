package dev.cutoff.audit.application;

import dev.cutoff.audit.BookRow;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Shelf;
import java.util.Optional;
import java.util.function.Consumer;

/** All rows of stock, for an audit. */
public interface StockBooks {
  /**
   * Every row once, in no order: no snapshot, for others go on writing.
   *
   * @param progress is told now and then
   */
  void read(Consumer<BookRow> each, Progress progress);

  /** The row of a shelf at one instant. */
  Optional<BookRow.Counters> row(Shelf shelf);

  /**
   * Sets the counters of a shelf where they still are as they were read, and writes it in the
   * ledger.
   *
   * @param id of the correction
   * @return false where the row has changed since: nothing was done
   */
  boolean set(String id, Correction.Counters counters, Cause cause);

  /** Hears how far the reading is. */
  interface Progress {
    Progress SILENT = rows -> {};

    void read(long rows);
  }
}

package dev.cutoff.testkit;

import dev.cutoff.audit.BookRow;
import dev.cutoff.audit.application.StockBooks;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Shelf;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All rows of a stock in memory. */
public final class InMemoryBooks implements StockBooks {
  private final InMemoryStock stock;

  public InMemoryBooks(InMemoryStock stock) {
    this.stock = stock;
  }

  @Override
  public void read(Consumer<BookRow> each, Progress progress) {
    List<BookRow> rows = stock.books();
    rows.forEach(each);
    progress.read(rows.size());
  }

  @Override
  public Optional<BookRow.Counters> row(Shelf shelf) {
    return stock.books().stream()
        .filter(BookRow.Counters.class::isInstance)
        .map(BookRow.Counters.class::cast)
        .filter(each -> each.shelf().equals(shelf))
        .findFirst();
  }

  @Override
  public boolean set(String id, Correction.Counters counters, Cause cause) {
    return stock.set(
        new Movement(id, counters.byLedger().shelf(), Movement.Kind.CORRECTED, 0, 0, cause, null),
        counters);
  }
}

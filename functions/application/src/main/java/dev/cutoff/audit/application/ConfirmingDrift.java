package dev.cutoff.audit.application;

import dev.cutoff.audit.BookRow;
import dev.cutoff.audit.Books;
import dev.cutoff.audit.application.StockBooks.Progress;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.stock.Shelf;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells drift from motion. A reading takes time, and others write meanwhile; so a shelf that does
 * not add up is read again, its row at one instant between the two readings. Where both readings
 * have the same entries the ledger was the same at that instant, and what then does not add up is
 * no motion.
 */
public final class ConfirmingDrift {
  private static final int MOST_READINGS = 4;

  private final StockBooks books;

  @Inject
  public ConfirmingDrift(StockBooks books) {
    this.books = books;
  }

  /**
   * What is left.
   *
   * @param unsettled shelves that moved in every reading
   */
  public record Confirmed(List<Finding> findings, List<Shelf> unsettled) {
    public Confirmed {
      findings = List.copyOf(findings);
      unsettled = List.copyOf(unsettled);
    }
  }

  public Confirmed confirm(Books first, Progress progress) {
    SortedSet<Shelf> open = first.suspects();
    List<Finding> findings = new ArrayList<>();
    Books before = first;
    for (int reading = 0; reading < MOST_READINGS && !open.isEmpty(); reading++) {
      Map<Shelf, Optional<BookRow.Counters>> between = new TreeMap<>();
      open.forEach(shelf -> between.put(shelf, books.row(shelf)));
      Books after = Books.of(open);
      books.read(after::add, progress);
      SortedSet<Shelf> moving = new TreeSet<>();
      for (Shelf shelf : open) {
        if (before.agreeOn(shelf, after)) {
          after
              .verdict(shelf, between.getOrDefault(shelf, Optional.empty()).orElse(null))
              .ifPresent(wrong -> findings.add(wrong.finding(after.orders(shelf))));
        } else {
          moving.add(shelf);
        }
      }
      open = moving;
      before = after;
    }
    return new Confirmed(findings, List.copyOf(open));
  }
}

package dev.cutoff.audit;

import dev.cutoff.stock.Shelf;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A shelf that is to be counted.
 *
 * @param lastCounted null where nobody ever did
 * @param dueAt when it should have been counted, or should be
 * @param exceptionId of the open exception that asks for it; null where the calendar does
 */
public record DueCount(
    Shelf shelf,
    AbcClass abcClass,
    @Nullable Instant lastCounted,
    Instant dueAt,
    @Nullable String exceptionId) {
  /** What somebody asked for comes first, then what is overdue the longest. */
  public static final Comparator<DueCount> MOST_OVERDUE_FIRST =
      Comparator.comparing((DueCount each) -> each.exceptionId() == null)
          .thenComparing(DueCount::dueAt)
          .thenComparing(DueCount::abcClass)
          .thenComparing(DueCount::shelf);

  /** The same, because somebody asks for it. */
  public DueCount askedBy(String exception) {
    return new DueCount(shelf, abcClass, lastCounted, dueAt, exception);
  }
}

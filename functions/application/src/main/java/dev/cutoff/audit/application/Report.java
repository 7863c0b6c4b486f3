package dev.cutoff.audit.application;

import dev.cutoff.audit.DueCount;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Shelf;
import java.time.Instant;
import java.util.List;

/**
 * What an audit saw.
 *
 * @param readAt when it began
 * @param orders that were compared with their reservations
 * @param findings one a shelf and reason; those of lots past their days among them
 * @param unsettled shelves that moved each time they were read: nothing is known of them
 * @param expired what is to be taken out of sale
 * @param counts when each shelf is to be counted, the most overdue first
 */
public record Report(
    Instant readAt,
    long rows,
    long shelves,
    long orders,
    List<Finding> findings,
    List<Shelf> unsettled,
    List<Movement> expired,
    List<DueCount> counts) {
  public Report {
    findings = List.copyOf(findings);
    unsettled = List.copyOf(unsettled);
    expired = List.copyOf(expired);
    counts = List.copyOf(counts);
  }

  /** Findings that say that counters, ledger and orders contradict each other. */
  public List<Finding> drifts() {
    return findings.stream()
        .filter(each -> Drifts.REASONS.contains(each.refusal().reason()))
        .toList();
  }
}

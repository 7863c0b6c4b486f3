package dev.cutoff.audit;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.StockLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a shelf: its counters are not what its ledger sums up to, or the ledger itself
 * has more promised than there is.
 *
 * @param asRead what the row says; null where there is none
 * @param available as the row says it
 */
public record Verdict(@Nullable StockLevel asRead, long available, StockLevel byLedger) {

  static Optional<Verdict> of(BookRow.@Nullable Counters row, Sum sum, Shelf shelf) {
    Verdict verdict =
        row == null
            ? new Verdict(null, 0, sum.level(shelf))
            : new Verdict(row.level(), row.available(), sum.level(row));
    return verdict.drifts() || verdict.overcommitted() ? Optional.of(verdict) : Optional.empty();
  }

  private boolean drifts() {
    return !byLedger.equals(asRead) || available != byLedger.available();
  }

  /** The ledger is what it is: no counter can put this right. */
  private boolean overcommitted() {
    return byLedger.onHand() < 0
        || byLedger.unavailable() < 0
        || byLedger.reserved() < 0
        || byLedger.picked() < 0
        || byLedger.available() < 0;
  }

  /** For the exception queue, with the correction where there is one. */
  public Finding finding(List<OrderId> orders) {
    if (overcommitted()) {
      return new Finding(
          byLedger.shelf(),
          Refusal.of(
              Reason.STOCK_OVERCOMMITTED,
              "By the ledger %s has %d on hand, and %d of these are reserved, picked or unavailable. Count the shelf; if the units are not there, cancel or move orders."
                  .formatted(
                      byLedger.shelf(),
                      byLedger.onHand(),
                      byLedger.onHand() - byLedger.available()),
              facts()),
          orders,
          List.of(Action.RECOUNT, Action.DISMISS),
          null,
          List.of());
    }
    Correction correction = new Correction.Counters(asRead, available, byLedger);
    return new Finding(
        byLedger.shelf(),
        Refusal.of(
            Reason.STOCK_DRIFT,
            "The counters of %s are not what its ledger sums up to: %s."
                .formatted(byLedger.shelf(), correction.text()),
            facts()),
        orders,
        List.of(Action.APPLY_CORRECTION, Action.DISMISS),
        null,
        List.of(correction));
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    StockLevel row = asRead == null ? StockLevel.none(byLedger.shelf()) : asRead;
    facts.put("sku", row.sku().value());
    facts.put("node", row.node().value());
    put(facts, "onHand", row.onHand(), byLedger.onHand());
    put(facts, "reserved", row.reserved(), byLedger.reserved());
    put(facts, "picked", row.picked(), byLedger.picked());
    put(facts, "unavailable", row.unavailable(), byLedger.unavailable());
    put(facts, "available", available, byLedger.available());
    return facts;
  }

  private static void put(Map<String, String> facts, String name, long row, long ledger) {
    facts.put(name, Long.toString(row));
    if (row != ledger) {
      facts.put(name + "ByLedger", Long.toString(ledger));
    }
  }
}

package dev.cutoff.audit.application;

import dev.cutoff.audit.BookRow;
import dev.cutoff.audit.Books;
import dev.cutoff.audit.Expiry;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lots past the last day they may be shipped.
 *
 * @param movements what takes their free units out of sale
 * @param promised those that orders hold units of, which stay as they are until somebody decides
 */
record ExpiredLots(List<Movement> movements, List<Finding> promised) {
  ExpiredLots {
    movements = List.copyOf(movements);
    promised = List.copyOf(promised);
  }

  static ExpiredLots of(Books books, Merchant merchant, Instant now) {
    List<Movement> movements = new ArrayList<>();
    List<Finding> promised = new ArrayList<>();
    for (BookRow.Counters row : books.rows().values()) {
      StockLevel level = row.level();
      Lot lot = level.lot();
      Node node = merchant.nodes().get(level.node());
      if (lot == null || node == null) {
        continue;
      }
      if (merchant.isPastItsDays(level.shelf(), now)) {
        Expiry.movement(level, now, node.zone()).ifPresent(movements::add);
        if (level.reserved() + level.picked() > 0) {
          promised.add(promised(level, lot, books));
        }
      }
    }
    return new ExpiredLots(movements, promised);
  }

  private static Finding promised(StockLevel level, Lot lot, Books books) {
    long units = level.reserved() + level.picked();
    return new Finding(
        level.shelf(),
        Refusal.of(
            Reason.LOT_EXPIRED,
            "%s expires on %s, and %d of it are promised to orders. Cancel them, or edit them so that they reserve anew."
                .formatted(level.shelf(), lot.expiresOn(), units),
            Map.of(
                "sku", level.sku().value(),
                "node", level.node().value(),
                "lot", lot.id(),
                "expiresOn", lot.expiresOn().toString(),
                "units", Long.toString(units))),
        books.orders(level.shelf()),
        List.of(Action.DISMISS),
        null,
        List.of());
  }
}

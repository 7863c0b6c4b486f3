package dev.cutoff.stock;

import dev.cutoff.order.OrderId;
import org.jspecify.annotations.Nullable;

/** What the audit proposes; it is done only when somebody says so. */
public sealed interface Correction {
  /** In words for people, with the old and the new value. */
  String text();

  /**
   * The counters of a shelf are set to what its ledger sums up to.
   *
   * @param asRead what the row says, which is changed only where it still says so; null where the
   *     row is gone
   * @param available as the row says it
   */
  record Counters(@Nullable StockLevel asRead, long available, StockLevel byLedger)
      implements Correction {
    public Counters {
      if (asRead != null && !asRead.shelf().equals(byLedger.shelf())) {
        throw new IllegalArgumentException(
            "two shelves: " + asRead.shelf() + " and " + byLedger.shelf());
      }
    }

    @Override
    public String text() {
      StockLevel before = asRead == null ? StockLevel.none(byLedger.shelf()) : asRead;
      StringBuilder text = new StringBuilder("set ");
      change(text, "onHand", before.onHand(), byLedger.onHand());
      change(text, "reserved", before.reserved(), byLedger.reserved());
      change(text, "picked", before.picked(), byLedger.picked());
      change(text, "unavailable", before.unavailable(), byLedger.unavailable());
      change(text, "available", available, byLedger.available());
      return text.toString();
    }

    private static void change(StringBuilder text, String name, long before, long after) {
      if (before != after) {
        text.append(text.length() > "set ".length() ? ", " : "")
            .append(name + " " + before + " → " + after);
      }
    }
  }

  /** A reservation that nobody waits for ends: its units go back, or leave the books. */
  record Ending(Reservation reservation, Reservation.State how) implements Correction {
    @Override
    public String text() {
      return "%s → %s: %d of %s for order %s, shipment %s"
          .formatted(
              reservation.state(),
              how,
              reservation.quantity(),
              reservation.shelf(),
              reservation.orderId(),
              reservation.shipmentId());
    }
  }

  /** An order reserves and plans anew what was never handed over. */
  record Replanning(OrderId orderId) implements Correction {
    @Override
    public String text() {
      return "order " + orderId + " reserves its units anew";
    }
  }
}

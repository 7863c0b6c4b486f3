package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Observed;
import dev.cutoff.stock.application.Stock.Tolerance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes counts of shelves. A count is true of its own time: what moved later is added before it is
 * compared. Every count is kept, as an entry of the ledger where it changed something.
 */
final class Counting {
  private final Dynamo dynamo;
  private final String table;
  private final StockRows rows;
  private final Ledger ledger;

  Counting(Dynamo dynamo, StockRows rows, Ledger ledger) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.rows = rows;
    this.ledger = ledger;
  }

  Observed count(Observation seen, Tolerance tolerance) {
    if (seen.count() < 0) {
      throw new IllegalArgumentException("nobody counts below zero: " + seen.shelf());
    }
    return dynamo.backoff().untilAnswered("take a count", () -> attempt(seen, tolerance));
  }

  /** Empty where the row changed between the look and the write. */
  private Optional<Observed> attempt(Observation seen, Tolerance tolerance) {
    Optional<Map<String, AttributeValue>> row = dynamo.get(table, Key.shelf(seen.shelf()));
    if (row.isEmpty()) {
      return opened(seen);
    }
    StockLevel level = StockRows.level(row.get());
    String known = Item.textOrNull(row.get(), "observedAt");
    if (known != null && Sortable.text(seen.observedAt()).compareTo(known) <= 0) {
      keep(seen, "stale");
      return Optional.of(new Observed.Stale(level));
    }
    Instant after = seen.observedAt().plusNanos(1);
    long onHand =
        seen.count()
            + ledger.since(seen.shelf(), row.get(), after).stream()
                .mapToLong(Movement::onHand)
                .sum();
    if (onHand < level.onHand() - level.available()) {
      keep(seen, "below reserved");
      return Optional.of(new Observed.BelowReserved(level, onHand));
    }
    if (!tolerance.allows(level.onHand(), onHand)) {
      keep(seen, "differs");
      return Optional.of(new Observed.Differs(level, onHand));
    }
    return counted(seen, level, row.get(), onHand);
  }

  private Optional<Observed> opened(Observation seen) {
    StockLevel level = StockLevel.none(seen.shelf()).plus(seen.count(), 0, 0, 0);
    TransactWriteItem shelf =
        ledger.put(StockRows.row(level).s("observedAt", Sortable.text(seen.observedAt())));
    return taken(shelf, seen, Movement.Kind.OPENED, seen.count(), level);
  }

  /**
   * As many units on hand as before are not the same units: only what says how often they moved
   * says that the ledger was read as it is.
   */
  private Optional<Observed> counted(
      Observation seen, StockLevel level, Map<String, AttributeValue> row, long onHand) {
    long change = onHand - level.onHand();
    String known = Item.textOrNull(row, "observedAt");
    AttributeValue moves = row.get("moves");
    Item values =
        Item.values()
            .n(":count", onHand)
            .n(":change", change)
            .s(":at", Sortable.text(seen.observedAt()))
            .n(":onHand", level.onHand())
            .n(":least", Math.max(0, -change));
    if (known != null) {
      values.s(":known", known);
    }
    if (moves != null) {
      values.put(":moves", moves);
    }
    TransactWriteItem shelf =
        rows.change(
            seen.shelf(),
            "SET onHand = :count, available = available + :change, observedAt = :at",
            "onHand = :onHand AND available >= :least AND "
                + (known == null ? "attribute_not_exists(observedAt)" : "observedAt = :known")
                + " AND "
                + (moves == null ? "attribute_not_exists(moves)" : "moves = :moves"),
            values);
    return taken(shelf, seen, Movement.Kind.COUNTED, change, level.plus(change, 0, 0, 0));
  }

  private Optional<Observed> taken(
      TransactWriteItem shelf,
      Observation seen,
      Movement.Kind kind,
      long change,
      StockLevel after) {
    Movement movement =
        new Movement(
            "count " + Sortable.text(seen.observedAt()),
            seen.shelf(),
            kind,
            change,
            0,
            new Cause(seen.observedAt(), seen.source(), "counted " + seen.count()),
            null);
    TransactWriteItem entry = ledger.entry(movement, Item.values().n("counted", seen.count()));
    return switch (dynamo.transact("take a count", List.of(shelf, entry))) {
      case Dynamo.Transacted.Done done -> Optional.of(new Observed.Taken(after));
      case Dynamo.Transacted.Refused changed -> Optional.empty();
    };
  }

  private void keep(Observation seen, String outcome) {
    String at = Sortable.text(seen.observedAt());
    String name = at + "#" + outcome + "#" + seen.count() + "#" + seen.source();
    dynamo.putNew(
        table,
        Item.of(Key.count(seen.shelf(), name))
            .n("counted", seen.count())
            .s("observedAt", at)
            .s("source", seen.source())
            .s("outcome", outcome));
  }
}

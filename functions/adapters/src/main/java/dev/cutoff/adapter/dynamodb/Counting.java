package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Takes counts of shelves. Every count is kept as a row of its own with what it changed, so that
 * the sum of those and of what was consumed is what is on hand.
 */
final class Counting {
  private final Dynamo dynamo;
  private final String table;

  Counting(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
  }

  Observed count(Observation seen) {
    if (seen.count() < 0) {
      throw new IllegalArgumentException("nobody counts below zero: " + seen.sku());
    }
    return dynamo.backoff().untilAnswered("take a count", () -> attempt(seen));
  }

  /** Empty where the row changed between the look and the write. */
  private Optional<Observed> attempt(Observation seen) {
    Optional<Map<String, AttributeValue>> row =
        dynamo.get(table, Key.shelf(seen.sku(), seen.node()));
    if (row.isEmpty()) {
      return opened(seen);
    }
    StockLevel level = StockRows.level(row.get());
    String known = Item.text(row.get(), "observedAt");
    if (Sortable.text(seen.observedAt()).compareTo(known) <= 0) {
      keep(seen, "stale");
      return Optional.of(new Observed.Stale(level));
    }
    long free = seen.count() - level.picked() - level.unavailable();
    if (free < level.reserved()) {
      keep(seen, "below reserved");
      return Optional.of(new Observed.BelowReserved(level));
    }
    return counted(seen, level, known, free);
  }

  private Optional<Observed> opened(Observation seen) {
    StockLevel level = new StockLevel(seen.sku(), seen.node(), seen.count(), 0, 0, 0, 0, 0);
    Put put =
        Put.builder()
            .tableName(table)
            .item(StockRows.shelf(level).s("observedAt", Sortable.text(seen.observedAt())).map())
            .conditionExpression("attribute_not_exists(pk)")
            .build();
    return taken(TransactWriteItem.builder().put(put).build(), seen, seen.count(), level);
  }

  private Optional<Observed> counted(Observation seen, StockLevel level, String known, long free) {
    long change = seen.count() - level.onHand();
    Update update =
        Update.builder()
            .tableName(table)
            .key(Key.shelf(seen.sku(), seen.node()).map())
            .updateExpression(
                "SET onHand = :count, routable = routable + :change, observedAt = :at")
            .conditionExpression(
                "onHand = :onHand AND observedAt = :known AND picked = :picked"
                    + " AND unavailable = :unavailable AND reserved <= :free")
            .expressionAttributeValues(
                Item.values()
                    .n(":count", seen.count())
                    .n(":change", change)
                    .s(":at", Sortable.text(seen.observedAt()))
                    .n(":onHand", level.onHand())
                    .s(":known", known)
                    .n(":picked", level.picked())
                    .n(":unavailable", level.unavailable())
                    .n(":free", free)
                    .map())
            .build();
    StockLevel after =
        new StockLevel(
            level.sku(),
            level.node(),
            seen.count(),
            level.reserved(),
            level.picked(),
            level.unavailable(),
            level.safety(),
            level.inbound());
    return taken(TransactWriteItem.builder().update(update).build(), seen, change, after);
  }

  private Optional<Observed> taken(
      TransactWriteItem shelf, Observation seen, long change, StockLevel after) {
    Put kept =
        Put.builder().tableName(table).item(row(seen, "taken").n("change", change).map()).build();
    List<TransactWriteItem> items = List.of(shelf, TransactWriteItem.builder().put(kept).build());
    return switch (dynamo.transact("take a count", items)) {
      case Dynamo.Transacted.Done done -> Optional.of(new Observed.Taken(after));
      case Dynamo.Transacted.Refused changed -> Optional.empty();
    };
  }

  private void keep(Observation seen, String outcome) {
    dynamo.putNew(table, row(seen, outcome));
  }

  private static Item row(Observation seen, String outcome) {
    String at = Sortable.text(seen.observedAt());
    String name = at + "#" + outcome + "#" + seen.count() + "#" + seen.source();
    return Item.of(Key.count(seen.sku(), seen.node(), name))
        .n("counted", seen.count())
        .s("observedAt", at)
        .s("source", seen.source())
        .s("outcome", outcome);
  }
}

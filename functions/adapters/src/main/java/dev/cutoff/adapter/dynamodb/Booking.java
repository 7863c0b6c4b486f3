package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock.Booked;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Writes what came, went or became unfit: the shelf, the ledger's entry and a row for the
 * movement's id, together.
 */
final class Booking {
  private static final int ID = 0;
  private static final int SHELF = 1;

  private final Dynamo dynamo;
  private final Ledger ledger;

  Booking(Dynamo dynamo, Ledger ledger) {
    this.dynamo = dynamo;
    this.ledger = ledger;
  }

  Booked book(Movement movement) {
    Item id = Item.of(Key.movement(movement.id())).s("at", Sortable.text(movement.cause().at()));
    List<TransactWriteItem> items =
        List.of(ledger.put(id), shelf(movement), ledger.entry(movement, Item.values()));
    return switch (dynamo.transact("book a movement", items)) {
      case Transacted.Done done ->
          new Booked.Done(
              dynamo
                  .get(dynamo.tables().stock(), Key.shelf(movement.shelf()))
                  .map(StockRows::level)
                  .orElseThrow());
      case Transacted.Refused refused when refused.failed(ID) -> new Booked.Already();
      case Transacted.Refused refused when refused.failed(SHELF) -> {
        Map<String, AttributeValue> row = refused.row(SHELF);
        yield new Booked.Refused(
            row.isEmpty() ? StockLevel.none(movement.shelf()) : StockRows.level(row));
      }
      // The same entry without its id: rows that no code writes.
      case Transacted.Refused refused ->
          throw new IllegalStateException("half a movement: " + movement.id());
    };
  }

  /** A shelf that never was may come to be by what arrives. */
  private TransactWriteItem shelf(Movement movement) {
    long free = movement.onHand() - movement.unavailable();
    Item values =
        Item.values()
            .n(":zero", 0)
            .n(":one", 1)
            .n(":onHand", movement.onHand())
            .n(":unavailable", movement.unavailable())
            .n(":free", free)
            .n(":leastFree", Math.max(0, -free))
            .n(":leastUnavailable", Math.max(0, -movement.unavailable()));
    StringBuilder names = new StringBuilder();
    StockRows.named(movement.shelf(), Item.values())
        .map()
        .forEach((name, value) -> {
          values.put(":" + name, value);
          names.append(", #").append(name).append(" = :").append(name);
        });
    boolean onlyMore = free >= 0 && movement.unavailable() >= 0;
    Update update =
        Update.builder()
            .tableName(dynamo.tables().stock())
            .key(Key.shelf(movement.shelf()).map())
            .updateExpression(
                "SET onHand = if_not_exists(onHand, :zero) + :onHand,"
                    + " reserved = if_not_exists(reserved, :zero),"
                    + " picked = if_not_exists(picked, :zero),"
                    + " unavailable = if_not_exists(unavailable, :zero) + :unavailable,"
                    + " available = if_not_exists(available, :zero) + :free"
                    + names
                    + " ADD moves :one")
            .conditionExpression(
                (onlyMore ? "attribute_not_exists(pk) OR " : "")
                    + "(available >= :leastFree AND unavailable >= :leastUnavailable)")
            .expressionAttributeNames(
                StockRows.named(movement.shelf(), Item.values()).map().keySet().stream()
                    .collect(Collectors.toMap(name -> "#" + name, name -> name)))
            .expressionAttributeValues(values.map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The rows of shelves. A row also holds {@code available}, onHand less reserved, picked and
 * unavailable: conditions of DynamoDB can't subtract, so every write keeps it. And {@code moves},
 * how often units came or went: a count that looked before one of them must look again.
 */
final class StockRows {
  static final String HOT_UNTIL = "hotUntil";

  private final String table;

  StockRows(String table) {
    this.table = table;
  }

  static StockLevel level(Map<String, AttributeValue> row) {
    return new StockLevel(
        new Sku(Item.text(row, "sku")),
        new NodeId(Item.text(row, "node")),
        lot(row),
        Item.number(row, "onHand"),
        Item.number(row, "reserved"),
        Item.number(row, "picked"),
        Item.number(row, "unavailable"),
        hotUntil(row));
  }

  private static @Nullable Instant hotUntil(Map<String, AttributeValue> row) {
    String until = Item.textOrNull(row, HOT_UNTIL);
    return until == null ? null : Instant.parse(until);
  }

  static @Nullable Lot lot(Map<String, AttributeValue> row) {
    String id = Item.textOrNull(row, "lot");
    return id == null ? null : new Lot(id, LocalDate.parse(Item.text(row, "expiresOn")));
  }

  /** The shelf that a row names. */
  static Shelf shelf(Map<String, AttributeValue> row) {
    return new Shelf(new Sku(Item.text(row, "sku")), new NodeId(Item.text(row, "node")), lot(row));
  }

  /** What names the shelf, beside the counters. */
  static Item named(Shelf shelf, Item item) {
    item.s("sku", shelf.sku().value()).s("node", shelf.node().value());
    Lot lot = shelf.lot();
    if (lot != null) {
      item.s("lot", lot.id()).s("expiresOn", lot.expiresOn().toString());
    }
    return item;
  }

  static Item row(StockLevel level) {
    return named(level.shelf(), Item.of(Key.shelf(level.shelf())))
        .n("onHand", level.onHand())
        .n("reserved", level.reserved())
        .n("picked", level.picked())
        .n("unavailable", level.unavailable())
        .n("available", level.available());
  }

  /** Takes so many units, where that many are available above the safety stock. */
  TransactWriteItem take(Shelf shelf, long units, SafetyStock safety) {
    long keep = shelf.lot() == null ? safety.units(shelf.sku(), shelf.node()) : 0;
    return change(
        shelf,
        "SET reserved = reserved + :n, available = available - :n",
        "available >= :least",
        Item.values().n(":n", units).n(":least", Math.addExact(units, Math.max(0, keep))));
  }

  /** Gives units back that were reserved or picked. */
  TransactWriteItem giveBack(Shelf shelf, Held held) {
    return change(
        shelf,
        "SET reserved = reserved - :r, picked = picked - :p, available = available + :n",
        "reserved >= :r AND picked >= :p",
        Item.values().n(":r", held.reserved()).n(":p", held.picked()).n(":n", held.units()));
  }

  /** Takes reserved units from the shelf into somebody's hands. */
  TransactWriteItem pick(Shelf shelf, Held held) {
    return change(
        shelf,
        "SET reserved = reserved - :n, picked = picked + :n",
        "reserved >= :n",
        Item.values().n(":n", held.reserved()));
  }

  /** Other units in the place of those that were reserved or picked. */
  TransactWriteItem replace(Shelf shelf, Held held, long units) {
    long more = units - held.units();
    return change(
        shelf,
        "SET reserved = reserved + :more, picked = picked - :p, available = available - :n",
        "reserved >= :r AND picked >= :p AND available >= :least",
        Item.values()
            .n(":more", units - held.reserved())
            .n(":p", held.picked())
            .n(":r", held.reserved())
            .n(":n", more)
            .n(":least", Math.max(0, more)));
  }

  /** A conditional change, which returns the row where it is refused. */
  TransactWriteItem change(Shelf shelf, String change, String condition, Item values) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(Key.shelf(shelf).map())
            .updateExpression(change)
            .conditionExpression(condition)
            .expressionAttributeValues(values.map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  /** Units that reservations hold on one shelf. */
  record Held(long reserved, long picked) {
    static final Held NONE = new Held(0, 0);

    long units() {
      return Math.addExact(reserved, picked);
    }

    Held plus(Held more) {
      return new Held(Math.addExact(reserved, more.reserved), Math.addExact(picked, more.picked));
    }
  }
}

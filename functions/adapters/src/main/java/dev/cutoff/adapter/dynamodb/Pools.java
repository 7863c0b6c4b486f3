package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.StockLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Units of a shelf put aside in rows of their own, because one row takes a hundred transactions a
 * second and no more. The shelf's row counts them as reserved, so whoever takes some from a pool
 * writes nothing to the shelf, and a reservation ends as any other does. What is left flows back
 * when somebody finds the shelf too low.
 */
final class Pools {
  private static final String NUMBER = "pools";
  private static final String ASIDE = "aside";
  private static final int MOST_TRIES = 10;

  /** Fewer in a pool are gone before it was worth the while. */
  private static final int LEAST = 500;

  private final Dynamo dynamo;
  private final StockRows shelves;
  private final String table;

  Pools(Dynamo dynamo, StockRows shelves) {
    this.dynamo = dynamo;
    this.shelves = shelves;
    this.table = dynamo.tables().stock();
  }

  /** How many pools the shelf of that row has. */
  static int number(Map<String, AttributeValue> row) {
    return row.containsKey(NUMBER) ? Math.toIntExact(Item.number(row, NUMBER)) : 0;
  }

  /** Units in the pool of that row. */
  static long free(Map<String, AttributeValue> row) {
    return row.containsKey(ASIDE) ? Item.number(row, ASIDE) : 0;
  }

  /** The shelf as if nothing were put aside. */
  StockLevel level(Map<String, AttributeValue> row) {
    StockLevel level = StockRows.level(row);
    long aside = 0;
    for (int pool = 1; pool <= number(row); pool++) {
      aside += free(level.shelf(), pool);
    }
    return aside == 0 ? level : level.plus(0, -aside, 0, 0);
  }

  /** Takes units from a pool, where it has that many. */
  TransactWriteItem take(Shelf shelf, int pool, long units) {
    return change(
        shelf, pool, "SET aside = aside - :n", "aside >= :n", Item.values().n(":n", units));
  }

  /**
   * Puts what is available aside in equal parts.
   *
   * @return how many pools the shelf has now: none where there is too little to put aside
   */
  int spread(Shelf shelf, int pools, SafetyStock safety) {
    Map<String, AttributeValue> row = row(Key.shelf(shelf));
    long keep = shelf.lot() == null ? Math.max(0, safety.units(shelf.sku(), shelf.node())) : 0;
    long each = row.isEmpty() ? 0 : (Item.number(row, "available") - keep) / pools;
    if (each < LEAST || number(row) > 0) {
      return number(row);
    }
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(
        shelves.change(
            shelf,
            "SET reserved = reserved + :n, available = available - :n, pools = :pools",
            "available >= :least AND attribute_not_exists(pools)",
            Item.values()
                .n(":n", each * pools)
                .n(":least", each * pools + keep)
                .n(":pools", pools)));
    for (int pool = 1; pool <= pools; pool++) {
      items.add(open(shelf, pool, each));
    }
    // Where it is refused somebody took units, or spread them: the next batch looks again.
    return dynamo.transact("put units aside", items) instanceof Transacted.Done ? pools : 0;
  }

  /** Names its shelf, so that whoever reads all rows can tell what the units belong to. */
  private TransactWriteItem open(Shelf shelf, int pool, long units) {
    Item row = StockRows.named(shelf, Item.of(Key.pool(shelf, pool))).n(ASIDE, units);
    Put put =
        Put.builder()
            .tableName(table)
            .item(row.map())
            .conditionExpression("attribute_not_exists(aside) OR aside = :none")
            .expressionAttributeValues(Item.values().n(":none", 0).map())
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  /** Lets all that is left in the pools flow back; false where the shelf has none. */
  boolean gather(Shelf shelf) {
    for (int tried = 0; tried < MOST_TRIES; tried++) {
      int pools = number(row(Key.shelf(shelf)));
      if (pools == 0) {
        return tried > 0;
      }
      long sum = 0;
      List<TransactWriteItem> items = new ArrayList<>();
      for (int pool = 1; pool <= pools; pool++) {
        long free = free(shelf, pool);
        sum += free;
        items.add(
            change(
                shelf,
                pool,
                "SET aside = :none",
                "aside = :known",
                Item.values().n(":none", 0).n(":known", free)));
      }
      items.add(
          shelves.change(
              shelf,
              "SET reserved = reserved - :n, available = available + :n REMOVE pools",
              "reserved >= :n AND pools = :pools",
              Item.values().n(":n", sum).n(":pools", pools)));
      if (dynamo.transact("take units back", items) instanceof Transacted.Done) {
        return true;
      }
    }
    throw new TryAgainLater(
        "DynamoDB: units of " + shelf + " that were put aside change all the time");
  }

  private long free(Shelf shelf, int pool) {
    return free(row(Key.pool(shelf, pool)));
  }

  /** Asked as whole partitions are: whoever looks at shelves has the right to that and no other. */
  Map<String, AttributeValue> row(Key key) {
    return dynamo.below(table, key.pk(), key.sk()).stream()
        .filter(row -> Item.text(row, "sk").equals(key.sk()))
        .findFirst()
        .orElse(Map.of());
  }

  private TransactWriteItem change(
      Shelf shelf, int pool, String change, String condition, Item values) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(Key.pool(shelf, pool).map())
            .updateExpression(change)
            .conditionExpression(condition)
            .expressionAttributeValues(values.map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }
}

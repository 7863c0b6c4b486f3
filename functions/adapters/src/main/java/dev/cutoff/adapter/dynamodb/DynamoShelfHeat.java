package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.StockRules.HotSku;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.ShelfHeat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Counts by the minute, in a row beside the shelf: the shelf's own row has enough to do. From the
 * rule's number on, the shelf says until when it is hot, and nobody has to take that back.
 */
public final class DynamoShelfHeat implements ShelfHeat {
  private final Dynamo dynamo;
  private final String table;
  private final Supplier<HotSku> rule;
  private final InstantSource clock;

  public DynamoShelfHeat(Dynamo dynamo, Supplier<HotSku> rule, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.rule = rule;
    this.clock = clock;
  }

  /** Units are taken whether this can be written or not; the next collision counts again. */
  @Override
  public void collided(Shelf shelf, int times) {
    HotSku hot = rule.get();
    Instant now = clock.instant();
    try {
      long counted = count(shelf, now, times);
      if (counted >= hot.conflictsPerMinute() && counted - times < hot.conflictsPerMinute()) {
        mark(shelf, now.plus(Duration.ofMinutes(hot.calmMinutes())));
      }
    } catch (TryAgainLater | TransactionConflictException busy) {
      System.err.println("heat of " + shelf + " not counted: " + busy.getMessage());
    }
  }

  /** How many in this minute, with these. */
  private long count(Shelf shelf, Instant now, int times) {
    String minute = now.truncatedTo(ChronoUnit.MINUTES).toString();
    try {
      return number(shelf, "SET met = met + :n", "sinceMinute = :minute", minute, times);
    } catch (ConditionalCheckFailedException another) {
      try {
        return number(
            shelf,
            "SET met = :n, sinceMinute = :minute",
            "attribute_not_exists(pk) OR sinceMinute <> :minute",
            minute,
            times);
      } catch (ConditionalCheckFailedException overtaken) {
        return number(shelf, "SET met = met + :n", "sinceMinute = :minute", minute, times);
      }
    }
  }

  private long number(Shelf shelf, String change, String condition, String minute, int times) {
    Map<String, AttributeValue> row =
        AwsCalls.call(
            "DynamoDB: count collisions",
            () ->
                dynamo
                    .client()
                    .updateItem(update ->
                        update
                            .tableName(table)
                            .key(Key.heat(shelf).map())
                            .updateExpression(change)
                            .conditionExpression(condition)
                            .expressionAttributeValues(
                                Item.values().n(":n", times).s(":minute", minute).map())
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes());
    return Item.number(row, "met");
  }

  private void mark(Shelf shelf, Instant until) {
    dynamo.update(
        Update.builder()
            .tableName(table)
            .key(Key.shelf(shelf).map())
            .updateExpression("SET " + StockRows.HOT_UNTIL + " = :until")
            .conditionExpression("attribute_exists(pk)")
            .expressionAttributeValues(Item.values().s(":until", until.toString()).map())
            .build());
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.money.Money;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.application.PostageStops;
import dev.cutoff.postage.application.SpentPostage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Who may spend postage, in DynamoDB: the switches that are off in one partition, and what was
 * spent in an hour in a row for each limit, which forgets itself.
 */
public final class DynamoPostage implements PostageStops, SpentPostage {
  private static final Duration KEPT = Duration.ofDays(2);

  private final Dynamo dynamo;
  private final String table;

  /** Makes the postage of these tables. */
  public DynamoPostage(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public List<PostageStop> all() {
    return dynamo.below(table, Key.STOPS, "").stream()
        .map(row -> dynamo.body().read(row, PostageStop.class))
        .toList();
  }

  @Override
  public void stop(PostageStop stop) {
    dynamo.putOver(
        table,
        Item.of(Key.stop(stop.scope(), stop.id()))
            .putAll(dynamo.body().of("stop of " + stop.id(), stop)));
  }

  @Override
  public void lift(PostageStop.Scope scope, String id) {
    var _ =
        dynamo.delete(table, Key.stop(scope, id), "pk = :pk", Item.values().s(":pk", Key.STOPS));
  }

  @Override
  public boolean spend(String whose, Instant hour, Money amount, Money limit) {
    long before = limit.amount() - amount.amount();
    if (before < 0 || !amount.currency().equals(limit.currency())) {
      return false;
    }
    Update add =
        Update.builder()
            .tableName(table)
            .key(Key.spent(whose, hour.toString()).map())
            .updateExpression("ADD spent :amount SET #expires = :expires")
            .conditionExpression("attribute_not_exists(pk) OR spent <= :before")
            .expressionAttributeNames(Map.of("#expires", DynamoLastQuotes.EXPIRES))
            .expressionAttributeValues(
                Item.values()
                    .n(":amount", amount.amount())
                    .n(":before", before)
                    .n(":expires", hour.plus(KEPT).getEpochSecond())
                    .map())
            .build();
    return dynamo.update(add) instanceof Dynamo.Written.Done;
  }
}

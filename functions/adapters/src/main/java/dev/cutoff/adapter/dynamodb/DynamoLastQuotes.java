package dev.cutoff.adapter.dynamodb;

import dev.cutoff.plan.application.LastQuotes;
import java.time.Instant;
import java.util.Optional;

/**
 * Last good quotes in DynamoDB: one row for a lane, all services of the carrier in it. DynamoDB
 * deletes rows that are too old when it gets to it; until then they are not seen any more.
 */
public final class DynamoLastQuotes implements LastQuotes {
  /** Epoch seconds, as DynamoDB's time to live wants it; the template names the attribute. */
  static final String EXPIRES = "expiresAt";

  private final Dynamo dynamo;
  private final String table;

  /** Makes the last good quotes of these tables. */
  public DynamoLastQuotes(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public Optional<Known> find(Lane lane, Instant now) {
    return dynamo
        .get(table, Key.lastQuotes(lane))
        .map(row -> dynamo.body().read(row, Known.class))
        .filter(known -> !known.saidAt().plus(KEPT).isBefore(now));
  }

  @Override
  public void save(Lane lane, Known known) {
    dynamo.putOver(
        table,
        Item.of(Key.lastQuotes(lane))
            .putAll(dynamo.body().of("last quotes of " + lane.carrier(), known))
            .n(EXPIRES, known.saidAt().plus(KEPT).getEpochSecond()));
  }
}

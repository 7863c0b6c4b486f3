package dev.cutoff.adapter.dynamodb;

import dev.cutoff.effect.application.Effects;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Effects in DynamoDB: the first conditional write goes ahead. */
public final class DynamoEffects implements Effects {
  private static final String BEGUN = "begun";
  private static final String DONE = "done";
  private static final String FAILURE = "#failure";

  private final Dynamo dynamo;
  private final String table;

  /** Makes the effects of these tables. */
  public DynamoEffects(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public Claim claim(String key, Instant at) {
    Item item = Item.of(Key.effect(key)).s("effect", BEGUN).s("begunAt", at.toString());
    return switch (dynamo.putNew(table, item)) {
      case Dynamo.Written.Done first -> Claim.FIRST;
      case Dynamo.Written.Refused known ->
          DONE.equals(Item.text(known.row(), "effect")) ? Claim.DONE : Claim.IN_DOUBT;
    };
  }

  @Override
  public boolean isDone(String key) {
    return dynamo
        .get(table, Key.effect(key))
        .filter(row -> DONE.equals(Item.text(row, "effect")))
        .isPresent();
  }

  @Override
  public void done(String key, String how, Instant at) {
    // What it was first is the truth: done again changes nothing.
    dynamo.update(
        Update.builder()
            .tableName(table)
            .key(Key.effect(key).map())
            .updateExpression("SET effect = :done, how = :how, doneAt = :at")
            .conditionExpression("attribute_not_exists(pk) OR effect = :begun")
            .expressionAttributeValues(
                Item.values()
                    .s(":done", DONE)
                    .s(":begun", BEGUN)
                    .s(":how", how)
                    .s(":at", at.toString())
                    .map())
            .build());
  }

  /** In a row of its own: the effect's row is there only where somebody claimed or did it. */
  @Override
  public void failed(String key, String why, Instant at) {
    dynamo.update(
        Update.builder()
            .tableName(table)
            .key(Key.effect(key + FAILURE).map())
            .updateExpression("SET why = :why, failedAt = :at")
            .expressionAttributeValues(Item.values().s(":why", why).s(":at", at.toString()).map())
            .build());
  }

  @Override
  public Optional<Failure> failure(String key) {
    return dynamo
        .get(table, Key.effect(key + FAILURE))
        .map(row -> new Failure(Item.text(row, "why"), Instant.parse(Item.text(row, "failedAt"))));
  }

  @Override
  public void release(String key) {
    dynamo.delete(table, Key.effect(key), "effect = :begun", Item.values().s(":begun", BEGUN));
  }
}

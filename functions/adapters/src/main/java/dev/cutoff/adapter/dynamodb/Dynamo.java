package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.adapter.json.Codec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The tables and how they are spoken to; what the adapters of this package are made from. */
public final class Dynamo {
  private static final String CONFLICT = "TransactionConflict";

  private final DynamoDbClient client;
  private final Tables tables;
  private final Body body;
  private final Codec codec;
  private final Backoff backoff;
  private final Pause pause;
  private final Logs logs = new Logs();

  /** Makes the one way to the tables. */
  public Dynamo(
      DynamoDbClient client, Tables tables, Codec codec, RandomGenerator random, Pause pause) {
    this.client = client;
    this.tables = tables;
    this.codec = codec;
    this.body = new Body(codec);
    this.backoff = new Backoff(random, pause);
    this.pause = pause;
  }

  /** How a conditional write ended. */
  sealed interface Written {
    record Done() implements Written {}

    /** A condition was false; the row as it was, empty where there was none. */
    record Refused(Map<String, AttributeValue> row) implements Written {}
  }

  /** How a transaction ended. */
  sealed interface Transacted {
    record Done() implements Transacted {}

    /** One reason for each item of the transaction, in their order; no conflict among them. */
    record Refused(List<CancellationReason> reasons) implements Transacted {
      public Refused {
        reasons = List.copyOf(reasons);
      }

      boolean failed(int item) {
        return "ConditionalCheckFailed".equals(reasons.get(item).code());
      }

      /** The row that the item met; empty where there was none. */
      Map<String, AttributeValue> row(int item) {
        CancellationReason reason = reasons.get(item);
        return reason.hasItem() ? reason.item() : Map.of();
      }
    }
  }

  Tables tables() {
    return tables;
  }

  Body body() {
    return body;
  }

  Codec codec() {
    return codec;
  }

  Backoff backoff() {
    return backoff;
  }

  Pause pause() {
    return pause;
  }

  Logs logs() {
    return logs;
  }

  DynamoDbClient client() {
    return client;
  }

  Optional<Map<String, AttributeValue>> get(String table, Key key) {
    Map<String, AttributeValue> row =
        AwsCalls.call(
            "DynamoDB: read " + key.sk(),
            () ->
                client
                    .getItem(get -> get.tableName(table).key(key.map()).consistentRead(true))
                    .item());
    return row.isEmpty() ? Optional.empty() : Optional.of(row);
  }

  /** All rows of a partition whose sort key begins so, strongly consistent, by sort key. */
  List<Map<String, AttributeValue>> below(String table, String pk, String prefix) {
    return prefix.isEmpty()
        ? query(table, "pk = :pk", Item.values().s(":pk", pk))
        : query(
            table,
            "pk = :pk AND begins_with(sk, :sk)",
            Item.values().s(":pk", pk).s(":sk", prefix));
  }

  /** All rows of a partition from that sort key on, strongly consistent, by sort key. */
  List<Map<String, AttributeValue>> from(String table, String pk, String first) {
    return query(table, "pk = :pk AND sk >= :sk", Item.values().s(":pk", pk).s(":sk", first));
  }

  private List<Map<String, AttributeValue>> query(String table, String condition, Item values) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values.map())
            .consistentRead(true)
            .build();
    return AwsCalls.call(
        "DynamoDB: read rows", () -> client.queryPaginator(query).items().stream().toList());
  }

  /** Rows of an index, page by page as they are asked for. */
  Stream<Map<String, AttributeValue>> index(QueryRequest query) {
    return client.queryPaginator(query).items().stream();
  }

  /** Writes where nothing is yet, or where the condition holds. */
  Written put(String table, Item item, String condition, Item values) {
    return conditional(
        "write a row",
        () ->
            client.putItem(put ->
                put.tableName(table)
                    .item(item.map())
                    .conditionExpression(condition)
                    .expressionAttributeValues(orNull(values))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)));
  }

  /** Writes, whatever is there. */
  void putOver(String table, Item item) {
    conditional("write a row", () -> client.putItem(put -> put.tableName(table).item(item.map())));
  }

  Written putNew(String table, Item item) {
    return put(table, item, "attribute_not_exists(pk)", Item.values());
  }

  Written update(Update update) {
    return conditional(
        "change a row",
        () ->
            client.updateItem(to ->
                to.tableName(update.tableName())
                    .key(update.key())
                    .updateExpression(update.updateExpression())
                    .conditionExpression(update.conditionExpression())
                    .expressionAttributeNames(
                        update.hasExpressionAttributeNames()
                            ? update.expressionAttributeNames()
                            : null)
                    .expressionAttributeValues(update.expressionAttributeValues())
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)));
  }

  Written delete(String table, Key key, String condition, Item values) {
    return conditional(
        "delete a row",
        () ->
            client.deleteItem(delete ->
                delete
                    .tableName(table)
                    .key(key.map())
                    .conditionExpression(condition)
                    .expressionAttributeValues(values.map())));
  }

  /**
   * All or nothing. Losing against another transaction is tried again here and is never taken for a
   * condition that failed.
   */
  Transacted transact(String what, List<TransactWriteItem> items) {
    return transact(what, items, lost -> {});
  }

  /**
   * The same for who wants to know about each try that lost.
   *
   * @param lost gets the reasons, one for each item
   */
  Transacted transact(
      String what, List<TransactWriteItem> items, Consumer<List<CancellationReason>> lost) {
    return backoff.untilAnswered(what, () -> attempt(what, items, lost));
  }

  private Optional<Transacted> attempt(
      String what, List<TransactWriteItem> items, Consumer<List<CancellationReason>> lost) {
    try {
      AwsCalls.call(
          "DynamoDB: " + what, () -> client.transactWriteItems(all -> all.transactItems(items)));
      return Optional.of(new Transacted.Done());
    } catch (TransactionCanceledException cancelled) {
      List<CancellationReason> reasons = cancelled.cancellationReasons();
      boolean refused = false;
      for (CancellationReason reason : reasons) {
        switch (String.valueOf(reason.code())) {
          case CONFLICT, "ThrottlingError", "ProvisionedThroughputExceeded" -> {
            lost.accept(reasons);
            return Optional.empty();
          }
          case "ConditionalCheckFailed" -> refused = true;
          case "None", "null" -> {}
          default -> throw cancelled;
        }
      }
      if (!refused) {
        throw cancelled;
      }
      return Optional.of(new Transacted.Refused(reasons));
    }
  }

  private Written conditional(String what, Runnable write) {
    return backoff.untilAnswered(
        what,
        () -> {
          try {
            AwsCalls.call(
                "DynamoDB: " + what,
                () -> {
                  write.run();
                  return true;
                });
            return Optional.of(new Written.Done());
          } catch (ConditionalCheckFailedException refused) {
            return Optional.of(new Written.Refused(refused.hasItem() ? refused.item() : Map.of()));
          } catch (TransactionConflictException busy) {
            return Optional.empty();
          }
        });
  }

  /** DynamoDB refuses an empty map. */
  private static @Nullable Map<String, AttributeValue> orNull(Item values) {
    return values.map().isEmpty() ? null : values.map();
  }
}

package dev.cutoff.testkit.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Requests of every kind over few rows, so that they meet. */
final class RandomRequests {
  private final RandomGenerator random;
  private final String table;
  private final Words words;

  RandomRequests(RandomGenerator random, String table) {
    this.random = random;
    this.table = table;
    this.words = new Words(random);
  }

  Function<DynamoDbClient, Object> next() {
    return switch (random.nextInt(10)) {
      case 0 -> get();
      case 1 -> put();
      case 2, 3 -> update();
      case 4 -> delete();
      case 5, 6, 7 -> transaction();
      case 8 -> query();
      default -> index();
    };
  }

  private Function<DynamoDbClient, Object> get() {
    Map<String, AttributeValue> key = key();
    return client -> client.getItem(get -> get.tableName(table).key(key)).item();
  }

  private Function<DynamoDbClient, Object> put() {
    Map<String, AttributeValue> row = words.row(key());
    String condition = words.condition();
    return client ->
        client
            .putItem(put ->
                put.tableName(table)
                    .item(row)
                    .conditionExpression(condition)
                    .expressionAttributeNames(Words.named(condition))
                    .expressionAttributeValues(Words.given(condition))
                    .returnValues(ReturnValue.ALL_OLD)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .attributes();
  }

  private Function<DynamoDbClient, Object> update() {
    Map<String, AttributeValue> key = key();
    String condition = words.condition();
    String change = words.change();
    ReturnValue returned = random.nextBoolean() ? ReturnValue.ALL_NEW : ReturnValue.ALL_OLD;
    return client ->
        client
            .updateItem(update ->
                update
                    .tableName(table)
                    .key(key)
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeNames(Words.named(change + " " + condition))
                    .expressionAttributeValues(Words.given(change + " " + condition))
                    .returnValues(returned))
            .attributes();
  }

  private Function<DynamoDbClient, Object> delete() {
    Map<String, AttributeValue> key = key();
    String condition = words.condition();
    return client ->
        client
            .deleteItem(delete ->
                delete
                    .tableName(table)
                    .key(key)
                    .conditionExpression(condition)
                    .expressionAttributeNames(Words.named(condition))
                    .expressionAttributeValues(Words.given(condition))
                    .returnValues(ReturnValue.ALL_OLD)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .attributes();
  }

  private Function<DynamoDbClient, Object> transaction() {
    List<TransactWriteItem> items = new ArrayList<>();
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      Map<String, AttributeValue> key = key();
      if (!keys.contains(key)) {
        keys.add(key);
        items.add(part(key));
      }
    }
    return client -> client.transactWriteItems(all -> all.transactItems(items)).sdkFields().size();
  }

  private TransactWriteItem part(Map<String, AttributeValue> key) {
    String condition = words.condition();
    ReturnValuesOnConditionCheckFailure returned =
        random.nextBoolean()
            ? ReturnValuesOnConditionCheckFailure.ALL_OLD
            : ReturnValuesOnConditionCheckFailure.NONE;
    return switch (random.nextInt(5)) {
      case 0 ->
          TransactWriteItem.builder()
              .put(
                  Put.builder()
                      .tableName(table)
                      .item(words.row(key))
                      .conditionExpression(condition)
                      .expressionAttributeNames(Words.named(condition))
                      .expressionAttributeValues(Words.given(condition))
                      .returnValuesOnConditionCheckFailure(returned)
                      .build())
              .build();
      case 1 ->
          TransactWriteItem.builder()
              .delete(
                  Delete.builder()
                      .tableName(table)
                      .key(key)
                      .conditionExpression(condition)
                      .expressionAttributeNames(Words.named(condition))
                      .expressionAttributeValues(Words.given(condition))
                      .returnValuesOnConditionCheckFailure(returned)
                      .build())
              .build();
      case 2 ->
          TransactWriteItem.builder()
              .conditionCheck(
                  ConditionCheck.builder()
                      .tableName(table)
                      .key(key)
                      .conditionExpression(condition == null ? "attribute_exists(n)" : condition)
                      .expressionAttributeNames(Words.named(condition))
                      .expressionAttributeValues(Words.given(condition))
                      .returnValuesOnConditionCheckFailure(returned)
                      .build())
              .build();
      default -> {
        String change = words.change();
        yield TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName(table)
                    .key(key)
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeNames(Words.named(change + " " + condition))
                    .expressionAttributeValues(Words.given(change + " " + condition))
                    .returnValuesOnConditionCheckFailure(returned)
                    .build())
            .build();
      }
    };
  }

  private Function<DynamoDbClient, Object> query() {
    List<String> ranges =
        List.of(
            "",
            " AND sk = :low",
            " AND sk < :low",
            " AND sk <= :low",
            " AND sk > :low",
            " AND sk >= :low",
            " AND sk BETWEEN :low AND :text",
            " AND begins_with(sk, :low)");
    String keys = "pk = :pk" + ranges.get(random.nextInt(ranges.size()));
    String filter = random.nextInt(3) == 0 ? words.condition() : null;
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(keys)
            .filterExpression(filter)
            .expressionAttributeNames(Words.named(filter))
            .expressionAttributeValues(Words.given(keys + " " + filter))
            .consistentRead(true)
            .scanIndexForward(random.nextBoolean())
            .limit(random.nextBoolean() ? null : 1 + random.nextInt(3))
            .build();
    return client -> pages(client, query);
  }

  private Function<DynamoDbClient, Object> index() {
    String keys = "task = :low" + (random.nextBoolean() ? " AND taskAt > :low" : "");
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(random.nextBoolean() ? "whole" : "places")
            .keyConditionExpression(keys)
            .expressionAttributeValues(Words.given(keys))
            .scanIndexForward(random.nextBoolean())
            .limit(random.nextBoolean() ? null : 1 + random.nextInt(3))
            .build();
    return client -> pages(client, query);
  }

  private static List<Object> pages(DynamoDbClient client, QueryRequest query) {
    List<Object> pages = new ArrayList<>();
    QueryResponse page = client.query(query);
    pages.add(page.items());
    while (page.hasLastEvaluatedKey() && pages.size() < 50) {
      Map<String, AttributeValue> last = page.lastEvaluatedKey();
      page = client.query(query.toBuilder().exclusiveStartKey(last).build());
      pages.add(page.items());
    }
    // Whether a full page is followed by an empty one is not promised.
    while (!pages.isEmpty() && pages.getLast().equals(List.of())) {
      pages.removeLast();
    }
    return pages;
  }

  private Map<String, AttributeValue> key() {
    return Map.of(
        "pk", Words.text("p" + random.nextInt(2)), "sk", Words.text("s" + random.nextInt(4)));
  }
}

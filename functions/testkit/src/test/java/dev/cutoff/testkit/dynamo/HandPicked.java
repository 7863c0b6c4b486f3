package dev.cutoff.testkit.dynamo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Requests that chance does not make: at the limits, and beyond them. */
final class HandPicked {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", Words.text("p"), "sk", Words.text("s"));
  private static final Map<String, AttributeValue> ONE = Map.of(":one", AttributeValue.fromN("1"));
  private final String table;

  HandPicked(String table) {
    this.table = table;
  }

  Map<String, Function<DynamoDbClient, Object>> all() {
    Map<String, Function<DynamoDbClient, Object>> all = new LinkedHashMap<>();
    all.put("a first row", update("SET n = :one", null, ONE));
    all.put("a part of the key", update("SET pk = :one", null, ONE));
    all.put("a value that is not used", update("SET n = :one", null, Words.given(":one :two")));
    all.put("a value that is not given", update("SET n = :one + :two", null, ONE));
    all.put("a name that is not given", update("SET #n = :one", null, ONE));
    all.put("a name that is reserved", update("SET state = :one", null, ONE));
    all.put("a word that is none", update("SETT n = :one", null, ONE));
    all.put("a function that is none", update("SET n = twice(:one)", null, ONE));
    all.put("a section twice", update("SET n = :one SET x = :one", null, ONE));
    all.put("half a condition", update("SET n = :one", "n = :one AND", ONE));
    all.put("a sign that is none", update("SET n = :one", "n == :one", ONE));
    all.put("an empty condition", update("SET n = :one", " ", ONE));
    all.put("AND before OR", update("SET n = :one", "n = :one OR n <> :one AND n <> :one", ONE));
    all.put("NOT before AND", update("SET n = :one", "NOT n <> :one AND n <> :one", ONE));
    all.put("a value and itself", update("SET n = :one", "n = n", ONE));
    all.put("a lower case and", update("SET n = :one", "n = :one and not n <> :one", ONE));
    all.put(
        "BETWEEN and IN", update("SET n = :one", "n BETWEEN :one AND :one AND n IN (:one)", ONE));
    all.put("a large sum", update("SET n = n + :one", null, number("9223372036854775807")));
    all.put("a fraction", update("SET n = n - :one", null, number("0.5")));
    all.put("a key that lacks a part", c -> c.getItem(g -> g.tableName(table).key(pk())).item());
    all.put("a row without a key", c -> c.putItem(p -> p.tableName(table).item(pk())));
    all.put("a table that is not there", c -> c.getItem(g -> g.tableName("none").key(KEY)));
    all.put("an empty key", c -> c.getItem(g -> g.tableName(table).key(key(""))));
    all.put("a key of 1,024 bytes", c -> c.getItem(g -> g.tableName(table).key(key(1024))).item());
    all.put("a key of 1,025 bytes", c -> c.getItem(g -> g.tableName(table).key(key(1025))).item());
    all.put("a row of 400 KB", put(400 * 1024));
    all.put("a row of 400 KB and a byte", put(400 * 1024 + 1));
    all.put("a row that grew to 400 KB", grow(400 * 1024));
    all.put("a row that grew beyond", grow(400 * 1024 + 1));
    all.put("a transaction of 100", transaction(IntStream.range(0, 100).toArray()));
    all.put("a transaction of 101", transaction(IntStream.range(0, 101).toArray()));
    all.put("a transaction of none", transaction());
    all.put("a row twice in a transaction", transaction(1, 2, 1));
    all.put("a query without its key", query("sk = :low", null));
    all.put("a query by an index", query("task = :low", "whole"));
    all.put("a query by no index", query("task = :low", "none"));
    all.put(
        "a consistent query by an index",
        c ->
            c.query(q ->
                q.tableName(table)
                    .indexName("whole")
                    .consistentRead(true)
                    .keyConditionExpression("task = :low")
                    .expressionAttributeValues(Words.given(":low"))));
    all.put(
        "some attributes",
        c ->
            c.getItem(g ->
                    g.tableName(table)
                        .key(KEY)
                        .projectionExpression("#n, sk")
                        .expressionAttributeNames(Words.named("#n")))
                .item());
    return all;
  }

  private Function<DynamoDbClient, Object> update(
      String change, @Nullable String condition, @Nullable Map<String, AttributeValue> values) {
    return client ->
        client
            .updateItem(update ->
                update
                    .tableName(table)
                    .key(KEY)
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values)
                    .returnValues(ReturnValue.ALL_NEW))
            .attributes();
  }

  private Function<DynamoDbClient, Object> put(int weight) {
    Map<String, AttributeValue> row = new LinkedHashMap<>(key("heavy"));
    row.put("x", Words.text("x".repeat(weight - "pkpskheavyx".length())));
    return client -> client.putItem(put -> put.tableName(table).item(row)).attributes();
  }

  private Function<DynamoDbClient, Object> grow(int weight) {
    AttributeValue filling = Words.text("x".repeat(weight - "pkpskgrownx".length()));
    return client ->
        client
            .updateItem(update ->
                update
                    .tableName(table)
                    .key(key("grown"))
                    .updateExpression("SET x = :x")
                    .expressionAttributeValues(Map.of(":x", filling)))
            .attributes();
  }

  private Function<DynamoDbClient, Object> transaction(int... rows) {
    List<TransactWriteItem> items =
        IntStream.of(rows)
            .mapToObj(row ->
                TransactWriteItem.builder()
                    .update(update ->
                        update
                            .tableName(table)
                            .key(key("t" + row))
                            .updateExpression("SET n = :one")
                            .expressionAttributeValues(ONE))
                    .build())
            .toList();
    return client -> client.transactWriteItems(all -> all.transactItems(items)).sdkFields().size();
  }

  private Function<DynamoDbClient, Object> query(String keys, @Nullable String index) {
    return client ->
        client
            .query(query ->
                query
                    .tableName(table)
                    .indexName(index)
                    .keyConditionExpression(keys)
                    .expressionAttributeValues(Words.given(keys)))
            .items();
  }

  private static Map<String, AttributeValue> number(String value) {
    return Map.of(":one", AttributeValue.fromN(value));
  }

  private static Map<String, AttributeValue> pk() {
    return Map.of("pk", Words.text("p"));
  }

  private static Map<String, AttributeValue> key(String sk) {
    return Map.of("pk", Words.text("p"), "sk", Words.text(sk));
  }

  private static Map<String, AttributeValue> key(int length) {
    return key("k".repeat(length));
  }
}

package dev.cutoff.local.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The same calls, one after another, to DynamoDB Local as it comes and as it is used here: rows on
 * the heap, calls translated directly. Every answer and every refusal must be the same.
 */
final class SameAnswersTest {

  private static final String TABLE = "things";
  private static final CreateTableRequest CREATE =
      Tables.indexed(Tables.table(TABLE, "id", "part"), "by-kind", "kind", "place");
  private static final List<String> CONDITIONS =
      List.of(
          "part = :a",
          "part < :a",
          "part <= :a",
          "part > :a",
          "part >= :a",
          "part BETWEEN :a AND :b",
          "begins_with(part, :a)");

  @Test
  void randomCallsGetTheSameAnswers() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(played(false, seed)).as("seed %s", seed).isEqualTo(played(true, seed));
    }
  }

  private static List<String> played(boolean asItComes, long seed) {
    DataAccess access = asItComes ? new DataAccess() : new HeapAccess();
    LocalDBClient local =
        new LocalDBClient(access, new JobsRegister(Executors.newFixedThreadPool(2), false));
    DynamoDbClient client = new EmbeddedClient(local, () -> {});
    try {
      client.createTable(CREATE);
      // What it throws is translated by us either way: untranslated it is of the former SDK.
      DynamoDbClient asked = asItComes ? new ItsOwn(local.dynamoDbClient()) : client;
      Random random = new Random(seed);
      List<String> told = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Function<DynamoDbClient, Object> call = call(random);
        told.add(i + ": " + told(asked, call));
      }
      return told;
    } finally {
      local.shutdownNow();
      access.awaitClosed();
    }
  }

  private static String told(DynamoDbClient client, Function<DynamoDbClient, Object> call) {
    try {
      return String.valueOf(call.apply(client));
    } catch (TransactionCanceledException cancelled) {
      List<CancellationReason> reasons = cancelled.cancellationReasons();
      return "cancelled " + reasons;
    } catch (ConditionalCheckFailedException refused) {
      return "refused " + refused.item();
    } catch (DynamoDbException wrong) {
      return wrong.getClass().getSimpleName() + " " + wrong.awsErrorDetails().errorMessage();
    }
  }

  private static Function<DynamoDbClient, Object> call(Random random) {
    Map<String, AttributeValue> key = key(random);
    Map<String, AttributeValue> row = row(random);
    Map<String, AttributeValue> other = row(random);
    String condition =
        random.nextBoolean() ? "attribute_not_exists(id)" : "attribute_exists(id) AND n < :n";
    Map<String, AttributeValue> values =
        condition.contains(":n") ? Map.of(":n", AttributeValue.fromN("5")) : Map.of();
    int kind = random.nextInt(9);
    String bound = "p" + random.nextInt(6);
    String upper = "p" + random.nextInt(6);
    String range = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    boolean ascending = random.nextBoolean();
    int limit = 1 + random.nextInt(4);
    return switch (kind) {
      case 0 -> c -> c.getItem(g -> g.tableName(TABLE).key(key)).item();
      case 1 ->
          c ->
              c.putItem(p -> p.tableName(TABLE).item(row).returnValues(ReturnValue.ALL_OLD))
                  .attributes();
      case 2 ->
          c ->
              c.putItem(p ->
                      p.tableName(TABLE)
                          .item(row)
                          .conditionExpression(condition)
                          .expressionAttributeValues(values.isEmpty() ? null : values)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
                  .attributes();
      case 3 ->
          c ->
              c.updateItem(u ->
                      u.tableName(TABLE)
                          .key(key)
                          .updateExpression("SET n = if_not_exists(n, :zero) + :one REMOVE place")
                          .expressionAttributeValues(
                              Map.of(
                                  ":zero", AttributeValue.fromN("0"),
                                  ":one", AttributeValue.fromN("1")))
                          .returnValues(ReturnValue.ALL_NEW))
                  .attributes();
      case 4 ->
          c ->
              c.deleteItem(d -> d.tableName(TABLE).key(key).returnValues(ReturnValue.ALL_OLD))
                  .attributes();
      case 5 ->
          c ->
              c.transactWriteItems(t ->
                      t.transactItems(
                          put(row, condition, values),
                          put(other, "attribute_not_exists(id)", Map.of())))
                  .sdkFields()
                  .size();
      case 6 ->
          c ->
              pages(
                  c,
                  QueryRequest.builder()
                      .tableName(TABLE)
                      .keyConditionExpression("id = :id AND " + range)
                      .expressionAttributeValues(
                          range.contains(":b")
                              ? Map.of(":id", text("i1"), ":a", text(bound), ":b", text(upper))
                              : Map.of(":id", text("i1"), ":a", text(bound)))
                      .scanIndexForward(ascending)
                      .limit(limit)
                      .build());
      case 7 ->
          c ->
              pages(
                  c,
                  QueryRequest.builder()
                      .tableName(TABLE)
                      .indexName("by-kind")
                      .keyConditionExpression("kind = :kind AND place >= :a")
                      .expressionAttributeValues(Map.of(":kind", text("k1"), ":a", text(bound)))
                      .scanIndexForward(ascending)
                      .limit(limit)
                      .build());
      // Refused whatever is there.
      default -> c -> c.getItem(g -> g.tableName(TABLE).key(Map.of("id", text("i1")))).item();
    };
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
    return pages;
  }

  private static TransactWriteItem put(
      Map<String, AttributeValue> row, String condition, Map<String, AttributeValue> values) {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(TABLE)
                .item(row)
                .conditionExpression(condition)
                .expressionAttributeValues(values.isEmpty() ? null : values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }

  private static Map<String, AttributeValue> key(Random random) {
    return Map.of("id", text("i" + random.nextInt(3)), "part", text("p" + random.nextInt(6)));
  }

  /** Of every type; places are unique, as equal ones have no order that is promised. */
  private static Map<String, AttributeValue> row(Random random) {
    Map<String, AttributeValue> row = new LinkedHashMap<>(key(random));
    row.put("kind", text("k" + random.nextInt(2)));
    if (random.nextBoolean()) {
      row.put("place", text("p" + random.nextLong()));
    }
    row.put("n", AttributeValue.fromN(Integer.toString(random.nextInt(12) - 4)));
    row.put("yes", AttributeValue.fromBool(random.nextBoolean()));
    row.put("none", AttributeValue.fromNul(true));
    row.put("bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("täxt" + random.nextInt())));
    row.put("set", AttributeValue.fromSs(List.of("one", "two")));
    row.put("list", AttributeValue.fromL(List.of(text("a"), AttributeValue.fromN("1.5"))));
    row.put("map", AttributeValue.fromM(Map.of("inner", AttributeValue.fromNs(List.of("7")))));
    return row;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}

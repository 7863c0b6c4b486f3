package dev.cutoff.local.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.local.dynamo.LocalDynamo;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class MeteredDynamoTest {
  private static final String TABLE = "orders";

  private final LocalDynamo dynamo = LocalDynamo.inMemory();
  private final Tables tables = new Tables(TABLE, "stock");
  private final Meter meter = new Meter(tables.requests());
  private final DynamoDbClient client =
      new MeteredDynamo(dynamo.client(), meter, "Label", new Clock());

  @BeforeEach
  void open() {
    dynamo.ensure(tables.requests());
  }

  @AfterEach
  void close() {
    dynamo.close();
  }

  @Test
  void aPutOverALargerItemCostsTheLargerOne() {
    put("body", "x".repeat(3000));
    put("body", "x");
    assertThat(written("order")).isEqualTo(3 + 3);
  }

  @Test
  void anUpdateOfOneAttributeCostsTheWholeItem() {
    put("body", "x".repeat(3000));
    client.updateItem(update ->
        update
            .tableName(TABLE)
            .key(key())
            .updateExpression("SET note = :n")
            .expressionAttributeValues(Map.of(":n", AttributeValue.fromS("short"))));
    assertThat(written("order")).isEqualTo(3 + 3);
  }

  @Test
  void aRefusedPutCostsTheLargerOfWhatIsThereAndWhatWasToBe() {
    put("body", "x");
    assertThatThrownBy(() ->
            client.putItem(put ->
                put.tableName(TABLE)
                    .item(item("body", "x".repeat(2000)))
                    .conditionExpression("attribute_not_exists(pk)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(written("order")).isEqualTo(1 + 2);
  }

  @Test
  void aTransactionCostsTwiceAndItsIndexesOnce() {
    client.transactWriteItems(transact ->
        transact.transactItems(insert(item("state", "held", "created", "1", "storeId", "a"))));
    assertThat(written("order")).isEqualTo(2);
    assertThat(written("order, byState")).isEqualTo(1);
    assertThat(written("order, byStore")).isEqualTo(1);
  }

  @Test
  void aRefusedTransactionCostsTwiceAndWritesNoIndex() {
    put("body", "x");
    assertThatThrownBy(() ->
            client.transactWriteItems(
                transact -> transact.transactItems(insert(item("state", "a", "created", "1")))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(written("order")).isEqualTo(1 + 2);
    assertThat(written("order, byState")).isZero();
  }

  @Test
  void aReadOfNothingCostsAUnitAndHalfAUnitWhereItMayLag() {
    client.getItem(get -> get.tableName(TABLE).key(key()).consistentRead(true));
    client.getItem(get -> get.tableName(TABLE).key(key()));
    assertThat(meter.usage().of(Use.READ_UNITS, "Label")).isEqualTo(1.5);
  }

  @Test
  void aQueryRoundsTheSumOfItsItems() {
    for (int i = 0; i < 5; i++) {
      int number = i;
      client.putItem(put ->
          put.tableName(TABLE)
              .item(
                  Map.of(
                      "pk", AttributeValue.fromS("O#1"),
                      "sk", AttributeValue.fromS("TL#" + number),
                      "body", AttributeValue.fromS("x".repeat(1000)))));
    }
    client.query(query ->
        query
            .tableName(TABLE)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS("O#1"), ":sk", AttributeValue.fromS("TL#"))));
    assertThat(meter.usage().byFunction(Use.READ_UNITS).get("Label"))
        .isEqualTo(Map.of("timeline", 2.0));
  }

  @Test
  void whatAFilterDropsWasReadAllTheSame() {
    put("body", "x".repeat(9000));
    client.query(query ->
        query
            .tableName(TABLE)
            .consistentRead(true)
            .keyConditionExpression("pk = :pk")
            .filterExpression("sk2 = :none")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS("O#1"), ":none", AttributeValue.fromS("x"))));
    assertThat(meter.usage().total(Use.READ_UNITS)).isEqualTo(3);
  }

  @Test
  void aRequestWithoutARuleIsRefused() {
    assertThatThrownBy(() -> client.scan(scan -> scan.tableName(TABLE).projectionExpression("pk")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> client.listTables(list -> {}))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aScanRoundsTheSumOfItsPage() {
    put("body", "x".repeat(5_000));
    double before = meter.usage().total(Use.READ_UNITS);
    client.scan(scan -> scan.tableName(TABLE).consistentRead(true));
    assertThat(meter.usage().total(Use.READ_UNITS) - before).isEqualTo(2);
  }

  private double written(String what) {
    return meter.usage().on(Use.WRITE_UNITS, what);
  }

  private void put(String name, String value) {
    client.putItem(put -> put.tableName(TABLE).item(item(name, value)));
  }

  private static TransactWriteItem insert(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(pk)"))
        .build();
  }

  private static Map<String, AttributeValue> key() {
    return Map.of("pk", AttributeValue.fromS("O#1"), "sk", AttributeValue.fromS("ORDER"));
  }

  private static Map<String, AttributeValue> item(String... namesAndValues) {
    Map<String, AttributeValue> item = new HashMap<>(key());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
    }
    return item;
  }
}

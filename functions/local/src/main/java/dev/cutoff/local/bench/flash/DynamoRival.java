package dev.cutoff.local.bench.flash;

import dev.cutoff.local.dynamo.LocalDynamo;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What the two rivals on DynamoDB Local share: a stock row, and a row for each order that got
 * units.
 */
abstract class DynamoRival implements Rival {
  static final String STOCK = "stock";
  static final String SALES = "sales";

  private final LocalDynamo local =
      LocalDynamo.inMemory().ensure(List.of(table(STOCK), table(SALES)));

  private final DynamoDbClient far = Distance.to(local.client());

  DynamoDbClient client() {
    return far;
  }

  @Override
  public void open(long units) {
    put(units, 1);
  }

  void put(long units, long version) {
    Map<String, AttributeValue> row = row(units, version);
    client().putItem(put -> put.tableName(STOCK).item(row));
  }

  static Map<String, AttributeValue> row(long units, long version) {
    return Map.of(
        "id",
        AttributeValue.fromS(FlashGoods.SKU),
        "available",
        number(units),
        "version",
        number(version));
  }

  static Map<String, AttributeValue> sale(String orderId, long units) {
    return Map.of("id", AttributeValue.fromS(orderId), "units", number(units));
  }

  Map<String, AttributeValue> read() {
    return client()
        .getItem(get ->
            get.tableName(STOCK)
                .key(Map.of("id", AttributeValue.fromS(FlashGoods.SKU)))
                .consistentRead(true))
        .item();
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static long number(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    if (value == null) {
      throw new IllegalStateException("a row without " + name);
    }
    return Long.parseLong(value.n());
  }

  @Override
  public Books books() {
    long recorded =
        local.client().scanPaginator(scan -> scan.tableName(SALES)).items().stream()
            .mapToLong(row -> number(row, "units"))
            .sum();
    return new Books(number(read(), "available"), recorded);
  }

  @Override
  public void close() {
    local.close();
  }

  private static CreateTableRequest table(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            AttributeDefinition.builder()
                .attributeName("id")
                .attributeType(ScalarAttributeType.S)
                .build())
        .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
        .build();
  }
}

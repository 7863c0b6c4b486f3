package dev.cutoff.adapter.dynamodb;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The two tables. The indexes of {@code orders} hold keys alone, and rows that need no index write
 * cost none:
 *
 * <ul>
 *   <li>{@code byState} (state, created): two writes where an order's state changes, the states
 *       that the state machine passes through in seconds taken as one;
 *   <li>{@code byStore} (storeId, created): one write in an order's life;
 *   <li>{@code lookup} (look, created): external id and e-mail, one write each in an order's life;
 *   <li>{@code work} (work, workAt): what somebody still has to do: unfinished orders (written anew
 *       once in ten minutes of changes at most), the inbox, the exception queue. Sparse.
 * </ul>
 *
 * @param orders name of the table of everything but stock
 * @param stock name of the table of stock rows, reservations and counts
 */
public record Tables(String orders, String stock) {
  static final String BY_STATE = "byState";
  static final String BY_STORE = "byStore";
  static final String LOOKUP = "lookup";
  static final String WORK = "work";

  /** How both are made, for DynamoDB Local; the template says the same. */
  public List<CreateTableRequest> requests() {
    CreateTableRequest ordersTable =
        base(orders)
            .attributeDefinitions(
                text("pk"),
                text("sk"),
                text("state"),
                text("storeId"),
                text("look"),
                text("created"),
                text("work"),
                text("workAt"))
            .globalSecondaryIndexes(
                index(BY_STATE, "state", "created", "storeId"),
                index(BY_STORE, "storeId", "created"),
                index(LOOKUP, "look", "created", "orderId"),
                index(WORK, "work", "workAt", "owner", "reason"))
            .build();
    CreateTableRequest stockTable =
        base(stock).attributeDefinitions(text("pk"), text("sk")).build();
    return List.of(ordersTable, stockTable);
  }

  private static CreateTableRequest.Builder base(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE));
  }

  private static GlobalSecondaryIndex index(
      String name, String hash, String range, String... alsoHolds) {
    Projection projection =
        alsoHolds.length == 0
            ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()
            : Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(alsoHolds)
                .build();
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(hash, KeyType.HASH), key(range, KeyType.RANGE))
        .projection(projection)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}

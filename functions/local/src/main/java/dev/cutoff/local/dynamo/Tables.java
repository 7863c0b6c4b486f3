package dev.cutoff.local.dynamo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables whose keys are all text, paid by request. */
public final class Tables {

  private Tables() {}

  public static CreateTableRequest table(String name, String hash, @Nullable String range) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attributes(hash, range))
        .keySchema(keys(hash, range))
        .build();
  }

  /** The table with one more index, over whole items. */
  public static CreateTableRequest indexed(
      CreateTableRequest table, String index, String hash, String range) {
    List<AttributeDefinition> attributes = new ArrayList<>(table.attributeDefinitions());
    attributes.addAll(attributes(hash, range));
    return table.toBuilder()
        .attributeDefinitions(attributes.stream().distinct().toList())
        .globalSecondaryIndexes(
            List.of(
                GlobalSecondaryIndex.builder()
                    .indexName(index)
                    .keySchema(keys(hash, range))
                    .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
                    .build()))
        .build();
  }

  private static List<AttributeDefinition> attributes(String hash, @Nullable String range) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    attributes.add(attribute(hash));
    if (range != null) {
      attributes.add(attribute(range));
    }
    return attributes;
  }

  private static List<KeySchemaElement> keys(String hash, @Nullable String range) {
    List<KeySchemaElement> keys = new ArrayList<>();
    keys.add(KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build());
    if (range != null) {
      keys.add(KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
    }
    return keys;
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}

package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class EmbeddedDynamoTest {
  private static final int THREADS = 8;

  private final DynamoDbClient client;
  private final String table = EmbeddedDynamo.unusedName("things");

  EmbeddedDynamoTest(EmbeddedDynamo dynamo) {
    client = dynamo.client();
    dynamo.create(
        List.of(
            CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                .build()));
    IntStream.range(0, THREADS).forEach(n -> client.putItem(to -> to.tableName(table).item(id(n))));
  }

  @Test
  void of_writes_that_fail_in_one_instant_each_is_told_its_own_row() throws Exception {
    Together.run(
        THREADS,
        number -> {
          for (int time = 0; time < 100; time++) {
            assertThat(rowOfFailedTransaction(number)).isEqualTo(id(number));
            assertThat(rowOfFailedPut(number)).isEqualTo(id(number));
          }
          return number;
        });
  }

  private Map<String, AttributeValue> rowOfFailedTransaction(int number) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(id(number))
            .conditionExpression("attribute_not_exists(id)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      client.transactWriteItems(
          all -> all.transactItems(TransactWriteItem.builder().put(put).build()));
      return Map.of();
    } catch (TransactionCanceledException cancelled) {
      return cancelled.cancellationReasons().getFirst().item();
    }
  }

  private Map<String, AttributeValue> rowOfFailedPut(int number) {
    try {
      client.putItem(put ->
          put.tableName(table)
              .item(id(number))
              .conditionExpression("attribute_not_exists(id)")
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Map.of();
    } catch (ConditionalCheckFailedException refused) {
      return refused.item();
    }
  }

  private static Map<String, AttributeValue> id(int number) {
    return Map.of("id", AttributeValue.fromS("thing-" + number));
  }
}

package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.model.ConditionCheck;
import com.amazonaws.services.dynamodbv2.model.Delete;
import com.amazonaws.services.dynamodbv2.model.Put;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.Update;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Requests of today's SDK as those of the former one; null where one asks for something that is
 * seldom asked for, and left to DynamoDB Local's own translation.
 */
final class Requests {

  private Requests() {}

  static com.amazonaws.services.dynamodbv2.model.@Nullable GetItemRequest of(GetItemRequest r) {
    if (r.hasAttributesToGet() || r.returnConsumedCapacityAsString() != null) {
      return null;
    }
    return new com.amazonaws.services.dynamodbv2.model.GetItemRequest()
        .withTableName(r.tableName())
        .withKey(Values.former(r.hasKey(), r.key()))
        .withConsistentRead(r.consistentRead())
        .withProjectionExpression(r.projectionExpression())
        .withExpressionAttributeNames(
            names(r.hasExpressionAttributeNames(), r.expressionAttributeNames()));
  }

  static com.amazonaws.services.dynamodbv2.model.@Nullable PutItemRequest of(PutItemRequest r) {
    if (r.hasExpected()
        || r.conditionalOperatorAsString() != null
        || r.returnConsumedCapacityAsString() != null
        || r.returnItemCollectionMetricsAsString() != null) {
      return null;
    }
    return new com.amazonaws.services.dynamodbv2.model.PutItemRequest()
        .withTableName(r.tableName())
        .withItem(Values.former(r.hasItem(), r.item()))
        .withReturnValues(r.returnValuesAsString())
        .withConditionExpression(r.conditionExpression())
        .withExpressionAttributeNames(
            names(r.hasExpressionAttributeNames(), r.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(r.hasExpressionAttributeValues(), r.expressionAttributeValues()))
        .withReturnValuesOnConditionCheckFailure(r.returnValuesOnConditionCheckFailureAsString());
  }

  static com.amazonaws.services.dynamodbv2.model.@Nullable UpdateItemRequest of(
      UpdateItemRequest r) {
    if (r.hasExpected()
        || r.hasAttributeUpdates()
        || r.conditionalOperatorAsString() != null
        || r.returnConsumedCapacityAsString() != null
        || r.returnItemCollectionMetricsAsString() != null) {
      return null;
    }
    return new com.amazonaws.services.dynamodbv2.model.UpdateItemRequest()
        .withTableName(r.tableName())
        .withKey(Values.former(r.hasKey(), r.key()))
        .withUpdateExpression(r.updateExpression())
        .withReturnValues(r.returnValuesAsString())
        .withConditionExpression(r.conditionExpression())
        .withExpressionAttributeNames(
            names(r.hasExpressionAttributeNames(), r.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(r.hasExpressionAttributeValues(), r.expressionAttributeValues()))
        .withReturnValuesOnConditionCheckFailure(r.returnValuesOnConditionCheckFailureAsString());
  }

  static com.amazonaws.services.dynamodbv2.model.@Nullable DeleteItemRequest of(
      DeleteItemRequest r) {
    if (r.hasExpected()
        || r.conditionalOperatorAsString() != null
        || r.returnConsumedCapacityAsString() != null
        || r.returnItemCollectionMetricsAsString() != null) {
      return null;
    }
    return new com.amazonaws.services.dynamodbv2.model.DeleteItemRequest()
        .withTableName(r.tableName())
        .withKey(Values.former(r.hasKey(), r.key()))
        .withReturnValues(r.returnValuesAsString())
        .withConditionExpression(r.conditionExpression())
        .withExpressionAttributeNames(
            names(r.hasExpressionAttributeNames(), r.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(r.hasExpressionAttributeValues(), r.expressionAttributeValues()))
        .withReturnValuesOnConditionCheckFailure(r.returnValuesOnConditionCheckFailureAsString());
  }

  static com.amazonaws.services.dynamodbv2.model.@Nullable QueryRequest of(QueryRequest r) {
    if (r.hasKeyConditions()
        || r.hasQueryFilter()
        || r.hasAttributesToGet()
        || r.conditionalOperatorAsString() != null
        || r.returnConsumedCapacityAsString() != null) {
      return null;
    }
    return new com.amazonaws.services.dynamodbv2.model.QueryRequest()
        .withTableName(r.tableName())
        .withIndexName(r.indexName())
        .withSelect(r.selectAsString())
        .withLimit(r.limit())
        .withConsistentRead(r.consistentRead())
        .withScanIndexForward(r.scanIndexForward())
        .withExclusiveStartKey(Values.former(r.hasExclusiveStartKey(), r.exclusiveStartKey()))
        .withKeyConditionExpression(r.keyConditionExpression())
        .withFilterExpression(r.filterExpression())
        .withProjectionExpression(r.projectionExpression())
        .withExpressionAttributeNames(
            names(r.hasExpressionAttributeNames(), r.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(r.hasExpressionAttributeValues(), r.expressionAttributeValues()));
  }

  static com.amazonaws.services.dynamodbv2.model.@Nullable TransactWriteItemsRequest of(
      TransactWriteItemsRequest r) {
    if (!r.hasTransactItems()
        || r.returnConsumedCapacityAsString() != null
        || r.returnItemCollectionMetricsAsString() != null) {
      return null;
    }
    return new com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest()
        .withTransactItems(r.transactItems().stream().map(Requests::of).toList())
        .withClientRequestToken(r.clientRequestToken());
  }

  private static TransactWriteItem of(
      software.amazon.awssdk.services.dynamodb.model.TransactWriteItem item) {
    TransactWriteItem former = new TransactWriteItem();
    if (item.conditionCheck() != null) {
      former.setConditionCheck(of(item.conditionCheck()));
    }
    if (item.put() != null) {
      former.setPut(of(item.put()));
    }
    if (item.update() != null) {
      former.setUpdate(of(item.update()));
    }
    if (item.delete() != null) {
      former.setDelete(of(item.delete()));
    }
    return former;
  }

  private static ConditionCheck of(
      software.amazon.awssdk.services.dynamodb.model.ConditionCheck c) {
    return new ConditionCheck()
        .withTableName(c.tableName())
        .withKey(Values.former(c.hasKey(), c.key()))
        .withConditionExpression(c.conditionExpression())
        .withExpressionAttributeNames(
            names(c.hasExpressionAttributeNames(), c.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(c.hasExpressionAttributeValues(), c.expressionAttributeValues()))
        .withReturnValuesOnConditionCheckFailure(c.returnValuesOnConditionCheckFailureAsString());
  }

  private static Put of(software.amazon.awssdk.services.dynamodb.model.Put p) {
    return new Put()
        .withTableName(p.tableName())
        .withItem(Values.former(p.hasItem(), p.item()))
        .withConditionExpression(p.conditionExpression())
        .withExpressionAttributeNames(
            names(p.hasExpressionAttributeNames(), p.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(p.hasExpressionAttributeValues(), p.expressionAttributeValues()))
        .withReturnValuesOnConditionCheckFailure(p.returnValuesOnConditionCheckFailureAsString());
  }

  private static Update of(software.amazon.awssdk.services.dynamodb.model.Update u) {
    return new Update()
        .withTableName(u.tableName())
        .withKey(Values.former(u.hasKey(), u.key()))
        .withUpdateExpression(u.updateExpression())
        .withConditionExpression(u.conditionExpression())
        .withExpressionAttributeNames(
            names(u.hasExpressionAttributeNames(), u.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(u.hasExpressionAttributeValues(), u.expressionAttributeValues()))
        .withReturnValuesOnConditionCheckFailure(u.returnValuesOnConditionCheckFailureAsString());
  }

  private static Delete of(software.amazon.awssdk.services.dynamodb.model.Delete d) {
    return new Delete()
        .withTableName(d.tableName())
        .withKey(Values.former(d.hasKey(), d.key()))
        .withConditionExpression(d.conditionExpression())
        .withExpressionAttributeNames(
            names(d.hasExpressionAttributeNames(), d.expressionAttributeNames()))
        .withExpressionAttributeValues(
            Values.former(d.hasExpressionAttributeValues(), d.expressionAttributeValues()))
        .withReturnValuesOnConditionCheckFailure(d.returnValuesOnConditionCheckFailureAsString());
  }

  private static @Nullable Map<String, String> names(boolean there, Map<String, String> names) {
    return there ? names : null;
  }
}

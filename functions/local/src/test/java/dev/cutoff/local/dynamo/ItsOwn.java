package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** DynamoDB Local's own client, with its errors as those of the SDK. */
record ItsOwn(DynamoDbClient own) implements DynamoDbClient {

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return asked(() -> own.getItem(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return asked(() -> own.putItem(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return asked(() -> own.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return asked(() -> own.deleteItem(request));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return asked(() -> own.query(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return asked(() -> own.transactWriteItems(request));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (DynamoDBLocalServiceException refused) {
      throw Refusals.of(refused);
    }
  }
}

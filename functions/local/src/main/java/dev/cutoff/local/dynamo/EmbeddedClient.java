package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.model.QueryResult;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Today's SDK over DynamoDB Local, which is made of the former one. Its own translation goes over
 * JSON four times for each request and four for each answer, which is most of the time of a call;
 * here the common calls are translated directly, and the others left to it.
 */
final class EmbeddedClient implements DynamoDbClient {

  private final AmazonDynamoDB direct;
  private final DynamoDbClient own;
  private final Runnable afterWrite;

  /**
   * A client.
   *
   * @param afterWrite run before each write is answered
   */
  EmbeddedClient(LocalDBClient local, Runnable afterWrite) {
    this.direct = local.amazonDynamoDB();
    this.own = local.dynamoDbClient();
    this.afterWrite = afterWrite;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var former = Requests.of(request);
    return asked(() ->
        former == null
            ? own.getItem(request)
            : GetItemResponse.builder()
                .item(Values.today(direct.getItem(former).getItem()))
                .build());
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    var former = Requests.of(request);
    return written(() ->
        former == null
            ? own.putItem(request)
            : PutItemResponse.builder()
                .attributes(Values.today(direct.putItem(former).getAttributes()))
                .build());
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var former = Requests.of(request);
    return written(() ->
        former == null
            ? own.updateItem(request)
            : UpdateItemResponse.builder()
                .attributes(Values.today(direct.updateItem(former).getAttributes()))
                .build());
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    var former = Requests.of(request);
    return written(() ->
        former == null
            ? own.deleteItem(request)
            : DeleteItemResponse.builder()
                .attributes(Values.today(direct.deleteItem(former).getAttributes()))
                .build());
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var former = Requests.of(request);
    return asked(() -> former == null ? own.query(request) : answer(direct.query(former)));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var former = Requests.of(request);
    return written(() -> {
      if (former == null) {
        return own.transactWriteItems(request);
      }
      direct.transactWriteItems(former);
      return TransactWriteItemsResponse.builder().build();
    });
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return written(() -> own.batchWriteItem(request));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return asked(() -> own.batchGetItem(request));
  }

  @Override
  public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
    return asked(() -> own.transactGetItems(request));
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return asked(() -> own.scan(request));
  }

  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    return written(() -> own.createTable(request));
  }

  @Override
  public DeleteTableResponse deleteTable(DeleteTableRequest request) {
    return written(() -> own.deleteTable(request));
  }

  @Override
  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    return asked(() -> own.describeTable(request));
  }

  @Override
  public ListTablesResponse listTables(ListTablesRequest request) {
    return asked(() -> own.listTables(request));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private static QueryResponse answer(QueryResult result) {
    return QueryResponse.builder()
        .items(result.getItems() == null ? null : Values.today(result.getItems()))
        .count(result.getCount())
        .scannedCount(result.getScannedCount())
        .lastEvaluatedKey(Values.today(result.getLastEvaluatedKey()))
        .build();
  }

  // Refused or not: a refusal, too, may speak of what another has written this instant.
  private <T> T written(Supplier<T> call) {
    try {
      return asked(call);
    } finally {
      afterWrite.run();
    }
  }

  private static <T> T asked(Supplier<T> call) {
    try {
      return call.get();
    } catch (DynamoDBLocalServiceException refused) {
      throw Refusals.of(refused);
    }
  }
}

package dev.cutoff.testkit.dynamo;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
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
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB on the heap, without the hundred microseconds that DynamoDB Local takes: the requests
 * and expressions that adapters use, answered and refused in the same words. A contract test holds
 * it to DynamoDB Local. It does not know what costs how much, and never has a conflict of its own:
 * {@link #through} is where those come in.
 */
public final class InMemoryDynamo implements DynamoDbClient {
  private final MemoryTables tables;
  private final Seam seam;

  /** Makes one without tables. */
  public InMemoryDynamo() {
    this(new MemoryTables(), Seam.none());
  }

  private InMemoryDynamo(MemoryTables tables, Seam seam) {
    this.tables = tables;
    this.seam = seam;
  }

  /** One with these tables, all empty. */
  public static InMemoryDynamo with(List<CreateTableRequest> requests) {
    InMemoryDynamo dynamo = new InMemoryDynamo();
    requests.forEach(dynamo::createTable);
    return dynamo;
  }

  /** Another client of the same tables, whose requests all pass there. */
  public InMemoryDynamo through(Seam between) {
    return new InMemoryDynamo(tables, between);
  }

  /** Takes all rows away and leaves the tables. */
  public void clear() {
    tables.clear();
  }

  /** What the loser of two transactions is told: a conflict over one of its items. */
  public static TransactionCanceledException conflict(
      TransactWriteItemsRequest request, int loser) {
    List<CancellationReason> reasons =
        IntStream.range(0, request.transactItems().size())
            .mapToObj(item -> item == loser ? Refused.conflict() : Refused.none())
            .toList();
    return Refused.cancelled(reasons);
  }

  static UnsupportedOperationException former(String what) {
    return new UnsupportedOperationException("not in memory: " + what);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return seam.pass(request, tables::get);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return seam.pass(request, tables::batchGet);
  }

  @Override
  public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
    return seam.pass(request, tables::transactGet);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return seam.pass(request, tables::query);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return seam.pass(request, tables::scan);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return seam.pass(request, tables::put);
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return seam.pass(request, tables::update);
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return seam.pass(request, tables::delete);
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return seam.pass(request, tables::batchWrite);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return seam.pass(request, tables::transact);
  }

  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    return seam.pass(request, tables::create);
  }

  @Override
  public DeleteTableResponse deleteTable(DeleteTableRequest request) {
    return seam.pass(request, tables::drop);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}

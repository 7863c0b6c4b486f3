package dev.cutoff.local.limits;

import dev.cutoff.local.meter.Capacity;
import dev.cutoff.local.meter.ItemSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A client that answers as fast as DynamoDB would and refuses what DynamoDB would refuse, in
 * virtual time: write units a partition, and transactions on one item that never overlap. Failed
 * conditions and conflicts cost what the write would have. Reads cost time alone, and tables
 * without indexes are all it knows.
 */
public final class LimitedDynamo implements DynamoDbClient {
  private static final String CONFLICT = "TransactionConflict";
  private static final String THROTTLED = "ThrottlingError";

  private final DynamoDbClient client;
  private final VirtualTime time;
  private final Limits limits;
  private final Map<Integer, Partition> partitions = new HashMap<>();
  private final Map<Row, Long> sizes = new HashMap<>();
  private final Set<Row> inWork = new HashSet<>();
  private Spent spent = Spent.NOTHING;

  /** Over the client that keeps the rows, which takes no time of its own. */
  public LimitedDynamo(DynamoDbClient client, VirtualTime time, Limits limits) {
    this.client = client;
    this.time = time;
    this.limits = limits;
  }

  private record Row(String table, Map<String, AttributeValue> key) {
    static Row of(String table, Map<String, AttributeValue> item) {
      return new Row(table, Map.of("pk", value(item, "pk"), "sk", value(item, "sk")));
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
      AttributeValue value = item.get(name);
      if (value == null) {
        throw new IllegalArgumentException("a row has pk and sk: " + item.keySet());
      }
      return value;
    }

    static Row of(TransactWriteItem item) {
      if (item.put() != null) {
        return of(item.put().tableName(), item.put().item());
      }
      if (item.update() != null) {
        return of(item.update().tableName(), item.update().key());
      }
      if (item.delete() != null) {
        return of(item.delete().tableName(), item.delete().key());
      }
      return of(item.conditionCheck().tableName(), item.conditionCheck().key());
    }
  }

  public Spent spent() {
    return spent;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    time.sleep(limits.other());
    return client.getItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    time.sleep(limits.other());
    return client.query(request);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return single(Row.of(request.tableName(), request.item()), () -> client.putItem(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return single(Row.of(request.tableName(), request.key()), () -> client.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return single(Row.of(request.tableName(), request.key()), () -> client.deleteItem(request));
  }

  private <T> T single(Row row, Supplier<T> write) {
    time.sleep(limits.other());
    if (inWork.contains(row)) {
      spend(row, Capacity.write(size(row), 0));
      spent = spent.conflict();
      throw TransactionConflictException.builder()
          .message("a transaction is working on it")
          .statusCode(400)
          .build();
    }
    if (!partition(row).open(time.passed().toNanos())) {
      spent = spent.throttle();
      throw ProvisionedThroughputExceededException.builder()
          .message("the partition has no write units left")
          .statusCode(400)
          .build();
    }
    long before = size(row);
    try {
      T answer = write.get();
      spend(row, Capacity.write(before, look(row)));
      return answer;
    } catch (ConditionalCheckFailedException refused) {
      spend(row, Capacity.write(before, 0));
      throw refused;
    }
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    List<Row> rows = request.transactItems().stream().map(Row::of).toList();
    long now = time.passed().toNanos();
    if (rows.stream().anyMatch(inWork::contains)) {
      spent = spent.conflict();
      refused(request, rows);
      throw refusal(rows.stream().map(row -> inWork.contains(row) ? CONFLICT : "").toList());
    }
    List<String> dry = rows.stream().map(row -> partition(row).open(now) ? "" : THROTTLED).toList();
    if (dry.contains(THROTTLED)) {
      spent = spent.throttle();
      throw refusal(dry);
    }
    inWork.addAll(rows);
    try {
      time.sleep(limits.transaction());
      List<Long> before = rows.stream().map(this::size).toList();
      return done(request, rows, before);
    } finally {
      rows.forEach(inWork::remove);
    }
  }

  private TransactWriteItemsResponse done(
      TransactWriteItemsRequest request, List<Row> rows, List<Long> before) {
    try {
      TransactWriteItemsResponse answer = client.transactWriteItems(request);
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        spend(row, Capacity.transactionalWrite(before.get(i), look(row)));
      }
      spent = spent.done();
      return answer;
    } catch (TransactionCanceledException refused) {
      refused(request, rows);
      spent = spent.conditionFailed();
      throw refused;
    }
  }

  /** What is refused costs as what was to be written, or as what is there. */
  private void refused(TransactWriteItemsRequest request, List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Put put = request.transactItems().get(i).put();
      long wanted = put == null ? 0 : ItemSize.bytes(put.item());
      spend(rows.get(i), Capacity.transactionalWrite(size(rows.get(i)), wanted));
    }
  }

  private TransactionCanceledException refusal(List<String> codes) {
    time.sleep(limits.other());
    List<CancellationReason> reasons = new ArrayList<>();
    for (String code : codes) {
      reasons.add(CancellationReason.builder().code(code.isEmpty() ? "None" : code).build());
    }
    return TransactionCanceledException.builder()
        .message("Transaction cancelled, please refer cancellation reasons for specific reasons")
        .cancellationReasons(reasons)
        .statusCode(400)
        .build();
  }

  private void spend(Row row, long price) {
    partition(row).spend(price);
    spent = spent.units(price);
  }

  private Partition partition(Row row) {
    int number = Math.floorMod((row.table() + row.key().get("pk")).hashCode(), limits.partitions());
    return partitions.computeIfAbsent(number, first -> new Partition(limits));
  }

  /** As far as it is known; rows that only others wrote are looked at. */
  private long size(Row row) {
    Long known = sizes.get(row);
    return known == null ? look(row) : known;
  }

  private long look(Row row) {
    long size =
        ItemSize.bytes(
            client
                .getItem(get -> get.tableName(row.table()).key(row.key()).consistentRead(true))
                .item());
    sizes.put(row, size);
    return size;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}

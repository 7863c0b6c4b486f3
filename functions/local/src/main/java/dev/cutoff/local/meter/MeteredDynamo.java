package dev.cutoff.local.meter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Counts units by the sizes of items before and after, which it reads for itself. A request that it
 * has no rule for is refused by the interface's own default, never passed on uncounted.
 */
final class MeteredDynamo implements DynamoDbClient {
  private static final String SERVICE_PREFIX = "DynamoDb.";

  private final DynamoDbClient client;
  private final Meter meter;
  private final String function;
  private final Clock clock;

  MeteredDynamo(DynamoDbClient client, Meter meter, String function, Clock clock) {
    this.client = client;
    this.meter = meter;
    this.function = function;
    this.clock = clock;
  }

  /** An item that is about to be written, as far as it is known without writing it. */
  private record Target(
      MeteredTable table,
      Map<String, AttributeValue> key,
      Map<String, AttributeValue> before,
      @Nullable Map<String, AttributeValue> put) {
    /** What a refused write costs: the larger of what is there and what was to be. */
    long refused() {
      return put == null ? ItemSize.bytes(before) : Math.max(bytes(before), bytes(put));
    }

    private static long bytes(Map<String, AttributeValue> item) {
      return ItemSize.bytes(item);
    }
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return counted(
        "read",
        () -> {
          GetItemResponse response = client.getItem(request);
          Map<String, AttributeValue> item =
              request.projectionExpression() == null
                  ? response.item()
                  : look(table(request.tableName()), request.key());
          read(RowKind.of(request.key()), ItemSize.bytes(item), isTrue(request.consistentRead()));
          return response;
        });
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return counted(
        "read",
        () -> {
          BatchGetItemResponse response = client.batchGetItem(request);
          request.requestItems().forEach((name, wanted) -> each(table(name), wanted));
          return response;
        });
  }

  /** Each item of a batch is rounded alone, and one that is not there costs as a small one. */
  private void each(MeteredTable table, KeysAndAttributes wanted) {
    for (Map<String, AttributeValue> key : wanted.keys()) {
      long bytes = ItemSize.bytes(look(table, key));
      read(RowKind.of(key), bytes, isTrue(wanted.consistentRead()));
    }
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    if (request.projectionExpression() != null) {
      throw new UnsupportedOperationException("the meter has no rule for a query's projection");
    }
    return counted(
        "read",
        () -> {
          QueryResponse response = client.query(request);
          // What a filter drops was read all the same.
          QueryResponse all =
              request.filterExpression() == null ? response : client.query(unfiltered(request));
          long bytes = all.items().stream().mapToLong(ItemSize::bytes).sum();
          String what =
              request.indexName() == null
                  ? RowKind.asked(request.expressionAttributeValues().values())
                  : request.indexName();
          read(what, bytes, isTrue(request.consistentRead()));
          return response;
        });
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    if (request.filterExpression() != null || request.projectionExpression() != null) {
      throw new UnsupportedOperationException("the meter has no rule for a part of a scan");
    }
    return counted(
        "read",
        () -> {
          ScanResponse response = client.scan(request);
          long bytes = response.items().stream().mapToLong(ItemSize::bytes).sum();
          read("scan", bytes, isTrue(request.consistentRead()));
          return response;
        });
  }

  /** DynamoDB refuses values that no expression uses, so the filter stays, as one that is true. */
  private static QueryRequest unfiltered(QueryRequest request) {
    String filter = request.filterExpression();
    return request.toBuilder()
        .filterExpression("(%s) OR NOT (%s)".formatted(filter, filter))
        .build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    MeteredTable table = table(request.tableName());
    return single(
        table, table.keyOf(request.item()), request.item(), () -> client.putItem(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return single(
        table(request.tableName()), request.key(), null, () -> client.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return single(
        table(request.tableName()), request.key(), null, () -> client.deleteItem(request));
  }

  private <T> T single(
      MeteredTable table,
      Map<String, AttributeValue> key,
      @Nullable Map<String, AttributeValue> put,
      Callable<T> write) {
    return counted(
        "write",
        () -> {
          Target target = new Target(table, key, look(table, key), put);
          try {
            T response = write.call();
            Map<String, AttributeValue> after = look(table, key);
            written(target, Capacity.write(ItemSize.bytes(target.before()), ItemSize.bytes(after)));
            indexed(target, after);
            return response;
          } catch (ConditionalCheckFailedException refused) {
            written(target, Capacity.write(target.refused(), 0));
            throw refused;
          }
        });
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return counted(
        "transaction",
        () -> {
          List<Target> targets = new ArrayList<>();
          request.transactItems().forEach(item -> targets.add(target(item)));
          try {
            TransactWriteItemsResponse response = client.transactWriteItems(request);
            for (Target target : targets) {
              Map<String, AttributeValue> after = look(target.table(), target.key());
              long before = ItemSize.bytes(target.before());
              written(target, Capacity.transactionalWrite(before, ItemSize.bytes(after)));
              indexed(target, after);
            }
            return response;
          } catch (TransactionCanceledException refused) {
            targets.forEach(each -> written(each, Capacity.transactionalWrite(each.refused(), 0)));
            throw refused;
          }
        });
  }

  private Target target(TransactWriteItem item) {
    if (item.put() != null) {
      MeteredTable table = table(item.put().tableName());
      Map<String, AttributeValue> key = table.keyOf(item.put().item());
      return new Target(table, key, look(table, key), item.put().item());
    }
    if (item.update() != null) {
      return target(item.update().tableName(), item.update().key());
    }
    if (item.delete() != null) {
      return target(item.delete().tableName(), item.delete().key());
    }
    return target(item.conditionCheck().tableName(), item.conditionCheck().key());
  }

  private Target target(String name, Map<String, AttributeValue> key) {
    MeteredTable table = table(name);
    return new Target(table, key, look(table, key), null);
  }

  private void written(Target target, long units) {
    meter.count(Use.WRITE_UNITS, function, RowKind.of(target.key()), units);
  }

  /** Indexes follow by themselves, so a transaction does not double them. */
  private void indexed(Target target, Map<String, AttributeValue> after) {
    target
        .table()
        .indexWrites(target.before(), after)
        .forEach((index, units) ->
            meter.count(Use.WRITE_UNITS, function, RowKind.of(target.key()) + ", " + index, units));
  }

  private void read(String what, long bytes, boolean consistent) {
    meter.count(Use.READ_UNITS, function, what, Capacity.read(bytes, consistent));
  }

  /** The meter's own look, which costs nobody anything. */
  private Map<String, AttributeValue> look(MeteredTable table, Map<String, AttributeValue> key) {
    return new HashMap<>(
        client.getItem(get -> get.tableName(table.name()).key(key).consistentRead(true)).item());
  }

  private MeteredTable table(String name) {
    MeteredTable table = meter.tables().get(name);
    if (table == null) {
      throw new IllegalArgumentException("the meter does not know the table " + name);
    }
    return table;
  }

  private <T> T counted(String what, Callable<T> call) {
    meter.lock().lock();
    try {
      meter.count(Use.REQUESTS, function, SERVICE_PREFIX + what, 1);
      return clock.outside(call);
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      meter.lock().unlock();
    }
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {}
}

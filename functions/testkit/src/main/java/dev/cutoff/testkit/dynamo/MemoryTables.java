package dev.cutoff.testkit.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** All tables of one place; one request after another, whoever asks. */
final class MemoryTables {
  private static final int MOST_ITEMS = 100;

  private final Map<String, MemoryTable> tables = new HashMap<>();
  private final Expressions expressions = new Expressions();
  private final Writes writes = new Writes(expressions, this);
  private final Reads reads = new Reads(expressions, this);

  MemoryTable table(String name) {
    MemoryTable table = tables.get(name);
    if (table == null) {
      throw Refused.noTable();
    }
    return table;
  }

  synchronized CreateTableResponse create(CreateTableRequest request) {
    if (request.hasLocalSecondaryIndexes()) {
      throw InMemoryDynamo.former("local indexes");
    }
    if (tables.putIfAbsent(request.tableName(), new MemoryTable(request)) != null) {
      throw Refused.tableThere();
    }
    return CreateTableResponse.builder().build();
  }

  synchronized DeleteTableResponse drop(DeleteTableRequest request) {
    if (tables.remove(request.tableName()) == null) {
      throw Refused.noTable();
    }
    return DeleteTableResponse.builder().build();
  }

  synchronized void clear() {
    tables.values().forEach(MemoryTable::clear);
  }

  synchronized GetItemResponse get(GetItemRequest request) {
    return reads.get(request);
  }

  synchronized QueryResponse query(QueryRequest request) {
    return reads.query(request);
  }

  synchronized ScanResponse scan(ScanRequest request) {
    return reads.scan(request);
  }

  synchronized BatchGetItemResponse batchGet(BatchGetItemRequest request) {
    Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
    request
        .requestItems()
        .forEach((name, wanted) ->
            found.put(
                name,
                wanted.keys().stream()
                    .map(key -> table(name).get(table(name).place(key)))
                    .filter(row -> row != null)
                    .toList()));
    return BatchGetItemResponse.builder().responses(found).unprocessedKeys(Map.of()).build();
  }

  synchronized TransactGetItemsResponse transactGet(TransactGetItemsRequest request) {
    return TransactGetItemsResponse.builder()
        .responses(
            request.transactItems().stream()
                .map(each -> {
                  MemoryTable table = table(each.get().tableName());
                  Map<String, AttributeValue> row = table.get(table.place(each.get().key()));
                  return ItemResponse.builder().item(row).build();
                })
                .toList())
        .build();
  }

  synchronized BatchWriteItemResponse batchWrite(BatchWriteItemRequest request) {
    List<Write> all = new ArrayList<>();
    request
        .requestItems()
        .forEach((name, wanted) ->
            wanted.forEach(each ->
                all.add(
                    each.putRequest() != null
                        ? writes.put(name, each.putRequest().item())
                        : writes.delete(name, each.deleteRequest().key()))));
    distinct(all, "Provided list of item keys contains duplicates");
    all.forEach(each -> each.apply(each.effect()));
    return BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
  }

  synchronized PutItemResponse put(PutItemRequest request) {
    Write.Effect effect = written(writes.of(request));
    return PutItemResponse.builder().attributes(told(request.returnValues(), effect)).build();
  }

  synchronized UpdateItemResponse update(UpdateItemRequest request) {
    Write.Effect effect = written(writes.of(request));
    return UpdateItemResponse.builder().attributes(told(request.returnValues(), effect)).build();
  }

  synchronized DeleteItemResponse delete(DeleteItemRequest request) {
    Write.Effect effect = written(writes.of(request));
    return DeleteItemResponse.builder().attributes(told(request.returnValues(), effect)).build();
  }

  private static Write.Effect written(Write write) {
    try {
      Write.Effect effect = write.effect();
      write.apply(effect);
      return effect;
    } catch (Refused.Unfit unfit) {
      throw Refused.request(unfit.message());
    }
  }

  private static @Nullable Map<String, AttributeValue> told(
      @Nullable ReturnValue wanted, Write.Effect effect) {
    return switch (wanted) {
      case null -> null;
      case NONE -> null;
      case ALL_OLD -> effect.before();
      case ALL_NEW -> effect.after();
      default -> throw InMemoryDynamo.former("returnValues " + wanted);
    };
  }

  synchronized TransactWriteItemsResponse transact(TransactWriteItemsRequest request) {
    int size = request.transactItems().size();
    if (size < 1) {
      throw Refused.request(
          "Value [] at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }
    if (size > MOST_ITEMS) {
      throw Refused.request("Member must have length less than or equal to " + MOST_ITEMS);
    }
    List<Write> all = request.transactItems().stream().map(writes::of).toList();
    distinct(all, "Transaction request cannot include multiple operations on one item");
    List<CancellationReason> reasons = new ArrayList<>(size);
    List<Write.Effect> effects = new ArrayList<>(size);
    boolean cancelled = false;
    for (Write each : all) {
      try {
        effects.add(each.effect());
        reasons.add(Refused.none());
      } catch (ConditionalCheckFailedException refused) {
        reasons.add(Refused.reason(refused));
        cancelled = true;
      } catch (Refused.Unfit unfit) {
        reasons.add(Refused.reason(unfit));
        cancelled = true;
      }
    }
    if (cancelled) {
      throw Refused.cancelled(reasons);
    }
    for (int i = 0; i < size; i++) {
      all.get(i).apply(effects.get(i));
    }
    return TransactWriteItemsResponse.builder().build();
  }

  private static void distinct(List<Write> all, String message) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (all.get(i).samePlace(all.get(j))) {
          throw Refused.request(message);
        }
      }
    }
  }
}

package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.shared.access.QueryResultInfo;
import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import com.amazonaws.services.dynamodbv2.local.shared.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.local.shared.model.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local with its rows on the heap, for data that ends with the process: all it checks and
 * computes stays its own, but no row is written as JSON into a database and waited for. Tables are
 * still described there. Neither local indexes, streams, parallel scans nor repeated client tokens.
 */
final class HeapAccess extends DataAccess {

  private final Map<String, HeapTable> tables = new ConcurrentHashMap<>();

  // A transaction has it alone from begin to end, as it has the database otherwise.
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
  private final List<Runnable> undo = new ArrayList<>();

  @Override
  public @Nullable Map<String, AttributeValue> getRecord(
      String tableName, Map<String, AttributeValue> primaryKey) {
    return reading(() -> copy(table(tableName).get(primaryKey)));
  }

  @Override
  public void putRecord(
      String tableName,
      Map<String, AttributeValue> row,
      AttributeValue hashKey,
      @Nullable AttributeValue rangeKey,
      boolean isUpdate) {
    set(tableName, row, Objects.requireNonNull(copy(row)));
  }

  @Override
  public boolean deleteRecord(
      String tableName, Map<String, AttributeValue> primaryKey, boolean isSystemDelete) {
    return set(tableName, primaryKey, null) != null;
  }

  @Override
  public QueryResultInfo queryRecords(
      String tableName,
      @Nullable String indexName,
      @Nullable Map<String, Condition> conditions,
      @Nullable Map<String, AttributeValue> exclusiveStartKey,
      @Nullable Long limit,
      boolean ascending,
      byte @Nullable [] beginHash,
      byte @Nullable [] endHash,
      boolean isScan,
      boolean isGlobalIndex) {
    if (beginHash != null) {
      throw new UnsupportedOperationException("No parallel scans in memory");
    }
    return reading(() -> {
      HeapTable table = table(tableName);
      List<String> keys = table.keys(indexName);
      List<byte[]> after =
          exclusiveStartKey == null ? null : HeapTable.key(keys, exclusiveStartKey);
      HeapRange range =
          (conditions == null ? HeapRange.all() : HeapRange.of(keys, conditions))
              .behind(after, ascending);
      long most = limit == null || limit < 0 ? Long.MAX_VALUE : limit;
      List<Map<String, AttributeValue>> found =
          range.in(table.rows(indexName), ascending).values().stream()
              .limit(most)
              .map(HeapAccess::copy)
              .toList();
      return new QueryResultInfo(found, found.size() == most ? found.getLast() : null);
    });
  }

  @Override
  public byte @Nullable [] beginTransaction(String transactionId) {
    gate.writeLock().lock();
    undo.clear();
    return null;
  }

  @Override
  public void commitTransaction(String transactionId, byte[] signature) {
    gate.writeLock().unlock();
  }

  @Override
  public void rollbackTransaction() {
    undo.reversed().forEach(Runnable::run);
    gate.writeLock().unlock();
  }

  @Override
  public void deleteTable(String tableName) {
    super.deleteTable(tableName);
    tables.remove(tableName);
  }

  @Override
  public void createGSIColumns(String tableName, String indexName) {
    throw new UnsupportedOperationException("In memory a table has its indexes from the start");
  }

  @Override
  public long getTableItemCount(String tableName) {
    return count(tableName, null);
  }

  @Override
  public long getGSIItemCount(String tableName, String indexName) {
    return count(tableName, indexName);
  }

  private long count(String tableName, @Nullable String indexName) {
    return reading(() -> (long) table(tableName).rows(indexName).size());
  }

  private @Nullable Map<String, AttributeValue> set(
      String tableName,
      Map<String, AttributeValue> key,
      @Nullable Map<String, AttributeValue> row) {
    gate.writeLock().lock();
    try {
      HeapTable table = table(tableName);
      Map<String, AttributeValue> before = table.set(key, row);
      if (gate.writeLock().getHoldCount() > 1) {
        undo.add(() -> table.set(key, before));
      }
      return before;
    } finally {
      gate.writeLock().unlock();
    }
  }

  private <T extends @Nullable Object> T reading(Supplier<T> work) {
    gate.readLock().lock();
    try {
      return work.get();
    } finally {
      gate.readLock().unlock();
    }
  }

  private HeapTable table(String name) {
    return tables.computeIfAbsent(
        name,
        any -> {
          TableInfo info = getTableInfo(name);
          if (info == null) {
            throw new IllegalArgumentException("There is no table " + name);
          }
          return new HeapTable(info);
        });
  }

  // Whoever asks may change what it gets, though never a plain value in place.
  private static @Nullable Map<String, AttributeValue> copy(
      @Nullable Map<String, AttributeValue> row) {
    if (row == null) {
      return null;
    }
    Map<String, AttributeValue> copy = HashMap.newHashMap(row.size());
    row.forEach((name, value) -> copy.put(name, copy(value)));
    return copy;
  }

  private static AttributeValue copy(AttributeValue value) {
    return switch (value.getType()) {
      case M -> new AttributeValue().withM(Objects.requireNonNull(copy(value.getM())));
      case L -> new AttributeValue().withL(value.getL().stream().map(HeapAccess::copy).toList());
      case SS -> new AttributeValue().withSS(value.getSS());
      case NS -> new AttributeValue().withNS(value.getNS());
      case BS -> new AttributeValue().withBS(value.getBS());
      case S, N, B, BOOL, NULL -> value;
    };
  }
}

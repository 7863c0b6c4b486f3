package dev.cutoff.local.meter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** The keys and indexes of a table, and what a change of an item costs in each index. */
record MeteredTable(String name, List<String> keys, List<Index> indexes) {
  /** What DynamoDB keeps with each item and each entry of an index, and bills as storage alone. */
  private static final int STORED_BESIDE = 100;

  /**
   * One index.
   *
   * @param held the attributes it holds; null for all
   */
  record Index(String name, List<String> keys, @Nullable Set<String> held) {
    /** The entry of an item; null where it has none. */
    @Nullable Map<String, AttributeValue> entry(Map<String, AttributeValue> item) {
      if (!item.keySet().containsAll(keys)) {
        return null;
      }
      return held == null
          ? item
          : item.entrySet().stream()
              .filter(each -> held.contains(each.getKey()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Put, replaced, deleted, or deleted and put where its key changed. */
    long writes(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
      Map<String, AttributeValue> was = entry(before);
      Map<String, AttributeValue> is = entry(after);
      long wasBytes = was == null ? 0 : ItemSize.bytes(was);
      long isBytes = is == null ? 0 : ItemSize.bytes(is);
      if (was == null && is == null) {
        return 0;
      }
      if (was == null || is == null) {
        return Capacity.write(wasBytes, isBytes);
      }
      if (was.equals(is)) {
        return 0;
      }
      boolean moves = keys.stream().anyMatch(key -> !Objects.equals(was.get(key), is.get(key)));
      return moves
          ? Capacity.write(wasBytes, 0) + Capacity.write(0, isBytes)
          : Capacity.write(wasBytes, isBytes);
    }
  }

  static MeteredTable of(CreateTableRequest request) {
    List<String> keys = names(request.keySchema());
    return new MeteredTable(
        request.tableName(),
        keys,
        request.globalSecondaryIndexes().stream().map(index -> index(index, keys)).toList());
  }

  private static Index index(GlobalSecondaryIndex index, List<String> tableKeys) {
    List<String> keys = names(index.keySchema());
    if (index.projection().projectionType() == ProjectionType.ALL) {
      return new Index(index.indexName(), keys, null);
    }
    Set<String> held = new TreeSet<>(new HashSet<>(tableKeys));
    held.addAll(keys);
    held.addAll(index.projection().nonKeyAttributes());
    return new Index(index.indexName(), keys, held);
  }

  private static List<String> names(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).toList();
  }

  Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet().retainAll(keys);
    return key;
  }

  /** What is kept and billed of an item and its index entries. */
  long storedBytes(Map<String, AttributeValue> item) {
    long bytes = ItemSize.bytes(item) + STORED_BESIDE;
    for (Index index : indexes) {
      Map<String, AttributeValue> entry = index.entry(item);
      bytes += entry == null ? 0 : ItemSize.bytes(entry) + STORED_BESIDE;
    }
    return bytes;
  }

  /** By index, those alone that are written. */
  SortedMap<String, Long> indexWrites(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    SortedMap<String, Long> writes = new TreeMap<>();
    for (Index index : indexes) {
      long units = index.writes(before, after);
      if (units > 0) {
        writes.put(index.name(), units);
      }
    }
    return writes;
  }
}

package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.shared.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.local.shared.model.Condition;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The part of a sorted table that a query's key conditions leave: from a key until before one. */
record HeapRange(List<byte[]> from, List<byte[]> until) {

  /** Everything. */
  static HeapRange all() {
    return new HeapRange(List.of(), List.of(HeapTable.TOP));
  }

  /**
   * What the conditions on hash and range key leave.
   *
   * @param keys names of both, the hash key first
   */
  static HeapRange of(List<String> keys, Map<String, Condition> conditions) {
    byte[] hash = value(conditions.get(keys.getFirst()), 0);
    Condition range = keys.size() == 1 ? null : conditions.get(keys.get(1));
    if (range == null) {
      return new HeapRange(List.of(hash), List.of(hash, HeapTable.TOP));
    }
    byte[] low = value(range, 0);
    List<byte[]> bottom = List.of(hash);
    List<byte[]> top = List.of(hash, HeapTable.TOP);
    List<byte[]> before = List.of(hash, low);
    List<byte[]> behind = List.of(hash, low, HeapTable.TOP);
    return switch (ComparisonOperator.fromValue(range.getComparisonOperator())) {
      case EQ -> new HeapRange(before, behind);
      case LT -> new HeapRange(bottom, before);
      case LE -> new HeapRange(bottom, behind);
      case GT -> new HeapRange(behind, top);
      case GE -> new HeapRange(before, top);
      case BETWEEN -> new HeapRange(before, List.of(hash, value(range, 1), HeapTable.TOP));
      case BEGINS_WITH -> new HeapRange(before, List.of(hash, after(low)));
      default ->
          throw new UnsupportedOperationException(
              "No such condition on a key: " + range.getComparisonOperator());
    };
  }

  /** What is left behind the given key, in the direction of reading. */
  HeapRange behind(@Nullable List<byte[]> key, boolean ascending) {
    if (key == null) {
      return this;
    }
    if (!ascending) {
      return new HeapRange(from, key);
    }
    List<byte[]> behind = new ArrayList<>(key);
    behind.add(HeapTable.TOP);
    return new HeapRange(behind, until);
  }

  NavigableMap<List<byte[]>, Map<String, AttributeValue>> in(
      NavigableMap<List<byte[]>, Map<String, AttributeValue>> rows, boolean ascending) {
    if (HeapTable.compare(from, until) >= 0) {
      return Collections.emptyNavigableMap();
    }
    NavigableMap<List<byte[]>, Map<String, AttributeValue>> part =
        rows.subMap(from, true, until, false);
    return ascending ? part : part.descendingMap();
  }

  private static byte[] value(@Nullable Condition condition, int index) {
    if (condition == null) {
      throw new IllegalArgumentException("A query names its hash key");
    }
    return HeapTable.bytes(condition.getAttributeValueList().get(index));
  }

  /** The first bytes that no longer begin with these. */
  private static byte[] after(byte[] prefix) {
    int last = prefix.length - 1;
    while (last >= 0 && prefix[last] == (byte) 0xFF) {
      last--;
    }
    if (last < 0) {
      return HeapTable.TOP;
    }
    byte[] next = Arrays.copyOf(prefix, last + 1);
    next[last]++;
    return next;
  }
}

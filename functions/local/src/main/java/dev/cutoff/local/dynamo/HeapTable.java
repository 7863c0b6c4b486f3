package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.shared.access.PaddingNumberEncoder;
import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import com.amazonaws.services.dynamodbv2.local.shared.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table, sorted by key, and once more for each index. Its owner lets in either many
 * readers or one writer.
 */
final class HeapTable {

  /** Behind every key that begins as the one before it does. */
  static final byte[] TOP = {};

  private final List<String> keys;
  private final Map<String, List<String>> indexKeys = new LinkedHashMap<>();
  private final NavigableMap<List<byte[]>, Map<String, AttributeValue>> rows =
      new TreeMap<>(HeapTable::compare);
  private final Map<String, NavigableMap<List<byte[]>, Map<String, AttributeValue>>> indexes =
      new LinkedHashMap<>();

  HeapTable(TableInfo info) {
    if (!info.getLSINames().isEmpty()) {
      throw new UnsupportedOperationException("No local indexes in memory: " + info.getTableName());
    }
    keys = names(info.getHashKey(), info.getRangeKey());
    for (String index : info.getGSINames()) {
      List<String> names =
          new ArrayList<>(names(info.getGSIHashKey(index), info.getGSIRangeKey(index)));
      names.addAll(keys);
      indexKeys.put(index, List.copyOf(names));
      indexes.put(index, new TreeMap<>(HeapTable::compare));
    }
  }

  /** Names of the attributes that rows are sorted by; an index ends with the table's own key. */
  List<String> keys(@Nullable String index) {
    return index == null ? keys : there(indexKeys.get(index), index);
  }

  NavigableMap<List<byte[]>, Map<String, AttributeValue>> rows(@Nullable String index) {
    return index == null ? rows : there(indexes.get(index), index);
  }

  @Nullable Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    return rows.get(whole(keys, key));
  }

  /** Puts a row, or takes it away where it is null; what was there before. */
  @Nullable Map<String, AttributeValue> set(
      Map<String, AttributeValue> key, @Nullable Map<String, AttributeValue> row) {
    List<byte[]> place = whole(keys, key);
    Map<String, AttributeValue> before = row == null ? rows.remove(place) : rows.put(place, row);
    indexKeys.forEach((name, attributes) -> {
      NavigableMap<List<byte[]>, Map<String, AttributeValue>> index = rows(name);
      List<byte[]> old = before == null ? null : key(attributes, before);
      List<byte[]> now = row == null ? null : key(attributes, row);
      if (old != null) {
        index.remove(old);
      }
      if (row != null && now != null) {
        index.put(now, row);
      }
    });
    return before;
  }

  private static List<byte[]> whole(List<String> attributes, Map<String, AttributeValue> item) {
    List<byte[]> key = key(attributes, item);
    if (key == null) {
      throw new IllegalArgumentException("A key lacks one of " + attributes);
    }
    return key;
  }

  /** Null where the item lacks one of the attributes: it is not in that index then. */
  static @Nullable List<byte[]> key(List<String> attributes, Map<String, AttributeValue> item) {
    List<byte[]> key = new ArrayList<>(attributes.size());
    for (String attribute : attributes) {
      AttributeValue value = item.get(attribute);
      if (value == null) {
        return null;
      }
      key.add(bytes(value));
    }
    return key;
  }

  /** Bytes that sort as DynamoDB sorts values: text by UTF-8, numbers by size. */
  static byte[] bytes(AttributeValue value) {
    if (value.getS() != null) {
      return value.getS().getBytes(StandardCharsets.UTF_8);
    }
    if (value.getN() != null) {
      return PaddingNumberEncoder.encodeBigDecimal(new BigDecimal(value.getN()));
    }
    ByteBuffer binary = value.getB().duplicate();
    byte[] bytes = new byte[binary.remaining()];
    binary.get(bytes);
    return bytes;
  }

  static int compare(List<byte[]> one, List<byte[]> other) {
    int common = Math.min(one.size(), other.size());
    for (int i = 0; i < common; i++) {
      byte[] left = one.get(i);
      byte[] right = other.get(i);
      if (isTop(left) || isTop(right)) {
        return Boolean.compare(isTop(left), isTop(right));
      }
      int difference = Arrays.compareUnsigned(left, right);
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  // An empty value of a key is as empty and not the top.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isTop(byte[] value) {
    return value == TOP;
  }

  private static List<String> names(AttributeDefinition hash, @Nullable AttributeDefinition range) {
    return range == null
        ? List.of(hash.getAttributeName())
        : List.of(hash.getAttributeName(), range.getAttributeName());
  }

  private static <T> T there(@Nullable T found, String index) {
    if (found == null) {
      throw new IllegalArgumentException("There is no index " + index);
    }
    return found;
  }
}

package dev.cutoff.testkit.dynamo;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows sorted by some attributes: a table, or one of its indexes. */
final class Rows {
  /** Behind everything that begins as what stands before it. */
  private static final AttributeValue TOP = AttributeValue.fromNul(true);

  private final List<String> keys;
  private final NavigableMap<AttributeValue[], Map<String, AttributeValue>> rows =
      new TreeMap<>(Rows::compare);

  /** Made empty, sorted by these. */
  Rows(List<String> keys) {
    this.keys = List.copyOf(keys);
  }

  List<String> keys() {
    return keys;
  }

  /** Where a row stands; null where it lacks one of the attributes. */
  AttributeValue @Nullable [] place(Map<String, AttributeValue> row) {
    AttributeValue[] place = new AttributeValue[keys.size()];
    for (int i = 0; i < place.length; i++) {
      AttributeValue part = row.get(keys.get(i));
      if (part == null) {
        return null;
      }
      place[i] = part;
    }
    return place;
  }

  @Nullable Map<String, AttributeValue> get(AttributeValue[] place) {
    return rows.get(place);
  }

  void put(AttributeValue[] place, Map<String, AttributeValue> row) {
    rows.put(place, row);
  }

  void remove(AttributeValue[] place) {
    rows.remove(place);
  }

  void clear() {
    rows.clear();
  }

  int size() {
    return rows.size();
  }

  /** All, or those of one hash key, in order and behind a place. */
  Iterable<Map<String, AttributeValue>> in(
      @Nullable AttributeValue hash, AttributeValue @Nullable [] after, boolean ascending) {
    NavigableMap<AttributeValue[], Map<String, AttributeValue>> part = rows;
    AttributeValue[] low = hash == null ? new AttributeValue[0] : new AttributeValue[] {hash};
    AttributeValue[] high =
        hash == null ? new AttributeValue[] {TOP} : new AttributeValue[] {hash, TOP};
    if (after != null && ascending && compare(after, low) > 0) {
      low = after;
    }
    if (after != null && !ascending && compare(after, high) < 0) {
      high = after;
    }
    if (compare(low, high) >= 0) {
      return List.of();
    }
    part = part.subMap(low, false, high, false);
    return ascending ? part.values() : part.descendingMap().values();
  }

  private static int compare(AttributeValue[] one, AttributeValue[] other) {
    int common = Math.min(one.length, other.length);
    for (int i = 0; i < common; i++) {
      if (isTop(one[i]) || isTop(other[i])) {
        return Boolean.compare(isTop(one[i]), isTop(other[i]));
      }
      int difference = Values.compare(one[i], other[i]);
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(one.length, other.length);
  }

  @SuppressWarnings("ReferenceEquality") // No row has this very value in its key.
  private static boolean isTop(AttributeValue part) {
    return part == TOP;
  }
}

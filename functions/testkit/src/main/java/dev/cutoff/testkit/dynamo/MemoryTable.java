package dev.cutoff.testkit.dynamo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** One table with its indexes. Its owner lets in one request at a time. */
final class MemoryTable {
  private static final long HEAVIEST = 400 * 1024L;
  private static final int LONGEST_HASH = 2048;
  private static final int LONGEST_RANGE = 1024;

  private final Map<String, ScalarAttributeType> types = new HashMap<>();
  private final Rows rows;
  private final Map<String, Index> indexes = new LinkedHashMap<>();

  MemoryTable(CreateTableRequest request) {
    for (AttributeDefinition each : request.attributeDefinitions()) {
      types.put(each.attributeName(), each.attributeType());
    }
    List<String> keys = names(request.keySchema());
    rows = new Rows(keys);
    for (GlobalSecondaryIndex each : request.globalSecondaryIndexes()) {
      List<String> own = names(each.keySchema());
      Set<String> all = new LinkedHashSet<>(own);
      all.addAll(keys);
      indexes.put(
          each.indexName(),
          new Index(own, new Rows(List.copyOf(all)), projected(each.projection(), all)));
    }
  }

  /**
   * An index.
   *
   * @param keys its own, without those of the table
   * @param projected the attributes that it holds; null where it holds all
   */
  record Index(List<String> keys, Rows rows, @Nullable Set<String> projected) {
    Map<String, AttributeValue> seen(Map<String, AttributeValue> row) {
      if (projected == null) {
        return row;
      }
      Map<String, AttributeValue> seen = new HashMap<>(row);
      seen.keySet().retainAll(projected);
      return seen;
    }
  }

  private static @Nullable Set<String> projected(Projection projection, Set<String> keys) {
    if (projection.projectionType() == ProjectionType.ALL) {
      return null;
    }
    Set<String> all = new LinkedHashSet<>(keys);
    all.addAll(projection.nonKeyAttributes());
    return Collections.unmodifiableSet(all);
  }

  private static List<String> names(List<KeySchemaElement> schema) {
    List<String> names = new ArrayList<>();
    schema.stream()
        .filter(each -> each.keyType() == KeyType.HASH)
        .forEach(each -> names.add(each.attributeName()));
    schema.stream()
        .filter(each -> each.keyType() == KeyType.RANGE)
        .forEach(each -> names.add(each.attributeName()));
    return List.copyOf(names);
  }

  List<String> keys() {
    return rows.keys();
  }

  Rows rows() {
    return rows;
  }

  Index index(String name) {
    Index index = indexes.get(name);
    if (index == null) {
      throw Refused.request("The table does not have the specified index: " + name);
    }
    return index;
  }

  /** The place that a key names; refuses anything else. */
  AttributeValue[] place(Map<String, AttributeValue> key) {
    if (key.size() != keys().size()) {
      throw Refused.request("The number of conditions on the keys is invalid");
    }
    if (!key.keySet().containsAll(keys())) {
      throw Refused.request("The provided key element does not match the schema");
    }
    return placeOf(key, "The provided key element does not match the schema");
  }

  /** The place of a whole row; refuses one without a key. */
  AttributeValue[] placeOfRow(Map<String, AttributeValue> row) {
    for (String key : keys()) {
      if (!row.containsKey(key)) {
        throw Refused.request("One of the required keys was not given a value");
      }
    }
    return placeOf(row, "One or more parameter values were invalid: Type mismatch for key");
  }

  private AttributeValue[] placeOf(Map<String, AttributeValue> row, String mismatch) {
    AttributeValue[] place = rows.place(row);
    if (place == null) {
      throw new IllegalStateException("looked at before: " + row.keySet());
    }
    for (int i = 0; i < place.length; i++) {
      fits(keys().get(i), place[i], mismatch);
      if (place[i].s() != null && place[i].s().isEmpty()) {
        throw Refused.request(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: "
                + keys().get(i));
      }
      if (place[i].s() != null
          && Values.bytes(place[i].s()) > (i == 0 ? LONGEST_HASH : LONGEST_RANGE)) {
        throw Refused.request(
            "Hash primary key values must be under 2048 bytes, and range primary key values must be under 1024 bytes");
      }
      place[i] = Values.kept(place[i]);
    }
    return place;
  }

  private void fits(String attribute, AttributeValue value, String mismatch) {
    ScalarAttributeType type = types.get(attribute);
    if (type != null && !type.toString().equals(value.type().name())) {
      throw Refused.request(mismatch);
    }
  }

  /** Refuses a row that the table or one of its indexes can't hold. */
  void checkPut(Map<String, AttributeValue> row) {
    indexable(row, Refused::request);
    if (tooHeavy(row)) {
      throw Refused.request("Item size has exceeded the maximum allowed size");
    }
  }

  /** Refuses what a row has become by an update. */
  void checkUpdated(Map<String, AttributeValue> row) {
    indexable(row, Refused::row);
    if (tooHeavy(row)) {
      throw Refused.row("Item size to update has exceeded the maximum allowed size");
    }
  }

  private void indexable(Map<String, AttributeValue> row, Function<String, RuntimeException> how) {
    for (Index index : indexes.values()) {
      for (String attribute : index.keys()) {
        AttributeValue value = row.get(attribute);
        ScalarAttributeType type = types.get(attribute);
        if (value != null && type != null && !type.toString().equals(value.type().name())) {
          throw how.apply(
              "One or more parameter values were invalid: Type mismatch for Index Key "
                  + attribute);
        }
      }
    }
  }

  private static boolean tooHeavy(Map<String, AttributeValue> row) {
    return Values.weight(row) > HEAVIEST;
  }

  @Nullable Map<String, AttributeValue> get(AttributeValue[] place) {
    return rows.get(place);
  }

  /** Puts a row, or takes away what is there where it is null. */
  void set(AttributeValue[] place, @Nullable Map<String, AttributeValue> row) {
    Map<String, AttributeValue> before = rows.get(place);
    if (row == null) {
      rows.remove(place);
    } else {
      rows.put(place, row);
    }
    for (Index index : indexes.values()) {
      AttributeValue[] old = before == null ? null : index.rows().place(before);
      AttributeValue[] now = row == null ? null : index.rows().place(row);
      if (old != null) {
        index.rows().remove(old);
      }
      if (now != null && row != null) {
        index.rows().put(now, row);
      }
    }
  }

  void clear() {
    rows.clear();
    indexes.values().forEach(index -> index.rows().clear());
  }
}

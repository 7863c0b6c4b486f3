package dev.cutoff.adapter.dynamodb;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and writes attributes of rows. */
final class Item {
  private final Map<String, AttributeValue> attributes = new HashMap<>();

  static Item of(Key key) {
    return new Item().s("pk", key.pk()).s("sk", key.sk());
  }

  /** Values of an expression, whose names begin with a colon. */
  static Item values() {
    return new Item();
  }

  Item s(String name, String value) {
    attributes.put(name, AttributeValue.fromS(value));
    return this;
  }

  Item n(String name, long value) {
    attributes.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  Item put(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  Item putAll(Map<String, AttributeValue> values) {
    attributes.putAll(values);
    return this;
  }

  Map<String, AttributeValue> map() {
    return Map.copyOf(attributes);
  }

  static String text(Map<String, AttributeValue> row, String name) {
    String value = textOrNull(row, name);
    if (value == null) {
      throw new IllegalStateException("row without " + name + ": " + row.keySet());
    }
    return value;
  }

  static @Nullable String textOrNull(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    return value == null ? null : value.s();
  }

  static long number(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    if (value == null || value.n() == null) {
      throw new IllegalStateException("row without the number " + name + ": " + row.keySet());
    }
    return Long.parseLong(value.n());
  }
}

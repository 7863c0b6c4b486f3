package dev.cutoff.testkit.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an expression is evaluated over: a row, and what its placeholders stand for. */
record Scope(
    Map<String, AttributeValue> row,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  String name(String placeholder) {
    String name = names.get(placeholder);
    if (name == null) {
      throw new IllegalStateException("not looked at before: " + placeholder);
    }
    return name;
  }

  AttributeValue value(String placeholder) {
    AttributeValue value = values.get(placeholder);
    if (value == null) {
      throw new IllegalStateException("not looked at before: " + placeholder);
    }
    return value;
  }
}

package dev.cutoff.testkit.dynamo;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An expression that was read, with the placeholders in it.
 *
 * @param kind what it is called in messages
 */
record Parsed<T>(String kind, T tree, Set<String> names, Set<String> values) {
  Parsed {
    names = Set.copyOf(names);
    values = Set.copyOf(values);
  }

  /** Refuses placeholders that stand for nothing. */
  void defined(Map<String, String> given, Map<String, AttributeValue> givenValues) {
    for (String name : names) {
      if (!given.containsKey(name)) {
        throw Refused.request(
            "Invalid %s: An expression attribute name used in the document path is not defined; attribute name: %s"
                .formatted(kind, name));
      }
    }
    for (String value : values) {
      if (!givenValues.containsKey(value)) {
        throw Refused.request(
            "Invalid %s: An expression attribute value used in expression is not defined; attribute value: %s"
                .formatted(kind, value));
      }
    }
  }
}

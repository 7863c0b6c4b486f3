package dev.cutoff.testkit.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Expressions, each read once: adapters say the same few all the time. */
final class Expressions {
  private static final int LONGEST = 4096;

  private final Map<String, Parsed<Condition>> conditions = new ConcurrentHashMap<>();
  private final Map<String, Parsed<Condition>> keys = new ConcurrentHashMap<>();
  private final Map<String, Parsed<Condition>> filters = new ConcurrentHashMap<>();
  private final Map<String, Parsed<Change>> changes = new ConcurrentHashMap<>();
  private final Map<String, Parsed<List<Path>>> projections = new ConcurrentHashMap<>();

  @Nullable Parsed<Condition> condition(@Nullable String text) {
    return read(conditions, "ConditionExpression", text, Parser::condition);
  }

  @Nullable Parsed<Condition> keys(@Nullable String text) {
    return read(keys, "KeyConditionExpression", text, Parser::condition);
  }

  @Nullable Parsed<Condition> filter(@Nullable String text) {
    return read(filters, "FilterExpression", text, Parser::condition);
  }

  @Nullable Parsed<Change> change(@Nullable String text) {
    return read(changes, "UpdateExpression", text, (kind, each) -> Parser.change(each));
  }

  @Nullable Parsed<List<Path>> projection(@Nullable String text) {
    return read(projections, "ProjectionExpression", text, (kind, each) -> Parser.projection(each));
  }

  private static <T> @Nullable Parsed<T> read(
      Map<String, Parsed<T>> known,
      String kind,
      @Nullable String text,
      BiFunction<String, String, Parsed<T>> parser) {
    if (text == null) {
      return null;
    }
    Parsed<T> read = known.get(text);
    if (read != null) {
      return read;
    }
    if (Values.bytes(text) > LONGEST) {
      throw Refused.request(
          "Invalid %s: Expression size has exceeded the maximum allowed size; expression size: %d"
              .formatted(kind, Values.bytes(text)));
    }
    Parsed<T> parsed = parser.apply(kind, text);
    known.put(text, parsed);
    return parsed;
  }

  /** Placeholders all have a meaning, and all that have one are used. */
  static Placeholders placeholders(
      @Nullable Map<String, String> names,
      @Nullable Map<String, AttributeValue> values,
      @Nullable Parsed<?>... expressions) {
    Map<String, String> namesOf = names == null ? Map.of() : names;
    Map<String, AttributeValue> valuesOf = values == null ? Map.of() : values;
    for (Parsed<?> each : expressions) {
      if (each != null) {
        each.defined(namesOf, valuesOf);
      }
    }
    unused("ExpressionAttributeNames", namesOf, expressions, Parsed::names);
    unused("ExpressionAttributeValues", valuesOf, expressions, Parsed::values);
    return new Placeholders(namesOf, valuesOf);
  }

  private static void unused(
      String what,
      Map<String, ?> given,
      @Nullable Parsed<?>[] expressions,
      Function<Parsed<?>, Set<String>> used) {
    for (String each : given.keySet()) {
      boolean isUsed = false;
      for (Parsed<?> expression : expressions) {
        isUsed |= expression != null && used.apply(expression).contains(each);
      }
      if (!isUsed) {
        throw Refused.request(
            "Value provided in %s unused in expressions: keys: {%s}".formatted(what, each));
      }
    }
  }

  /** What the placeholders of a request stand for. */
  record Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
    Scope over(Map<String, AttributeValue> row) {
      return new Scope(row, names, values);
    }
  }
}

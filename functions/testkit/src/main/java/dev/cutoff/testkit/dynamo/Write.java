package dev.cutoff.testkit.dynamo;

import dev.cutoff.testkit.dynamo.Expressions.Placeholders;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One conditional write, or a condition alone, of a request whose form was looked at.
 *
 * @param returnsRow whether a failed condition tells the row that it met
 */
record Write(
    MemoryTable table,
    AttributeValue[] place,
    @Nullable Parsed<Condition> condition,
    Placeholders placeholders,
    boolean returnsRow,
    What what) {

  /** What becomes of the row. */
  sealed interface What {
    record Put(Map<String, AttributeValue> row) implements What {}

    record Update(@Nullable Parsed<Change> change, Map<String, AttributeValue> key)
        implements What {}

    record Delete() implements What {}

    record Nothing() implements What {}
  }

  /** What was there and what is to be there. */
  record Effect(
      @Nullable Map<String, AttributeValue> before, @Nullable Map<String, AttributeValue> after) {}

  /** Looks at the condition and says what would be written, and writes nothing. */
  Effect effect() {
    Map<String, AttributeValue> before = table.get(place);
    if (condition != null
        && !condition.tree().holds(placeholders.over(before == null ? Map.of() : before))) {
      throw Refused.condition(returnsRow ? before : null);
    }
    return switch (what) {
      case What.Put(Map<String, AttributeValue> row) -> new Effect(before, row);
      case What.Delete() -> new Effect(before, null);
      case What.Nothing() -> new Effect(before, before);
      case What.Update(Parsed<Change> change, Map<String, AttributeValue> key) ->
          new Effect(before, updated(change, before, key));
    };
  }

  private Map<String, AttributeValue> updated(
      @Nullable Parsed<Change> change,
      @Nullable Map<String, AttributeValue> before,
      Map<String, AttributeValue> key) {
    Map<String, AttributeValue> row =
        change == null
            ? new HashMap<>(before == null ? Map.of() : before)
            : change
                .tree()
                .applied(placeholders.over(before == null ? Map.of() : before), table.keys());
    key.forEach((name, value) -> row.putIfAbsent(name, Values.kept(value)));
    table.checkUpdated(row);
    return row;
  }

  void apply(Effect effect) {
    if (!(what instanceof What.Nothing)) {
      table.set(place, effect.after());
    }
  }

  @SuppressWarnings("ReferenceEquality") // A table is itself.
  boolean samePlace(Write other) {
    return table == other.table && Arrays.equals(place, other.place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

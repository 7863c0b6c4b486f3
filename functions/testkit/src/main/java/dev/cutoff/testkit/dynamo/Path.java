package dev.cutoff.testkit.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a value stands in a row: an attribute, and within it fields and places of lists. */
record Path(List<Step> steps) implements Operand {
  private static final String MISSING =
      "The document path provided in the update expression is invalid for update";

  Path {
    steps = List.copyOf(steps);
  }

  /** One step down. */
  sealed interface Step {
    /** A name, or a placeholder that begins with #. */
    record Field(String name) implements Step {
      String in(Scope scope) {
        return name.charAt(0) == '#' ? scope.name(name) : name;
      }
    }

    /** A place in a list. */
    record Place(int index) implements Step {}
  }

  /** The attribute that it begins with. */
  String attribute(Scope scope) {
    return ((Step.Field) steps.getFirst()).in(scope);
  }

  @Override
  public @Nullable AttributeValue in(Scope scope) {
    AttributeValue found = scope.row().get(attribute(scope));
    for (int i = 1; i < steps.size() && found != null; i++) {
      found = below(found, steps.get(i), scope);
    }
    return found;
  }

  private static @Nullable AttributeValue below(AttributeValue value, Step step, Scope scope) {
    return switch (step) {
      case Step.Field field -> value.hasM() ? value.m().get(field.in(scope)) : null;
      case Step.Place(int index) ->
          value.hasL() && index < value.l().size() ? value.l().get(index) : null;
    };
  }

  /** Puts a value there, or takes away what is there where it is null. */
  void set(Map<String, AttributeValue> row, Scope scope, @Nullable AttributeValue value) {
    String attribute = attribute(scope);
    if (steps.size() == 1) {
      put(row, attribute, value);
      return;
    }
    AttributeValue there = row.get(attribute);
    if (there == null) {
      throw Refused.row(MISSING);
    }
    row.put(attribute, changed(there, 1, scope, value));
  }

  private AttributeValue changed(
      AttributeValue parent, int depth, Scope scope, @Nullable AttributeValue value) {
    boolean last = depth == steps.size() - 1;
    return switch (steps.get(depth)) {
      case Step.Field field -> {
        if (!parent.hasM()) {
          throw Refused.row(MISSING);
        }
        Map<String, AttributeValue> map = new HashMap<>(parent.m());
        String name = field.in(scope);
        if (last) {
          put(map, name, value);
        } else {
          map.put(name, changed(there(map.get(name)), depth + 1, scope, value));
        }
        yield AttributeValue.fromM(map);
      }
      case Step.Place(int index) -> {
        if (!parent.hasL()) {
          throw Refused.row(MISSING);
        }
        List<AttributeValue> list = new ArrayList<>(parent.l());
        if (!last) {
          AttributeValue child = index < list.size() ? list.get(index) : null;
          list.set(index, changed(there(child), depth + 1, scope, value));
        } else if (index >= list.size()) {
          // Beyond the end a value is appended, wherever it was to go.
          if (value != null) {
            list.add(value);
          }
        } else if (value == null) {
          list.remove(index);
        } else {
          list.set(index, value);
        }
        yield AttributeValue.fromL(list);
      }
    };
  }

  private static void put(
      Map<String, AttributeValue> map, String name, @Nullable AttributeValue value) {
    if (value == null) {
      map.remove(name);
    } else {
      map.put(name, value);
    }
  }

  private static AttributeValue there(@Nullable AttributeValue value) {
    if (value == null) {
      throw Refused.row(MISSING);
    }
    return value;
  }

  /** With the names in the place of their placeholders: what two paths are compared by. */
  List<Step> resolved(Scope scope) {
    List<Step> resolved = new ArrayList<>(steps.size());
    for (Step step : steps) {
      resolved.add(step instanceof Step.Field field ? new Step.Field(field.in(scope)) : step);
    }
    return resolved;
  }
}

package dev.cutoff.local.engine;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSONata expression, parsed once. */
final class Expression {

  private final String where;
  private final String source;
  private final Jsonata jsonata;

  private Expression(String where, String source, Jsonata jsonata) {
    this.where = where;
    this.source = source;
    this.jsonata = jsonata;
  }

  static Expression parse(String where, String source) {
    try {
      Jsonata jsonata = Jsonata.jsonata(source);
      // Undefined and null are told apart only before the library makes both of them null.
      jsonata.setOutputConvertNulls(false);
      return new Expression(where, source, jsonata);
    } catch (JException e) {
      throw new InvalidDefinition(
          where, "not JSONata, mend it: " + e.getMessage() + " in " + source);
    }
  }

  @Nullable Object evaluate(Scope scope) throws EvaluationFailed {
    Frame frame = jsonata.createFrame();
    frame.bind("states", scope.states());
    scope
        .variables()
        .forEach((name, value) -> frame.bind(name, value == null ? Jsonata.NULL_VALUE : value));
    Object result;
    try {
      result = jsonata.evaluate(Jsonata.NULL_VALUE, frame);
    } catch (JException e) {
      throw failed(String.valueOf(e.getMessage()));
    }
    if (result == null) {
      throw failed("returned nothing (undefined)");
    }
    return plain(result);
  }

  private @Nullable Object plain(@Nullable Object value) throws EvaluationFailed {
    if (value == null || value.equals(Jsonata.NULL_VALUE)) {
      return null;
    }
    return switch (value) {
      case String text -> text;
      case Boolean bool -> bool;
      case Number number -> number;
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          copy.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
        }
        yield copy;
      }
      case Collection<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        for (Object element : list) {
          copy.add(plain(element));
        }
        yield copy;
      }
      case Object other ->
          throw failed("returned a " + other.getClass().getSimpleName() + ", which is not JSON");
    };
  }

  private EvaluationFailed failed(String problem) {
    return new EvaluationFailed(
        "%s: the JSONata expression '%s' failed: %s".formatted(where, source, problem));
  }
}

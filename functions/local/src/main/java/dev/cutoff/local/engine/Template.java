package dev.cutoff.local.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON value of the definition in which some strings are expressions. */
sealed interface Template {

  @Nullable Object evaluate(Scope scope) throws EvaluationFailed;

  record Constant(@Nullable Object value) implements Template {
    @Override
    public @Nullable Object evaluate(Scope scope) {
      return value;
    }
  }

  record Computed(Expression expression) implements Template {
    @Override
    public @Nullable Object evaluate(Scope scope) throws EvaluationFailed {
      return expression.evaluate(scope);
    }
  }

  record Members(SequencedMap<String, Template> members) implements Template {
    @Override
    public Object evaluate(Scope scope) throws EvaluationFailed {
      Map<String, @Nullable Object> value = new LinkedHashMap<>();
      for (Map.Entry<String, Template> member : members.entrySet()) {
        value.put(member.getKey(), member.getValue().evaluate(scope));
      }
      return value;
    }
  }

  record Elements(List<Template> elements) implements Template {
    @Override
    public Object evaluate(Scope scope) throws EvaluationFailed {
      List<@Nullable Object> value = new ArrayList<>();
      for (Template element : elements) {
        value.add(element.evaluate(scope));
      }
      return value;
    }
  }

  Pattern JSON_PATH =
      Pattern.compile("\\$\\$?(?:[.\\[].*)?|States\\.[A-Za-z0-9]+\\(.*", Pattern.DOTALL);

  /** Of a field of the definition; {@code visible} are the parts of {@code $states} it can see. */
  static Template parse(String where, @Nullable Object value, Set<String> visible) {
    return switch (value) {
      case String text -> parseText(where, text, visible);
      case Map<?, ?> map -> {
        SequencedMap<String, Template> members = new LinkedHashMap<>();
        map.forEach((key, member) -> {
          String name = String.valueOf(key);
          if (name.endsWith(".$")) {
            throw new InvalidDefinition(where + "." + name, Refusals.field(name));
          }
          members.put(name, parse(where + "." + name, member, visible));
        });
        yield new Members(members);
      }
      case List<?> list -> {
        List<Template> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
          elements.add(parse(where + "[" + i + "]", list.get(i), visible));
        }
        yield new Elements(elements);
      }
      case null, default -> new Constant(value);
    };
  }

  private static Template parseText(String where, String text, Set<String> visible) {
    boolean opens = text.startsWith("{%");
    boolean closes = text.endsWith("%}");
    if (opens && closes && text.length() >= 4) {
      String source = text.substring(2, text.length() - 2).strip();
      ExpressionRules.check(where, source, visible);
      return new Computed(Expression.parse(where, source));
    }
    if (opens || closes) {
      throw new InvalidDefinition(
          where, "an expression is the whole text from {% to %}: put all of it between them");
    }
    if (JSON_PATH.matcher(text).matches()) {
      throw new InvalidDefinition(
          where,
          "JSONPath and its functions are not known, only JSONata: write {% … %} instead of "
              + text);
    }
    return new Constant(text);
  }
}

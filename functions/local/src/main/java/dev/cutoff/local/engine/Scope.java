package dev.cutoff.local.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression can see: {@code $states} and the variables. */
record Scope(Map<String, @Nullable Object> states, Map<String, @Nullable Object> variables) {

  static Scope of(Execution execution, Machine machine) {
    Map<String, @Nullable Object> states = new LinkedHashMap<>();
    states.put("input", execution.visit().input().value());
    states.put("context", Contexts.of(execution, machine));
    return new Scope(states, execution.variables().object());
  }

  Scope withResult(Payload result) {
    return with("result", result.value());
  }

  Scope withError(Failure failure) {
    return with("errorOutput", failure.errorOutput());
  }

  private Scope with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(states);
    more.put(name, value);
    return new Scope(more, variables);
  }
}

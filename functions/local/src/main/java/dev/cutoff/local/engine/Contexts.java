package dev.cutoff.local.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context object, {@code $states.context}. */
final class Contexts {

  private Contexts() {}

  static Map<String, @Nullable Object> of(Execution execution, Machine machine) {
    Visit visit = execution.visit();
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("Id", Arns.execution(execution.machine(), execution.name()));
    run.put("Input", execution.input().value());
    run.put("Name", execution.name());
    run.put("StartTime", Instants.text(execution.startedAt()));
    context.put("Execution", run);
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("EnteredTime", Instants.text(visit.enteredAt()));
    state.put("Name", visit.state());
    if (machine.state(visit.state()) instanceof State.Task) {
      state.put("RetryCount", visit.retryCount());
    }
    context.put("State", state);
    // In order, as an expression may show it whole: Map.of has another order in each process.
    Map<String, @Nullable Object> definition = new LinkedHashMap<>();
    definition.put("Id", Arns.machine(machine.name()));
    definition.put("Name", machine.name());
    context.put("StateMachine", definition);
    if (visit.token() != null) {
      context.put("Task", Map.of("Token", visit.token()));
    }
    return context;
  }
}

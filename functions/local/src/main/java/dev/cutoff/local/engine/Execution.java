package dev.cutoff.local.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An execution as it is stored: one version for each transition. */
record Execution(
    String machine,
    String name,
    long version,
    Payload input,
    Instant startedAt,
    Visit visit,
    Payload variables,
    @Nullable End end,
    int historyPages,
    List<Event> history) {

  Execution {
    history = List.copyOf(history);
  }

  static String id(String machine, String name) {
    return machine + ":" + name;
  }

  String id() {
    return id(machine, name);
  }

  ExecutionStatus status() {
    return end == null ? ExecutionStatus.RUNNING : end.status();
  }

  Execution at(Visit visit) {
    return new Execution(
        machine, name, version, input, startedAt, visit, variables, end, historyPages, history);
  }

  Execution with(Payload variables) {
    return new Execution(
        machine, name, version, input, startedAt, visit, variables, end, historyPages, history);
  }

  Execution ended(End end) {
    return new Execution(
        machine, name, version, input, startedAt, visit, variables, end, historyPages, history);
  }

  Execution tell(Event event) {
    List<Event> more = new ArrayList<>(history);
    more.add(event);
    return withHistory(historyPages, more);
  }

  Execution withHistory(int pages, List<Event> tail) {
    return new Execution(
        machine, name, version, input, startedAt, visit, variables, end, pages, tail);
  }

  Execution nextVersion() {
    return new Execution(
        machine, name, version + 1, input, startedAt, visit, variables, end, historyPages, history);
  }

  /** How it ended, and with what. */
  record End(
      ExecutionStatus status,
      Instant at,
      @Nullable Payload output,
      @Nullable String error,
      @Nullable String cause) {}
}

package dev.cutoff.local.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * An execution as it is stored, one version for each transition.
 *
 * @param news what its history has to tell since the last version
 */
record Execution(
    String machine,
    String name,
    long version,
    Payload input,
    Instant startedAt,
    Visit visit,
    Payload variables,
    @Nullable End end,
    List<Event> news) {

  Execution {
    news = List.copyOf(news);
  }

  static String id(String machine, String name) {
    return machine + ":" + name;
  }

  String id() {
    return id(machine, name);
  }

  /** The start and the name, so that no two executions have the same place in a list. */
  String place() {
    return Instants.text(startedAt) + "#" + name;
  }

  ExecutionStatus status() {
    return end == null ? ExecutionStatus.RUNNING : end.status();
  }

  Execution at(Visit visit) {
    return new Execution(machine, name, version, input, startedAt, visit, variables, end, news);
  }

  Execution with(Payload variables) {
    return new Execution(machine, name, version, input, startedAt, visit, variables, end, news);
  }

  Execution ended(End end) {
    return new Execution(machine, name, version, input, startedAt, visit, variables, end, news);
  }

  Execution tell(Event event) {
    List<Event> more = new ArrayList<>(news);
    more.add(event);
    return withNews(more);
  }

  /** With its news written down. */
  Execution told() {
    return withNews(List.of());
  }

  private Execution withNews(List<Event> news) {
    return new Execution(machine, name, version, input, startedAt, visit, variables, end, news);
  }

  Execution nextVersion() {
    return new Execution(machine, name, version + 1, input, startedAt, visit, variables, end, news);
  }

  /** How it ended, and with what. */
  record End(
      ExecutionStatus status,
      Instant at,
      @Nullable Payload output,
      @Nullable String error,
      @Nullable String cause) {}
}

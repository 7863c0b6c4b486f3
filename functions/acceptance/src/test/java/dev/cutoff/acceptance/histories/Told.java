package dev.cutoff.acceptance.histories;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * A history in the words that both engines share: what was entered and left, with what; each try of
 * a task that failed; how it ended. And what each function was called with.
 */
record Told(List<String> lines, List<String> calls) {

  static Told of(List<HistoryEvent> events, List<String> calls) {
    List<String> lines = new ArrayList<>();
    boolean inTask = false;
    for (HistoryEvent event : events) {
      String type = event.typeAsString();
      if (type.endsWith("StateEntered")) {
        var entered = event.stateEnteredEventDetails();
        inTask = type.startsWith("Task");
        lines.add(kind(type) + entered.name() + " << " + json(entered.input()));
      } else if (type.endsWith("StateExited")) {
        lines.add("  out >> " + json(event.stateExitedEventDetails().output()));
      } else {
        other(event, type, inTask, lines);
      }
    }
    return new Told(lines, calls);
  }

  private static void other(HistoryEvent event, String type, boolean inTask, List<String> lines) {
    switch (type) {
      case "TaskFailed" -> {
        var failed = event.taskFailedEventDetails();
        lines.add(failure("  failed", failed.error(), failed.cause()));
      }
      case "TaskTimedOut" -> {
        var late = event.taskTimedOutEventDetails();
        lines.add(failure("  failed", late.error(), late.cause()));
      }
      case "EvaluationFailed" -> {
        // Of other states both tell the end of the execution alone.
        if (inTask) {
          var failed = event.evaluationFailedEventDetails();
          lines.add(failure("  failed", failed.error(), failed.cause()));
        }
      }
      case "ExecutionSucceeded" ->
          lines.add("SUCCEEDED >> " + json(event.executionSucceededEventDetails().output()));
      case "ExecutionFailed" -> {
        var failed = event.executionFailedEventDetails();
        lines.add(failure("FAILED", failed.error(), failed.cause()));
      }
      case "ExecutionTimedOut" -> lines.add("TIMED_OUT");
      case "ExecutionAborted" -> lines.add("ABORTED");
      // Of a task's inner life each engine tells as much as it likes: scheduled, started, …
      default -> {}
    }
  }

  /** Of a path: the names of the states entered. */
  List<String> path() {
    return lines.stream()
        .filter(line -> line.contains(" << "))
        .map(line -> line.substring(line.indexOf(' ') + 1, line.indexOf(" << ")))
        .toList();
  }

  private static String kind(String type) {
    return type.substring(0, type.length() - "StateEntered".length()) + " ";
  }

  private static String json(@Nullable String json) {
    return json == null ? "nothing" : Canonical.text(json);
  }

  private static String failure(String what, @Nullable String error, @Nullable String cause) {
    return "%s %s, %s".formatted(what, error, Canonical.cause(error, cause));
  }
}

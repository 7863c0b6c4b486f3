package dev.cutoff.local.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An error of a state by its name, as {@code Retry} and {@code Catch} see it. */
record Failure(String error, @Nullable String cause) {

  static final String ALL = "States.ALL";
  static final String TIMEOUT = "States.Timeout";
  static final String TASK_FAILED = "States.TaskFailed";
  static final String RUNTIME = "States.Runtime";
  static final String DATA_LIMIT = "States.DataLimitExceeded";
  static final String QUERY = "States.QueryEvaluationError";
  static final String NO_CHOICE = "States.NoChoiceMatched";

  /** The names under {@code States.} that a definition may list. */
  static final Set<String> RESERVED =
      Set.of(
          ALL,
          TIMEOUT,
          TASK_FAILED,
          RUNTIME,
          DATA_LIMIT,
          QUERY,
          NO_CHOICE,
          "States.Permissions",
          "States.HeartbeatTimeout");

  private static final Set<String> BEYOND_WILDCARDS = Set.of(RUNTIME, DATA_LIMIT);

  static Failure timeout() {
    return new Failure(TIMEOUT, null);
  }

  static Failure tooBig(String what) {
    return new Failure(
        DATA_LIMIT,
        "The %s has a size exceeding the maximum number of bytes service limit.".formatted(what));
  }

  /** AWS's wildcards: ALL is all but terminal errors, TaskFailed is that without the timeout. */
  boolean matches(String name) {
    return switch (name) {
      case ALL -> !BEYOND_WILDCARDS.contains(error);
      case TASK_FAILED -> !BEYOND_WILDCARDS.contains(error) && !error.equals(TIMEOUT);
      // Terminal: AWS fails the execution whatever the definition says.
      case RUNTIME -> false;
      case String other -> other.equals(error);
    };
  }

  /** Both are always there: a timeout's cause is empty, a token failed without one has null. */
  Map<String, @Nullable Object> errorOutput() {
    Map<String, @Nullable Object> output = new LinkedHashMap<>();
    output.put("Error", error.isEmpty() ? null : error);
    output.put("Cause", cause == null && error.equals(TIMEOUT) ? "" : cause);
    return output;
  }
}

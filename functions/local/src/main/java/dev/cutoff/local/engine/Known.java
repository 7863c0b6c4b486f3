package dev.cutoff.local.engine;

import java.util.Map;
import java.util.Set;

/** The fields this interpreter knows, each in its place; {@link Refusals} speaks of all others. */
final class Known {

  static final Set<String> MACHINE =
      Set.of("Comment", "Version", "QueryLanguage", "StartAt", "TimeoutSeconds", "States");

  static final Map<String, Set<String>> STATE =
      Map.of(
          "Task",
          Set.of(
              "Type",
              "Comment",
              "QueryLanguage",
              "Resource",
              "Arguments",
              "TimeoutSeconds",
              "Retry",
              "Catch",
              "Output",
              "Assign",
              "Next",
              "End"),
          "Pass",
          Set.of("Type", "Comment", "QueryLanguage", "Output", "Assign", "Next", "End"),
          "Choice",
          Set.of("Type", "Comment", "QueryLanguage", "Choices", "Default", "Output", "Assign"),
          "Wait",
          Set.of(
              "Type",
              "Comment",
              "QueryLanguage",
              "Seconds",
              "Timestamp",
              "Output",
              "Assign",
              "Next",
              "End"),
          "Succeed",
          Set.of("Type", "Comment", "QueryLanguage", "Output"),
          "Fail",
          Set.of("Type", "Comment", "QueryLanguage", "Error", "Cause"));

  static final Set<String> RETRY =
      Set.of(
          "Comment",
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy");

  static final Set<String> CATCH = Set.of("Comment", "ErrorEquals", "Output", "Assign", "Next");

  static final Set<String> CHOICE = Set.of("Comment", "Condition", "Output", "Assign", "Next");

  static final Set<String> ARGUMENTS = Set.of("FunctionName", "Payload");

  /** What stands in {@code $states.context}, and below each. */
  static final Map<String, Set<String>> CONTEXT =
      Map.of(
          "Execution", Set.of("Id", "Input", "Name", "StartTime"),
          "State", Set.of("EnteredTime", "Name", "RetryCount"),
          "StateMachine", Set.of("Id", "Name"),
          "Task", Set.of("Token"));

  static final String INVOKE = "arn:aws:states:::lambda:invoke";
  static final String INVOKE_AND_WAIT = "arn:aws:states:::lambda:invoke.waitForTaskToken";

  private Known() {}
}

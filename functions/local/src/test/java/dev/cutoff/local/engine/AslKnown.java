package dev.cutoff.local.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known, by the row of the table that says so. */
final class AslKnown {

  /**
   * @param end the status, and the output or the error
   */
  record Example(String definition, Map<String, Rig.Body> functions, String end) {}

  private static final Map<String, Rig.Body> FUNCTIONS =
      Map.of(
          "echo", payload -> payload,
          "broken",
              payload -> {
                throw new IllegalStateException("no");
              },
          "big", payload -> "\"" + "x".repeat(257 * 1024) + "\"");

  private AslKnown() {}

  static Map<String, List<Example>> examples() {
    Map<String, List<Example>> known = new LinkedHashMap<>();
    machines(known);
    states(known);
    tasks(known);
    errors(known);
    AslData.add(known);
    AslFunctions.add(known);
    return known;
  }

  private static void machines(Map<String, List<Example>> known) {
    String rest =
        "\"StartAt\": \"A\", \"Comment\": \"c\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Comment\": \"c\", \"QueryLanguage\": \"JSONata\", \"End\": true}}}";
    known.put(
        "StartAt, States, Comment", List.of(whole("{\"QueryLanguage\": \"JSONata\", " + rest)));
    known.put(
        "Version",
        List.of(whole("{\"QueryLanguage\": \"JSONata\", \"Version\": \"1.0\", " + rest)));
    known.put(
        "TimeoutSeconds of the machine",
        List.of(
            new Example(
                "{\"QueryLanguage\": \"JSONata\", \"TimeoutSeconds\": 2, \"StartAt\": \"A\", \"States\": {"
                    + "\"A\": {\"Type\": \"Wait\", \"Seconds\": 3, \"End\": true}}}",
                FUNCTIONS,
                "TIMED_OUT null")));
    known.put("QueryLanguage JSONata", List.of(whole("{\"QueryLanguage\": \"JSONata\", " + rest)));
    known.put(
        "DefinitionSubstitutions", List.of(whole("{\"QueryLanguage\": \"JSONata\", " + rest)));
  }

  private static void states(Map<String, List<Example>> known) {
    known.put(
        "Task",
        List.of(
            runs(task("echo", "\"Output\": \"{% $states.result.Payload %}\""), "SUCCEEDED {}")));
    known.put("Pass", List.of(output("1", "1")));
    known.put(
        "Choice",
        List.of(
            runs(
                """
                "A": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.n = 2 %}", "Next": "B"},
                  {"Condition": "{% $states.input.n = 1 %}", "Next": "C"}, {"Condition": true, "Next": "B"}]},
                "B": {"Type": "Fail"}, "C": {"Type": "Succeed"}\
                """,
                "SUCCEEDED {\"n\":1}")));
    known.put(
        "Wait",
        List.of(
            runs(
                "\"A\": {\"Type\": \"Wait\", \"Seconds\": 9, \"End\": true}",
                "SUCCEEDED {\"n\":1}")));
    known.put(
        "Succeed",
        List.of(
            runs(
                "\"A\": {\"Type\": \"Succeed\", \"Output\": \"{% $states.input.n + 1 %}\"}",
                "SUCCEEDED 2")));
    known.put(
        "Fail",
        List.of(
            runs(
                "\"A\": {\"Type\": \"Fail\", \"Error\": \"{% 'E' & $states.input.n %}\", \"Cause\": \"c\"}",
                "FAILED E1"),
            runs("\"A\": {\"Type\": \"Fail\"}", "FAILED null")));
    known.put(
        "Next, End",
        List.of(
            runs(
                "\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Pass\", \"End\": true}",
                "SUCCEEDED {\"n\":1}")));
  }

  private static void tasks(Map<String, List<Example>> known) {
    known.put(
        "lambda:invoke",
        List.of(
            runs(
                task("echo:live", "\"Output\": \"{% $states.result %}\""),
                "SUCCEEDED {\"ExecutedVersion\":\"$LATEST\",\"Payload\":{},\"StatusCode\":200}")));
    known.put(
        "lambda:invoke.waitForTaskToken",
        List.of(runs(waiting("broken", 5), "FAILED java.lang.IllegalStateException")));
    known.put(
        "Arguments, FunctionName, Payload",
        List.of(
            runs(
                """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                  "Arguments": {"FunctionName": "{% 'ec' & 'ho' %}", "Payload": "{% $states.input %}"},
                  "Output": "{% $states.result.Payload %}"}\
                """,
                "SUCCEEDED {\"n\":1}")));
    known.put(
        "TimeoutSeconds of a task",
        List.of(
            runs(waiting("echo", 5), "FAILED States.Timeout"),
            runs(
                waiting("echo", 5).replace(": 5", ": \"{% $states.input.n * 5 %}\""),
                "FAILED States.Timeout")));
  }

  private static void errors(Map<String, List<Example>> known) {
    known.put(
        "Retry: ErrorEquals, IntervalSeconds, MaxAttempts, BackoffRate, MaxDelaySeconds, JitterStrategy",
        List.of(
            runs(
                task(
                    "broken",
                    """
                    "Retry": [{"ErrorEquals": ["java.lang.IllegalStateException"], "IntervalSeconds": 1, "MaxAttempts": 2,
                      "BackoffRate": 1.5, "MaxDelaySeconds": 9, "JitterStrategy": "FULL"}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.context.State.RetryCount %}", "Next": "Z"}]\
                    """),
                "SUCCEEDED 2")));
    known.put(
        "Catch: ErrorEquals, Output, Assign, Next",
        List.of(
            caught(
                "broken",
                "[\"A\", \"java.lang.IllegalStateException\"]",
                "IllegalStateException")));
    known.put(
        "$states.errorOutput",
        List.of(
            runs(
                "\"A\": "
                    + waiting("echo", 5)
                        .substring(5)
                        .replace(
                            "\"End\": true}",
                            "\"Catch\": [{\"ErrorEquals\": [\"States.Timeout\"], \"Output\": \"{% $states.errorOutput %}\", \"Next\": \"Z\"}], \"End\": true}")
                    + ", \"Z\": {\"Type\": \"Succeed\"}",
                "SUCCEEDED {\"Error\":\"States.Timeout\",\"Cause\":\"\"}")));
    known.put(
        "States.ALL",
        List.of(
            caught("broken", "[\"States.ALL\"]", "IllegalStateException"),
            notCaught("big", "States.ALL", "States.DataLimitExceeded")));
    known.put(
        "States.TaskFailed",
        List.of(caught("broken", "[\"States.TaskFailed\"]", "IllegalStateException")));
    known.put("States.Timeout", List.of(runs(waiting("echo", 5), "FAILED States.Timeout")));
    known.put(
        "States.QueryEvaluationError",
        List.of(
            runs(
                pass("\"Output\": \"{% $states.input.missing %}\""),
                "FAILED States.QueryEvaluationError"),
            runs(pass("\"Output\": \"{% 1 + 'a' %}\""), "FAILED States.QueryEvaluationError")));
    known.put(
        "States.NoChoiceMatched",
        List.of(
            runs(
                "\"A\": {\"Type\": \"Choice\", \"Choices\": [{\"Condition\": false, \"Next\": \"B\"}]}, \"B\": {\"Type\": \"Succeed\"}",
                "FAILED States.NoChoiceMatched")));
    known.put(
        "States.DataLimitExceeded",
        List.of(runs(task("big", "\"Output\": 1"), "FAILED States.DataLimitExceeded")));
    known.put("States.Runtime", List.of(notCaught("notJson", "States.Runtime", "States.Runtime")));
    known.put(
        "Lambda.*, Sandbox.Timedout, Runtime.ExitError",
        List.of(
            runs(task("nobody", "\"Output\": 1"), "FAILED Lambda.ResourceNotFoundException"),
            runs(
                task(
                    "echo",
                    "\"Output\": 1, \"Retry\": [{\"ErrorEquals\": [\"Lambda.ServiceException\", \"Sandbox.Timedout\", \"Runtime.ExitError\"]}]"),
                "SUCCEEDED 1")));
  }

  static String machine(String states) {
    return "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {" + states + "}}";
  }

  /** A Pass state that gives what the expression gives. */
  static Example output(String expression, String json) {
    return runs(pass("\"Output\": \"{% " + expression + " %}\""), "SUCCEEDED " + json);
  }

  static Example runs(String states, String end) {
    return new Example(machine(states), FUNCTIONS, end);
  }

  private static Example whole(String definition) {
    return new Example(definition, FUNCTIONS, "SUCCEEDED {\"n\":1}");
  }

  private static Example caught(String function, String errors, String end) {
    return runs(
        task(
            function,
            "\"Catch\": [{\"ErrorEquals\": %s, \"Assign\": {\"e\": \"{%% $states.errorOutput.Error %%}\"}, \"Output\": \"{%% $substringAfter($states.errorOutput.Error, 'lang.') %%}\", \"Next\": \"Z\"}]"
                .formatted(errors)),
        "SUCCEEDED \"" + end + "\"");
  }

  private static Example notCaught(String function, String error, String end) {
    Map<String, Rig.Body> functions = new LinkedHashMap<>(FUNCTIONS);
    functions.put("notJson", payload -> "oops");
    return new Example(
        machine(
            task(
                function,
                "\"Catch\": [{\"ErrorEquals\": [\"%s\"], \"Next\": \"Z\"}]".formatted(error))),
        functions,
        "FAILED " + end);
  }

  static String pass(String field) {
    return "\"A\": {\"Type\": \"Pass\", \"End\": true, " + field + "}";
  }

  static String task(String function, String more) {
    return """
    "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "%s"}, %s, "Next": "Z"},
    "Z": {"Type": "Succeed"}\
    """
        .formatted(function, more);
  }

  static String waiting(String function, int seconds) {
    return """
    "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": %d,
      "Arguments": {"FunctionName": "%s", "Payload": {"t": "{%% $states.context.Task.Token %%}"}}, "End": true}\
    """
        .formatted(seconds, function);
  }
}

package dev.cutoff.local.engine;

import static dev.cutoff.local.engine.AslKnown.output;
import static dev.cutoff.local.engine.AslKnown.pass;
import static dev.cutoff.local.engine.AslKnown.runs;
import static dev.cutoff.local.engine.AslKnown.task;

import dev.cutoff.local.engine.AslKnown.Example;
import java.util.List;
import java.util.Map;

/** What is known of choices, waits and data. */
final class AslData {

  private AslData() {}

  static void add(Map<String, List<Example>> known) {
    choices(known);
    data(known);
  }

  private static void choices(Map<String, List<Example>> known) {
    String choice =
        """
        "A": {"Type": "Choice", "Default": "B", "Output": "default", "Assign": {"v": "default"},
          "Choices": [{"Condition": %s, "Output": "rule", "Assign": {"v": "rule"}, "Next": "B"}]},
        "B": {"Type": "Pass", "Output": "{%% $states.input & ' ' & $v %%}", "End": true}\
        """;
    List<Example> examples =
        List.of(
            runs(choice.formatted("true"), "SUCCEEDED \"rule rule\""),
            runs(
                choice.formatted("\"{% $states.input.n > 1 %}\""), "SUCCEEDED \"default default\""),
            runs(choice.formatted("\"{% 'yes' %}\""), "FAILED States.QueryEvaluationError"));
    for (String feature :
        List.of(
            "Condition",
            "Output and Assign of a rule",
            "Output of a Choice",
            "Assign of a Choice")) {
      known.put(feature, examples);
    }
    known.put(
        "Wait: Seconds, Timestamp",
        List.of(
            runs(
                "\"A\": {\"Type\": \"Wait\", \"Seconds\": \"{% 2 %}\", \"End\": true}",
                "SUCCEEDED {\"n\":1}"),
            runs(
                "\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"2026-11-23T10:00:00+01:00\", \"End\": true}",
                "SUCCEEDED {\"n\":1}"),
            runs(
                "\"A\": {\"Type\": \"Wait\", \"Seconds\": \"{% 0.5 %}\", \"End\": true}",
                "FAILED States.QueryEvaluationError")));
  }

  private static void data(Map<String, List<Example>> known) {
    known.put(
        "Output",
        List.of(
            runs(
                pass("\"Output\": {\"a\": [null, \"{% 1 + 1 %}\", \"b\"]}"),
                "SUCCEEDED {\"a\":[null,2,\"b\"]}")));
    known.put(
        "Assign, variables",
        List.of(
            runs(
                """
                "A": {"Type": "Pass", "Assign": {"a": 1, "b": 2}, "Next": "B"},
                "B": {"Type": "Pass", "Assign": {"a": "{% $b %}", "b": "{% $a %}"}, "Next": "C"},
                "C": {"Type": "Pass", "Output": ["{% $a %}", "{% $b %}"], "End": true}\
                """,
                "SUCCEEDED [2,1]")));
    known.put("$states.input", List.of(output("$states.input.n", "1")));
    known.put(
        "$states.result",
        List.of(
            runs(
                task("echo", "\"Output\": \"{% $states.result.StatusCode %}\""), "SUCCEEDED 200")));
    known.put(
        "$states.context",
        List.of(
            output("$keys($states.context.Execution)", "[\"Id\",\"Input\",\"Name\",\"StartTime\"]"),
            output("$keys($states.context.State)", "[\"EnteredTime\",\"Name\"]"),
            output("$keys($states.context.StateMachine)", "[\"Id\",\"Name\"]"),
            runs(
                task("echo", "\"Output\": \"{% $states.context.State.RetryCount %}\""),
                "SUCCEEDED 0")));
  }
}

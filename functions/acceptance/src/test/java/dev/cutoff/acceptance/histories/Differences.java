package dev.cutoff.acceptance.histories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * All of them. Where the source is a recording, it is a history of the real service in the tests of
 * LocalStack.
 */
final class Differences {
  private static final String RECORDED =
      "github.com/localstack/localstack tests/aws/services/stepfunctions/v2/";
  private static final String GUIDE = "docs.aws.amazon.com/step-functions/latest/dg/";

  private final List<Difference> all = new ArrayList<>();

  private Differences() {}

  static List<Difference> all() {
    Differences differences = new Differences();
    differences.tasks();
    differences.limits();
    differences.expressions();
    differences.states();
    return differences.all;
  }

  private void tasks() {
    add(
        "a function that fails behind a task token fails the task",
        "github.com/aws/aws-cdk/pull/2686: the wait begins after the function was successful",
        scene("broken-before-waiting", waiting("2"), Script.of("One", Act.fails(Errors.BUG))),
        Differences::end,
        "FAILED java.lang.IllegalStateException, {\"errorMessage\":\"as told\",\"errorType\":\"java.lang.IllegalStateException\"}",
        "FAILED States.Timeout, null");
    add(
        "a task's result names the version that was executed",
        RECORDED + "evaluate_jsonata: test_base_task[TIMEOUT_SECONDS]",
        scene("version", task("\"Output\": \"{% $states.result %}\""), Script.USUAL),
        Differences::end,
        "SUCCEEDED >> {\"ExecutedVersion\":\"$LATEST\",\"Payload\":{\"done\":\"One\"},\"StatusCode\":200}",
        "SUCCEEDED >> {\"Payload\":{\"done\":\"One\"},\"StatusCode\":200}");
    add(
        "no payload is over 256 KiB",
        GUIDE + "concepts-error-handling.html: States.DataLimitExceeded",
        scene(
            "too-big",
            task("\"Output\": \"done\""),
            Script.of("One", new Act.Answers("\"" + "x".repeat(300_000) + "\""))),
        history -> end(history).substring(0, 9),
        "FAILED St",
        "SUCCEEDED");
  }

  private void limits() {
    Script late = Script.of("One", new Act.Takes(Duration.ofSeconds(3), "1"));
    String caught =
        task(
            """
            "TimeoutSeconds": 1, "Output": "in time",
            "Catch": [{"ErrorEquals": ["States.Timeout"], "Output": "{% $states.errorOutput.Cause %}", "Next": "B"}]\
            """);
    add(
        "a timeout has an empty cause",
        RECORDED + "error_handling: test_invoke_timeout",
        scene("cause-of-a-timeout", caught, late),
        Differences::end,
        "SUCCEEDED >> \"\"",
        "SUCCEEDED >> \"Task timed out after 1 seconds\"");
    add(
        "a task that took too long is TaskTimedOut",
        RECORDED + "error_handling: test_invoke_timeout",
        scene("type-of-a-timeout", caught, late),
        history -> history.stream().anyMatch(e -> e.typeAsString().equals("TaskTimedOut")),
        true,
        false);
    add(
        "a task's limit may be computed",
        RECORDED + "evaluate_jsonata: test_base_task[TIMEOUT_SECONDS]",
        scene(
            "computed-limit",
            waiting("\"{% $states.input.attempt + 1 %}\""),
            Script.of("One", new Act.TokenIsLeft())),
        history -> end(history).split(",", 2)[0],
        "FAILED States.Timeout",
        "FAILED States.Runtime");
    add(
        "an execution ends at the limit of its state machine",
        RECORDED + "timeouts: test_global_timeout",
        new Scene(
            "limit-of-the-machine",
            new Definition(
                "limit-of-the-machine",
                Definition.of("", "A", waiting("3"))
                    .text()
                    .replaceFirst("\\{", "{\"TimeoutSeconds\": 1, ")),
            Script.of("One", new Act.TokenIsLeft())),
        Differences::end,
        "TIMED_OUT",
        "FAILED States.Timeout, null");
  }

  private void expressions() {
    add(
        "all of Assign is computed from what the variables were before",
        GUIDE + "workflow-variables.html: evaluation order",
        scene(
            "swap",
            """
            "A": {"Type": "Pass", "Assign": {"a": 1, "b": 2}, "Next": "B"},
            "B": {"Type": "Pass", "Assign": {"a": "{% $b %}", "b": "{% $a %}"}, "Next": "C"},
            "C": {"Type": "Pass", "Output": ["{% $a %}", "{% $b %}"], "End": true}\
            """),
        Differences::end,
        "SUCCEEDED >> [2,1]",
        "SUCCEEDED >> [2,2]");
    add(
        "a condition is true or false and nothing else",
        GUIDE + "state-choice.html: Condition; states-language.net: incorrectly typed result",
        scene(
            "nearly-true",
            """
            "A": {"Type": "Choice", "Choices": [{"Condition": "{% 'yes' %}", "Next": "B"}], "Default": "B"},
            "B": {"Type": "Pass", "End": true}\
            """),
        Differences::end,
        "FAILED States.QueryEvaluationError, null",
        "SUCCEEDED >> {\"attempt\":1,\"orderId\":\"nearly-true\"}");
    add(
        "an expression that fails is EvaluationFailed",
        RECORDED + "assign: test_undefined_reference[BASE_UNDEFINED_OUTPUT]",
        scene(
            "nothing-there",
            "\"A\": {\"Type\": \"Pass\", \"Output\": \"{% $nothing %}\", \"End\": true}"),
        Differences::types,
        List.of("ExecutionStarted", "PassStateEntered", "EvaluationFailed", "ExecutionFailed"),
        List.of("ExecutionStarted", "PassStateEntered", "ExecutionFailed"));
    add(
        "a timestamp has an offset",
        RECORDED + "scenarios: test_wait_timestamp_jsonata[NO_Z]",
        scene(
            "without-an-offset",
            "\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"{% '2016-12-05T21:29:29' %}\", \"End\": true}"),
        Differences::end,
        "FAILED States.QueryEvaluationError, null",
        "SUCCEEDED >> {\"attempt\":1,\"orderId\":\"without-an-offset\"}");
    add(
        "only a task has a retry count",
        RECORDED + "context_object: test_input_path[$$]",
        scene(
            "count-of-a-pass",
            """
            "A": {"Type": "Pass", "Output": "{% $exists($states.context.State.RetryCount) %}", "End": true}\
            """),
        Differences::end,
        "SUCCEEDED >> false",
        "SUCCEEDED >> true");
  }

  private void states() {
    add(
        "Succeed has an Output",
        GUIDE + "state-succeed.html",
        scene("success-in-words", "\"A\": {\"Type\": \"Succeed\", \"Output\": \"{% 'well' %}\"}"),
        Differences::end,
        "SUCCEEDED >> \"well\"",
        "SUCCEEDED >> {\"attempt\":1,\"orderId\":\"success-in-words\"}");
    add(
        "a Choice that takes its default has the Output of the state",
        RECORDED + "outputdecl: test_output_in_choice[CONDITION_FALSE]",
        scene(
            "output-of-a-default",
            """
            "A": {"Type": "Choice", "Choices": [{"Condition": false, "Next": "B"}], "Default": "B", "Output": "default"},
            "B": {"Type": "Pass", "End": true}\
            """),
        Differences::end,
        "SUCCEEDED >> \"default\"",
        "SUCCEEDED >> {\"attempt\":1,\"orderId\":\"output-of-a-default\"}");
    add(
        "Fail without an Error has none",
        RECORDED + "outputdecl: test_output_in_choice[CONDITION_FALSE]",
        scene("nameless", "\"A\": {\"Type\": \"Fail\", \"Cause\": \"so\"}"),
        Differences::end,
        "FAILED null, so",
        "FAILED States.Fail, so");
  }

  private static String end(List<HistoryEvent> history) {
    return Told.of(history, List.of()).lines().getLast();
  }

  private static List<String> types(List<HistoryEvent> history) {
    return history.stream().map(HistoryEvent::typeAsString).toList();
  }

  private static String task(String more) {
    return """
    "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": {"FunctionName": "${OneFunctionArn}", "Payload": {"orderId": "{%% $states.context.Execution.Name %%}"}},
        %s, "Next": "B"},
    "B": {"Type": "Pass", "End": true}\
    """
        .formatted(more);
  }

  private static String waiting(String limit) {
    return """
    "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": %s,
        "Arguments": {"FunctionName": "${OneFunctionArn}", "Payload": {
          "orderId": "{%% $states.input.orderId %%}", "taskToken": "{%% $states.context.Task.Token %%}"}},
        "End": true}\
    """
        .formatted(limit);
  }

  private static Scene scene(String name, String states) {
    return scene(name, states, Script.USUAL);
  }

  private static Scene scene(String name, String states, Script script) {
    return new Scene(name, Definition.of(name, "A", states), script);
  }

  private void add(
      String what,
      String source,
      Scene scene,
      Function<List<HistoryEvent>, Object> seen,
      Object asOnAws,
      Object onTheEmulator) {
    all.add(new Difference(what, source, scene, seen, asOnAws, onTheEmulator));
  }
}

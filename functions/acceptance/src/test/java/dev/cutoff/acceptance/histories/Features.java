package dev.cutoff.acceptance.histories;

import static dev.cutoff.acceptance.histories.Act.fails;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Small definitions of what the embedded engine claims to know beyond the real one. */
final class Features {
  private final List<Scene> scenes = new ArrayList<>();

  private Features() {}

  static List<Scene> scenes() {
    Features all = new Features();
    all.data();
    all.play("functions", Expressions.all());
    all.functionsThatTakeTooLong();
    all.choices();
    all.waits();
    all.variables();
    all.tasks();
    all.tokens();
    all.catches();
    all.retries();
    all.ends();
    all.expressionsThatFail();
    return all.scenes;
  }

  private void data() {
    play(
        "data",
        """
        "A": {"Type": "Pass", "Output": {"text": "ä ✓ \\"quoted\\"", "whole": 12345678901, "part": 1.50,
            "yes": true, "none": null, "list": [1, [2, []], {}], "sum": "{% 1 + 2 * 3 %}",
            "order": "{% $states.input.orderId & '!' %}", "deep": {"er": ["{% $states.input.attempt %}"]}},
          "Next": "B"},
        "B": {"Type": "Pass", "Comment": "hands on what it got", "Next": "C"},
        "C": {"Type": "Pass", "Output": "{% $states.input.list[1] %}", "Next": "D"},
        "D": {"Type": "Pass", "Output": null, "Next": "E"},
        "E": {"Type": "Pass", "Output": "plain", "Next": "F"},
        "F": {"Type": "Pass", "Output": "{% $merge([{'a': 1}, {'b': $states.input}]) %}", "End": true}\
        """);
    play(
        "context",
        """
        "A": {"Type": "Pass", "Output": {
            "execution": "{% $states.context.Execution.Name %}", "id": "{% $states.context.Execution.Id %}",
            "input": "{% $states.context.Execution.Input %}", "state": "{% $states.context.State.Name %}",
            "machine": "{% $states.context.StateMachine.Name %}", "machineId": "{% $states.context.StateMachine.Id %}",
            "started": "{% $toMillis($states.context.Execution.StartTime) > 0 %}",
            "entered": "{% $toMillis($states.context.State.EnteredTime) > 0 %}"},
          "End": true}\
        """);
  }

  private void choices() {
    String choice =
        """
        "A": {"Type": "Pass", "Output": {"n": %s}, "Next": "B"},
        "B": {"Type": "Choice", "Assign": {"way": "none"}, "Default": "C", "Choices": [
            {"Condition": "{%% $states.input.n > 10 and $states.input.n < 20 %%}", "Output": {"teen": "{%% $states.input.n %%}"},
              "Assign": {"way": "first"}, "Next": "C"},
            {"Condition": "{%% $states.input.n > 5 %%}", "Assign": {"way": "second"}, "Next": "D"},
            {"Condition": false, "Assign": {"way": "never"}, "Next": "C"}]},
        "C": {"Type": "Pass", "Output": {"way": "{%% $way %%}", "in": "{%% $states.input %%}"}, "End": true},
        "D": {"Type": "Succeed"}\
        """;
    play("first-choice", choice.formatted("15"));
    play("second-choice", choice.formatted("25"));
    play("no-choice-but-a-default", choice.formatted("1"));
  }

  private void waits() {
    play(
        "waits",
        """
        "A": {"Type": "Wait", "Seconds": 3, "Output": {"waited": 3}, "Assign": {"w": "{% $states.input.attempt %}"}, "Next": "B"},
        "B": {"Type": "Wait", "Seconds": "{% $w + 1 %}", "Next": "C"},
        "C": {"Type": "Wait", "Timestamp": "2020-02-29T23:59:59+01:00", "Next": "D"},
        "D": {"Type": "Wait", "Timestamp": "{% '2020-01-01T00:00:00Z' %}", "End": true}\
        """);
  }

  private void variables() {
    play(
        "variables",
        """
        "A": {"Type": "Pass", "Assign": {"n": 1, "o": {"list": [1, 2]}, "gone": null}, "Next": "B"},
        "B": {"Type": "Pass", "Assign": {"n": "{% $n + 1 %}"}, "Output": {"old": "{% $n %}"}, "Next": "C"},
        "C": {"Type": "Pass", "Output": {"new": "{% $n %}", "last": "{% $o.list[-1] %}", "gone": "{% $gone %}"}, "Next": "D"},
        "D": {"Type": "Choice", "Choices": [{"Condition": "{% $n < 4 %}", "Next": "B"}], "Default": "E"},
        "E": {"Type": "Succeed"}\
        """);
  }

  private void tasks() {
    play(
        "task",
        """
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "${OneFunctionArn}", "Payload": {"orderId": "{% $states.input.orderId %}",
            "list": ["{% $states.input.attempt %}", null, true], "try": "{% $states.context.State.RetryCount %}"}},
          "Assign": {"got": "{% $states.result.Payload %}"},
          "Output": {"status": "{% $states.result.StatusCode %}", "payload": "{% $states.result.Payload %}"}, "Next": "B"},
        "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "${TwoFunctionArn}",
            "Payload": "{% {'orderId': $states.context.Execution.Input.orderId, 'got': $got} %}"},
          "Output": "{% [$states.result.Payload, $states.input, $got] %}", "End": true}\
        """,
        Script.of("One", new Act.Answers("{\"a\": [1.50, {\"b\": null}], \"ü\": \"✓\"}"))
            .and("Two", new Act.Answers("null")));
  }

  private void tokens() {
    String token =
        """
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
          "Arguments": {"FunctionName": "${OneFunctionArn}", "Payload": {
            "orderId": "{% $states.input.orderId %}", "taskToken": "{% $states.context.Task.Token %}"}},
          "Retry": [{"ErrorEquals": ["Again"], "MaxAttempts": 2}], "TimeoutSeconds": 60,
          "Catch": [{"ErrorEquals": ["States.Timeout"], "Output": {"late": "{% $states.errorOutput.Error %}"}, "Next": "B"},
            {"ErrorEquals": ["States.TaskFailed"], "Next": "B"}],
          "Assign": {"given": "{% $states.result %}"}, "Next": "B"},
        "B": {"Type": "Pass", "End": true}\
        """;
    play("token-object", token, Script.of("One", new Act.TokenSucceeds("{\"a\": [1, null]}")));
    play("token-null", token, Script.of("One", new Act.TokenSucceeds("null")));
    play("token-text", token, Script.of("One", new Act.TokenSucceeds("\"yes\"")));
    play("token-fails", token, Script.of("One", new Act.TokenFails("Refused", "not {today}")));
    play(
        "token-late",
        token.replace("\"TimeoutSeconds\": 60", "\"TimeoutSeconds\": 2"),
        Script.of("One", new Act.TokenIsLeft()));
    play(
        "token-again",
        token,
        Script.of("One", new Act.TokenFails("Again", "1"), new Act.TokenFails("Again", "2")));
    play(
        "token-again-too-often",
        token,
        Script.of(
            "One",
            new Act.TokenFails("Again", "1"),
            new Act.TokenFails("Again", "2"),
            new Act.TokenFails("Again", "3")));
  }

  private void catches() {
    String caught =
        task(
            """
            "Catch": [
              {"ErrorEquals": ["dev.cutoff.step.OrderHeld", "Other"], "Next": "B"},
              {"ErrorEquals": ["dev.cutoff.step.OrderCancelled"], "Assign": {"e": "{% $states.errorOutput.Error %}"},
                "Output": {"in": "{% $states.input %}", "because": "{% $states.errorOutput.Cause %}"}, "Next": "B"},
              {"ErrorEquals": ["States.TaskFailed"], "Output": "{% $states.errorOutput.Error %}", "Next": "B"},
              {"ErrorEquals": ["States.ALL"], "Output": "never", "Next": "B"}],
            "Output": "{% $states.result.Payload %}"\
            """);
    play("caught-with-what-it-was", caught, Script.of("One", Act.heldFor("so it is")));
    play("caught-with-output", caught, Script.of("One", fails(Errors.CANCELLED)));
    play("caught-as-task-failed", caught, Script.of("One", fails(Errors.BUG)));
    play("caught-nothing", caught);
    play("not-caught", task("\"Output\": 1"), Script.of("One", fails(Errors.BUG)));
    play(
        "late",
        task(
            """
            "TimeoutSeconds": 1, "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Output": "wrong", "Next": "B"},
              {"ErrorEquals": ["States.Timeout"], "Output": "{% $states.errorOutput.Error %}", "Next": "B"}]\
            """),
        Script.of("One", new Act.Takes(Duration.ofSeconds(3), "1")));
  }

  /** The function's own limit, not the task's. */
  private void functionsThatTakeTooLong() {
    play(
        "function-too-slow",
        task("""
        "Output": 1, "Retry": [{"ErrorEquals": ["Sandbox.Timedout"], "MaxAttempts": 1}],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]\
        """)
            .replace("OneFunctionArn", Definition.HURRIED + "FunctionArn"),
        Script.of(
            Definition.HURRIED,
            new Act.Takes(Duration.ofSeconds(3), "1"),
            new Act.Takes(Duration.ofSeconds(3), "1")));
  }

  private void retries() {
    play(
        "retriers",
        task(
            """
            "Retry": [{"ErrorEquals": ["dev.cutoff.step.TryAgain"], "IntervalSeconds": 1, "MaxAttempts": 2, "BackoffRate": 1.5,
                "MaxDelaySeconds": 5, "JitterStrategy": "NONE"},
              {"ErrorEquals": ["dev.cutoff.step.OrderHeld"], "MaxAttempts": 0},
              {"ErrorEquals": ["States.ALL"], "MaxAttempts": 1, "JitterStrategy": "FULL"}],
            "Output": "{% $states.context.State.RetryCount %}"\
            """),
        Script.of("One", fails(Errors.TRY_AGAIN), fails(Errors.BUG), fails(Errors.TRY_AGAIN)));
    play(
        "retriers-used-up",
        task("\"Retry\": [{\"ErrorEquals\": [\"States.TaskFailed\"]}], \"Output\": 1"),
        Script.of(
            "One",
            fails(Errors.BUG),
            fails(Errors.HELD),
            fails(Errors.CHANGED),
            fails(Errors.TRY_AGAIN)));
    play(
        "never-retried",
        task(
            "\"Retry\": [{\"ErrorEquals\": [\"dev.cutoff.step.OrderHeld\"], \"MaxAttempts\": 0}, {\"ErrorEquals\": [\"States.ALL\"]}], \"Output\": 1"),
        Script.of("One", fails(Errors.HELD)));
  }

  private void ends() {
    play("fails", "\"A\": {\"Type\": \"Fail\", \"Error\": \"Bad\", \"Cause\": \"so\"}");
    play(
        "fails-as-computed",
        """
        "A": {"Type": "Fail", "Error": "{% 'Bad.' & $states.input.orderId %}", "Cause": "{% $string($states.input) %}"}\
        """);
    play("succeeds", "\"A\": {\"Type\": \"Succeed\"}");
  }

  private void expressionsThatFail() {
    String caught =
        task(
            """
            "Output": "{% $states.result.Payload.missing %}",
            "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Output": "{% $states.errorOutput.Error %}", "Next": "B"}]\
            """);
    play("nothing-to-put-out", caught);
    play(
        "no-number", "\"A\": {\"Type\": \"Pass\", \"Output\": \"{% 1 + 'one' %}\", \"End\": true}");
    play(
        "nothing-assigned",
        "\"A\": {\"Type\": \"Pass\", \"Assign\": {\"a\": \"{% $nothing %}\"}, \"End\": true}");
    play("half-a-second", "\"A\": {\"Type\": \"Wait\", \"Seconds\": \"{% 0.5 %}\", \"End\": true}");
    play(
        "no-timestamp",
        "\"A\": {\"Type\": \"Wait\", \"Timestamp\": \"{% 'soon' %}\", \"End\": true}");
    play("no-text", "\"A\": {\"Type\": \"Fail\", \"Error\": \"{% 1 %}\"}");
  }

  /** A task A that leads to B with the other fields given. */
  private static String task(String more) {
    return """
    "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "${OneFunctionArn}",
        "Payload": {"orderId": "{%% $states.context.Execution.Name %%}", "n": "{%% $states.context.State.RetryCount %%}"}},
      %s, "Next": "B"},
    "B": {"Type": "Pass", "End": true}\
    """
        .formatted(more);
  }

  private void play(String name, String states) {
    play(name, states, Script.USUAL);
  }

  private void play(String name, String states, Script script) {
    scenes.add(new Scene(name, Definition.of(name, "A", states), script));
  }
}

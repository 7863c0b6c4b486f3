package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

final class InterpretingStatesTest {

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aTaskGetsItsArgumentsAndItsResultHasTheShapeOfLambdaInvoke() {
    rig.function("f", payload -> "{\"got\":" + payload + "}");
    rig.states(
        "A",
        """
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {"FunctionName": "f", "Payload": {"n": "{% $states.input.n + 1 %}", "fixed": [1, "two", null]}},
              "End": true}\
        """);
    assertThat(rig.run("{\"n\": 1}").output())
        .isEqualTo(
            "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":{\"got\":{\"n\":2,\"fixed\":[1,\"two\",null]}},\"StatusCode\":200}");
  }

  @Test
  void aTaskWithoutPayloadGetsAnEmptyObject() {
    rig.function("f", payload -> payload);
    rig.states("A", task("A", "\"Output\": \"{% $states.result.Payload %}\", \"End\": true"));
    assertThat(rig.run("{}").output()).isEqualTo("{}");
  }

  @Test
  void aFunctionIsFoundByItsArnWithOrWithoutAnAlias() {
    rig.function("f", payload -> "1");
    rig.states(
        "A",
        """
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {"FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:f:live"},
              "Output": "{% $states.result.Payload %}", "End": true}\
        """);
    assertThat(rig.run("{}").output()).isEqualTo("1");
  }

  @Test
  void anUnknownFunctionIsAnErrorOfLambda() {
    rig.states("A", task("A", "\"End\": true"));
    assertThat(rig.run("{}").error()).isEqualTo("Lambda.ResourceNotFoundException");
  }

  @Test
  void variablesAreSetTogetherFromTheOldOnesAndSeenByLaterStatesAlone() {
    rig.states(
        "A",
        """
        "A": {"Type": "Pass", "Assign": {"x": 1, "y": null}, "Next": "B"},
        "B": {"Type": "Pass", "Assign": {"x": "{% $x + 1 %}", "old": "{% $x %}"},
              "Output": {"seen": "{% $x %}"}, "Next": "C"},
        "C": {"Type": "Pass", "Output": {"in": "{% $states.input %}", "x": "{% $x %}", "old": "{% $old %}", "y": "{% $y %}"}, "End": true}\
        """);
    assertThat(rig.run("{}").output())
        .isEqualTo("{\"in\":{\"seen\":1},\"x\":2,\"old\":1,\"y\":null}");
  }

  @Test
  void aChoiceTakesTheFirstRuleThatHoldsWithItsOwnOutput() {
    rig.states(
        "A",
        """
        "A": {"Type": "Choice", "Choices": [
                {"Condition": "{% $states.input.n > 10 %}", "Output": "big", "Next": "Z"},
                {"Condition": "{% $states.input.n > 5 %}", "Output": "middle", "Next": "Z"}],
              "Output": "small", "Default": "Z"},
        "Z": {"Type": "Succeed"}\
        """);
    rig.start("1", "{\"n\": 11}").start("2", "{\"n\": 6}").start("3", "{\"n\": 1}");
    rig.scheduler.runUntilIdle();
    assertThat(rig.describe("1").output()).isEqualTo("\"big\"");
    assertThat(rig.describe("2").output()).isEqualTo("\"middle\"");
    assertThat(rig.describe("3").output()).isEqualTo("\"small\"");
  }

  @Test
  void aChoiceWithoutAMatchFailsTheExecution() {
    rig.states(
        "A",
        """
        "A": {"Type": "Choice", "Choices": [{"Condition": "{% false %}", "Next": "Z"}]},
        "Z": {"Type": "Succeed"}\
        """);
    assertThat(rig.run("{}").error()).isEqualTo("States.NoChoiceMatched");
  }

  @Test
  void waitsLastAsLongAsTheySay() {
    rig.states(
        "A",
        """
        "A": {"Type": "Wait", "Seconds": "{% $states.input.s %}", "Next": "B"},
        "B": {"Type": "Wait", "Timestamp": "2026-11-23T10:00:00+01:00", "Next": "C"},
        "C": {"Type": "Wait", "Timestamp": "{% $states.input.until %}", "End": true}\
        """);
    DescribeExecutionResponse done =
        rig.run("{\"s\": 90, \"until\": \"2026-11-24T08:00:00.500Z\"}");
    assertThat(done.stopDate()).isEqualTo(Rig.START.plus(Duration.ofDays(1)).plusMillis(500));
    assertThat(rig.history("x").get(3).timestamp()).isEqualTo(Rig.START.plusSeconds(90));
  }

  @Test
  void aFailStateNamesErrorAndCause() {
    rig.states(
        "A",
        "\"A\": {\"Type\": \"Fail\", \"Error\": \"Bad\", \"Cause\": \"{% 'n=' & $states.input.n %}\"}");
    DescribeExecutionResponse failed = rig.run("{\"n\": 3}");
    assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(failed.error()).isEqualTo("Bad");
    assertThat(failed.cause()).isEqualTo("n=3");
  }

  @Test
  void theContextTellsOfExecutionStateAndMachine() {
    rig.states(
        "A",
        """
        "A": {"Type": "Pass", "Output": "{% $states.context %}", "End": true}\
        """);
    assertThat(rig.run("{\"a\":1}").output())
        .isEqualTo(
            "{\"Execution\":{\"Id\":\"arn:aws:states:us-east-1:000000000000:execution:m:x\",\"Input\":{\"a\":1},"
                + "\"Name\":\"x\",\"StartTime\":\"2026-11-23T08:00:00.000Z\"},"
                + "\"State\":{\"EnteredTime\":\"2026-11-23T08:00:00.000Z\",\"Name\":\"A\"},"
                + "\"StateMachine\":{\"Id\":\"arn:aws:states:us-east-1:000000000000:stateMachine:m\",\"Name\":\"m\"}}");
  }

  @Test
  void anExpressionThatGivesNothingIsAQueryEvaluationErrorThatCanBeCaught() {
    rig.function("f", payload -> "{}");
    rig.states(
        "A",
        task(
                "A",
                "\"Output\": \"{% $states.result.Payload.missing %}\", \"Catch\": [{\"ErrorEquals\": [\"States.QueryEvaluationError\"], \"Next\": \"Z\"}], \"Next\": \"Z\"")
            + ", \"Z\": {\"Type\": \"Pass\", \"Output\": \"{% $states.input.Error %}\", \"End\": true}");
    assertThat(rig.run("{}").output()).isEqualTo("\"States.QueryEvaluationError\"");
  }

  @Test
  void aPayloadOver256KiBEndsTheExecutionWhateverIsCaught() {
    rig.function("f", payload -> "\"" + "x".repeat(257 * 1024) + "\"");
    rig.states(
        "A",
        task(
                "A",
                "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Z\"}], \"Next\": \"Z\"")
            + ", \"Z\": {\"Type\": \"Succeed\"}");
    assertThat(rig.run("{}").error()).isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void aPayloadJustUnderTheLimitPasses() {
    rig.function("f", payload -> "\"" + "x".repeat(255 * 1024) + "\"");
    rig.states(
        "A",
        task("A", "\"Next\": \"B\", \"Output\": \"{% $states.result.Payload %}\"")
            + ", \"B\": {\"Type\": \"Pass\", \"Next\": \"Z\"}, \"Z\": {\"Type\": \"Succeed\"}");
    DescribeExecutionResponse done = rig.run("{}");
    assertThat(done.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(done.output()).hasSize(255 * 1024 + 2);
    assertThat(rig.path("x")).containsExactly("A", "B", "Z");
  }

  @Test
  void anAnswerThatIsNotJsonIsNeverMistakenForAResult() {
    rig.function("f", payload -> "oops");
    rig.states("A", task("A", "\"End\": true"));
    assertThat(rig.run("{}").error()).isEqualTo("States.Runtime");
  }

  @Test
  void aLongHistoryIsKeptWholeInPages() {
    rig.states(
        "A",
        """
        "A": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.n < 60 %}", "Next": "B"}], "Default": "Z"},
        "B": {"Type": "Pass", "Output": {"n": "{% $states.input.n + 1 %}", "pad": "{% $states.input.pad %}"}, "Next": "A"},
        "Z": {"Type": "Succeed"}\
        """);
    rig.run("{\"n\": 0, \"pad\": \"" + "y".repeat(2000) + "\"}");
    assertThat(rig.path("x")).hasSize(122).endsWith("B", "A", "Z");
  }

  private static String task(String name, String more) {
    return """
    "%s": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "f"}, %s}\
    """
        .formatted(name, more);
  }
}

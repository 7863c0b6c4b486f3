package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The table of what this engine knows of ASL says what the engine does, row by row. */
final class AslTableTest {

  static List<AslTable.Row> known() {
    return AslTable.rows().stream()
        .filter(row -> row.known() && !CALLS.contains(row.feature()))
        .toList();
  }

  static List<AslTable.Row> refused() {
    return AslTable.rows().stream().filter(row -> !row.known()).toList();
  }

  private static final List<String> CALLS =
      List.of(
          "StartExecution, DescribeExecution, ListExecutions, StopExecution, GetExecutionHistory",
          "SendTaskSuccess, SendTaskFailure");

  @Test
  void everyRowHasItsExamplesAndEveryExampleItsRow() {
    List<String> calls =
        AslTable.rows().stream()
            .filter(AslTable.Row::known)
            .map(AslTable.Row::feature)
            .filter(CALLS::contains)
            .toList();
    assertThat(calls).isEqualTo(CALLS);
    assertThat(known())
        .extracting(AslTable.Row::feature)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(AslKnown.examples().keySet());
    List<String> examples = new ArrayList<>(AslRefused.definitions().keySet());
    examples.addAll(AslRefused.calls().keySet());
    assertThat(refused())
        .extracting(AslTable.Row::feature)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(examples);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("known")
  void whatIsKnownRuns(AslTable.Row row) {
    List<AslKnown.Example> examples =
        Objects.requireNonNull(AslKnown.examples().get(row.feature()));
    for (AslKnown.Example example : examples) {
      try (Rig rig = new Rig()) {
        example.functions().forEach(rig::function);
        rig.machine(example.definition());
        rig.run("{\"n\":1}");
        // Where the end is a limit, only time brings it.
        rig.scheduler.advance(Duration.ofHours(1));
        DescribeExecutionResponse end = rig.describe("x");
        assertThat(end.statusAsString() + " " + (end.error() == null ? end.output() : end.error()))
            .as(example.definition())
            .isEqualTo(example.end());
      }
    }
  }

  @Test
  void theCallsThatAreKnownAnswer() {
    Deque<String> payloads = new ArrayDeque<>();
    try (Rig rig = new Rig()) {
      rig.function(
          "f",
          payload -> {
            payloads.add(payload);
            return "null";
          });
      rig.machine(AslKnown.machine(AslKnown.waiting("f", 60)));
      for (String name : List.of("success", "failure", "stop")) {
        rig.start(name, "{}");
      }
      rig.scheduler.runUntilIdle();
      rig.sfn().sendTaskSuccess(s -> s.taskToken(token(payloads.remove())).output("\"done\""));
      rig.sfn().sendTaskFailure(s -> s.taskToken(token(payloads.remove())).error("No"));
      rig.sfn().stopExecution(s -> s.executionArn(rig.arn("stop")).error("Enough"));
      rig.scheduler.runUntilIdle();
      assertThat(rig.describe("success").output()).isEqualTo("\"done\"");
      assertThat(rig.describe("failure").error()).isEqualTo("No");
      assertThat(rig.describe("stop").statusAsString()).isEqualTo("ABORTED");
      assertThat(rig.sfn().listExecutions(l -> l.stateMachineArn(Arns.machine("m"))).executions())
          .hasSize(3);
      assertThat(rig.history("failure"))
          .extracting(HistoryEvent::typeAsString)
          .containsExactly("ExecutionStarted", "TaskStateEntered", "TaskFailed", "ExecutionFailed");
    }
  }

  private static String token(String payload) {
    return String.valueOf(Payload.stored(payload).object().get("t"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatIsRefusedIsRefusedWithThoseWords(AslTable.Row row) {
    AslRefused.Call call = AslRefused.calls().get(row.feature());
    if (call != null) {
      try (Rig rig = new Rig()) {
        rig.machine(AslKnown.machine("\"A\": {\"Type\": \"Succeed\"}"));
        assertThatThrownBy(() -> call.on(rig.sfn()))
            .isInstanceOf(UnsupportedOperationException.class)
            .hasMessage(row.note());
      }
      return;
    }
    for (String definition : Objects.requireNonNull(AslRefused.definitions().get(row.feature()))) {
      assertThatThrownBy(() -> Machine.parse("m", definition, Map.of()))
          .as(definition)
          .isInstanceOf(InvalidDefinition.class)
          .hasMessageMatching("(?s)state .*: .*")
          .hasMessageContaining(row.note());
    }
  }
}

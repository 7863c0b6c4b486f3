package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

final class TaskTokensTest {

  private final Rig rig = new Rig();
  private final List<String> tokens = new ArrayList<>();
  private boolean answersItself;
  private int failures;

  @BeforeEach
  void machine() {
    rig.function(
        "f",
        payload -> {
          String token = payload.substring(1, payload.length() - 1);
          tokens.add(token);
          if (failures-- > 0) {
            throw new IllegalStateException("not yet");
          }
          if (answersItself) {
            rig.sfn().sendTaskSuccess(s -> s.taskToken(token).output("\"at once\""));
          }
          return "\"ignored\"";
        });
    rig.states(
        "A",
        """
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
          "Arguments": {"FunctionName": "f", "Payload": "{% $states.context.Task.Token %}"},
          "TimeoutSeconds": 60,
          "Retry": [{"ErrorEquals": ["java.lang.IllegalStateException"], "IntervalSeconds": 10}],
          "End": true}\
        """);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theAnswerIsTheResultNotWhatTheFunctionReturned() {
    rig.run("{}");
    rig.sfn().sendTaskSuccess(s -> s.taskToken(tokens.getFirst()).output("{\"a\": 1}"));
    rig.scheduler.runUntilIdle();
    assertThat(rig.describe("x").output()).isEqualTo("{\"a\": 1}");
  }

  @Test
  void anAnswerGivenWhileTheFunctionStillRunsCounts() {
    answersItself = true;
    assertThat(rig.run("{}").output()).isEqualTo("\"at once\"");
    assertThat(tokens).hasSize(1);
  }

  @Test
  void theSecondAnswerIsToldThatTheTaskIsGone() {
    rig.run("{}");
    rig.sfn().sendTaskSuccess(s -> s.taskToken(tokens.getFirst()).output("1"));
    assertThatThrownBy(
            () -> rig.sfn().sendTaskSuccess(s -> s.taskToken(tokens.getFirst()).output("2")))
        .isInstanceOf(TaskTimedOutException.class);
    rig.scheduler.runUntilIdle();
    assertThat(rig.describe("x").output()).isEqualTo("1");
  }

  @Test
  void aTaskThatWaitsForACallbackNeverHangsForEver() {
    rig.run("{}");
    rig.scheduler.advance(Duration.ofSeconds(60));
    assertThat(rig.describe("x").error()).isEqualTo("States.Timeout");
    assertThat(rig.describe("x").stopDate()).isEqualTo(Rig.START.plusSeconds(60));
  }

  @Test
  void theClockStartsWhenTheStateIsEnteredAndAgainWithEachTry() {
    failures = 1;
    rig.run("{}");
    assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
    rig.scheduler.advanceTo(Rig.START.plusSeconds(69));
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.RUNNING);
    rig.scheduler.advanceTo(Rig.START.plusSeconds(70));
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void aFailureSentForATokenIsTheStatesError() {
    rig.run("{}");
    rig.sfn().sendTaskFailure(s -> s.taskToken(tokens.getFirst()).error("No").cause("because"));
    assertThat(rig.describe("x").error()).isEqualTo("No");
    assertThat(rig.describe("x").cause()).isEqualTo("because");
  }

  @Test
  void tokensThatAreNoneAndAnswersThatAreNotJsonAreRefused() {
    rig.run("{}");
    assertThatThrownBy(() -> rig.sfn().sendTaskSuccess(s -> s.taskToken("no token").output("1")))
        .isInstanceOf(InvalidTokenException.class);
    assertThatThrownBy(() ->
            rig.sfn()
                .sendTaskSuccess(s -> s.taskToken(new Token("m:other", 1, 0).text()).output("1")))
        .isInstanceOf(TaskDoesNotExistException.class);
    assertThatThrownBy(
            () -> rig.sfn().sendTaskSuccess(s -> s.taskToken(tokens.getFirst()).output("{")))
        .isInstanceOf(InvalidOutputException.class);
  }

  @Test
  void anExecutionsNameIsItsOwnForEver() {
    rig.start("x", "{}");
    String running = rig.describe("x").executionArn();
    assertThat(
            rig.sfn()
                .startExecution(s -> s.stateMachineArn(Arns.machine("m")).name("x").input("{}"))
                .executionArn())
        .isEqualTo(running);
    assertThatThrownBy(() -> rig.start("x", "{\"other\":1}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    rig.scheduler.runUntilIdle();
    rig.sfn().sendTaskSuccess(s -> s.taskToken(tokens.getFirst()).output("1"));
    assertThatThrownBy(() -> rig.start("x", "{}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    assertThat(tokens).hasSize(1);
  }

  @Test
  void aStoppedExecutionIsAbortedAndItsTokenDead() {
    rig.run("{}");
    rig.sfn().stopExecution(s -> s.executionArn(rig.arn("x")).error("Stop").cause("said so"));
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThatThrownBy(
            () -> rig.sfn().sendTaskSuccess(s -> s.taskToken(tokens.getFirst()).output("1")))
        .isInstanceOf(TaskTimedOutException.class);
    rig.scheduler.advance(Duration.ofDays(1));
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.ABORTED);
  }

  @Test
  void executionsAreListedByStatusTheNewestFirst() {
    rig.start("a", "{}");
    rig.scheduler.advance(Duration.ofSeconds(1));
    rig.start("b", "{}");
    rig.scheduler.runUntilIdle();
    rig.sfn().sendTaskSuccess(s -> s.taskToken(tokens.getFirst()).output("1"));
    assertThat(names(ExecutionStatus.RUNNING)).containsExactly("b");
    assertThat(names(ExecutionStatus.SUCCEEDED)).containsExactly("a");
    assertThat(names(null)).containsExactly("b", "a");
    assertThat(
            rig
                .sfn()
                .listExecutionsPaginator(l -> l.stateMachineArn(Arns.machine("m")).maxResults(1))
                .executions()
                .stream()
                .map(e -> e.name()))
        .containsExactly("b", "a");
  }

  @Test
  void aListIsWholeHoweverBigItsExecutionsAre() {
    String pad = "\"" + "z".repeat(20_000) + "\"";
    for (int i = 0; i < 40; i++) {
      rig.start("x" + i, pad);
    }
    assertThat(names(ExecutionStatus.RUNNING)).hasSize(40);
    assertThat(
            rig
                .sfn()
                .listExecutionsPaginator(l ->
                    l.stateMachineArn(Arns.machine("m"))
                        .statusFilter(ExecutionStatus.RUNNING)
                        .maxResults(35))
                .executions()
                .stream()
                .map(e -> e.name())
                .distinct())
        .hasSize(40);
  }

  @Test
  void whatIsNotThereIsToldAsAwsTellsIt() {
    assertThatThrownBy(() -> rig.describe("nobody"))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(() -> rig.start("a b", "{}")).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> rig.start("a", "{"))
        .isInstanceOf(InvalidExecutionInputException.class);
    assertThatThrownBy(
            () -> rig.sfn().startExecution(s -> s.stateMachineArn(Arns.machine("other"))))
        .isInstanceOf(StateMachineDoesNotExistException.class);
  }

  private List<String> names(@org.jspecify.annotations.Nullable ExecutionStatus status) {
    return rig
        .sfn()
        .listExecutions(l -> l.stateMachineArn(Arns.machine("m")).statusFilter(status))
        .executions()
        .stream()
        .map(e -> e.name())
        .toList();
  }
}

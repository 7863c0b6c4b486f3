package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RetryingTest {

  private final Rig rig = new Rig(7);
  private final List<Instant> calls = new ArrayList<>();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void waitsGrowByTheBackoffRateUpToTheCap() {
    machine(
        "[{'ErrorEquals':['States.ALL'],'IntervalSeconds':2,'MaxAttempts':5,'BackoffRate':2,'MaxDelaySeconds':10}]");
    rig.run("{}");
    assertThat(waits()).containsExactly(2000L, 4000L, 8000L, 10000L, 10000L);
  }

  @Test
  void withoutFiguresItIsThreeTimesFromOneSecondDoubled() {
    machine("[{'ErrorEquals':['States.ALL']}]");
    rig.run("{}");
    assertThat(waits()).containsExactly(1000L, 2000L, 4000L);
  }

  @Test
  void fullJitterDrawsFromZeroToTheWaitAndRepeatsWithItsSeed() {
    String retry =
        "[{'ErrorEquals':['States.ALL'],'IntervalSeconds':100,'MaxAttempts':5,'BackoffRate':1,'JitterStrategy':'FULL'}]";
    machine(retry);
    rig.run("{}");
    List<Long> first = waits();
    assertThat(first).allMatch(wait -> wait >= 0 && wait <= 100_000).doesNotHaveDuplicates();
    calls.clear();
    try (Rig again = new Rig(7)) {
      machine(again, retry, () -> new IllegalStateException("no"));
      again.run("{}");
    }
    assertThat(waits()).isEqualTo(first);
  }

  @Test
  void eachRetrierCountsItsOwnTriesAndTheFirstThatMatchesDecides() {
    machine(
        "[{'ErrorEquals':['java.lang.IllegalStateException'],'MaxAttempts':1,'IntervalSeconds':1},"
            + "{'ErrorEquals':['States.ALL'],'MaxAttempts':2,'IntervalSeconds':50,'BackoffRate':1}]",
        new IllegalArgumentException("a"),
        new IllegalStateException("b"),
        new IllegalArgumentException("c"),
        new IllegalStateException("d"));
    assertThat(rig.run("{}").error()).isEqualTo("java.lang.IllegalStateException");
    assertThat(waits()).containsExactly(50_000L, 1000L, 50_000L);
  }

  @Test
  void maxAttemptsZeroMeansNever() {
    machine(
        "[{'ErrorEquals':['java.lang.IllegalStateException'],'MaxAttempts':0},{'ErrorEquals':['States.ALL']}]");
    rig.run("{}");
    assertThat(calls).hasSize(1);
  }

  @Test
  void anErrorThatNoRetrierNamesIsNotTriedAgain() {
    machine("[{'ErrorEquals':['java.lang.IllegalState','States.Timeout']}]");
    rig.run("{}");
    assertThat(calls).hasSize(1);
  }

  @Test
  void taskFailedMatchesEverythingButATimeout() {
    assertThat(new Failure("x.Y", null).matches("States.TaskFailed")).isTrue();
    assertThat(Failure.timeout().matches("States.TaskFailed")).isFalse();
    assertThat(Failure.timeout().matches("States.ALL")).isTrue();
    assertThat(Failure.tooBig("it").matches("States.ALL")).isFalse();
    assertThat(new Failure("States.Runtime", null).matches("States.Runtime")).isFalse();
  }

  @Test
  void theRetryCountIsInTheContext() {
    List<String> payloads = new ArrayList<>();
    rig.function(
        "f",
        payload -> {
          payloads.add(payload);
          throw new IllegalStateException("no");
        });
    rig.states(
        "A",
        """
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "f", "Payload": "{% $states.context.State.RetryCount %}"},
          "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}], "End": true}\
        """);
    rig.run("{}");
    assertThat(payloads).containsExactly("0", "1", "2");
  }

  private void machine(String retry, RuntimeException... errors) {
    List<RuntimeException> left = new ArrayList<>(List.of(errors));
    machine(
        rig, retry, () -> left.isEmpty() ? new IllegalStateException("no") : left.removeFirst());
  }

  private void machine(Rig at, String retry, java.util.function.Supplier<RuntimeException> error) {
    at.function(
        "f",
        payload -> {
          calls.add(at.scheduler.now());
          throw error.get();
        });
    at.states(
        "A",
        """
        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Arguments": {"FunctionName": "f"}, "Retry": %s, "End": true}\
        """
            .formatted(retry.replace('\'', '"')));
  }

  private List<Long> waits() {
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < calls.size(); i++) {
      waits.add(Duration.between(calls.get(i - 1), calls.get(i)).toMillis());
    }
    return waits;
  }
}

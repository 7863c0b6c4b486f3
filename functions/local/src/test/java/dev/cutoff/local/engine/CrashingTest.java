package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.local.functions.Crash;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.time.VirtualScheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The process dies at every point in turn, and a new engine goes on over the same journal. */
final class CrashingTest {

  private static final String INPUT = "{\"orderId\":\"DTC-1\",\"attempt\":1}";
  private static final List<String> HELD_AND_DONE =
      List.of(
          "Ingest",
          "Reserve",
          "Hold",
          "Ingest",
          "Reserve",
          "RateShop",
          "RemorsePeriod",
          "Label",
          "Notify");

  @Test
  void anExecutionThatDiesAtAnyPointStillEndsOnceOnItsWay() {
    int points = 0;
    for (int point = 1; ; point++) {
      try (Journal journal = Journal.inMemory()) {
        Steps steps = new Steps().fails("Reserve", new Steps.OrderHeld("no stock"));
        if (!survivedWithoutCrash(journal, steps, point)) {
          points++;
          continue;
        }
        break;
      }
    }
    // Nine states, each written and called: the wire was passed before and after each of them.
    assertThat(points).isGreaterThan(30);
  }

  /** False where the process died on the way and the rest was done by another one. */
  private static boolean survivedWithoutCrash(Journal journal, Steps steps, int point) {
    int[] passed = {0};
    Tripwire wire =
        (moment, what) -> {
          if (++passed[0] == point) {
            throw new Crash(moment + " " + what);
          }
        };
    VirtualScheduler first = new VirtualScheduler(3, Rig.START);
    boolean crashed = false;
    try {
      go(journal, steps, first, wire, false);
    } catch (Crash crash) {
      crashed = true;
      VirtualScheduler second = new VirtualScheduler(4, first.now().plusSeconds(30));
      go(journal, steps, second, Tripwire.NONE, true);
    }
    EmbeddedStepFunctions sfn = sfn(journal, steps, first, Tripwire.NONE);
    String arn = Arns.execution("order-fulfilment", "DTC-1-1");
    assertThat(sfn.describeExecution(d -> d.executionArn(arn)).status())
        .as("after a crash at point %s", point)
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    List<String> path =
        sfn.getExecutionHistory(h -> h.executionArn(arn)).events().stream()
            .filter(e -> e.typeAsString().endsWith("StateEntered"))
            .map(e -> e.stateEnteredEventDetails().name())
            .toList();
    // A crash inside the call that throws loses the throw: the step is then done by the second one.
    assertThat(path).isIn(HELD_AND_DONE, HELD_AND_DONE.subList(3, 9));
    return !crashed;
  }

  private static void go(
      Journal journal, Steps steps, VirtualScheduler scheduler, Tripwire wire, boolean resume) {
    EmbeddedStepFunctions sfn = sfn(journal, steps, scheduler, wire);
    if (resume) {
      sfn.resume();
    }
    String machine = Arns.machine("order-fulfilment");
    if (sfn.listExecutions(l -> l.stateMachineArn(machine)).executions().isEmpty()) {
      sfn.startExecution(s -> s.stateMachineArn(machine).name("DTC-1-1").input(INPUT));
    }
    scheduler.runUntilIdle();
    boolean running =
        !sfn.listExecutions(l -> l.stateMachineArn(machine).statusFilter(ExecutionStatus.RUNNING))
            .executions()
            .isEmpty();
    if (running) {
      sfn.sendTaskSuccess(s -> s.taskToken(steps.tokens.getLast()).output("{}"));
      scheduler.runUntilIdle();
    }
  }

  private static EmbeddedStepFunctions sfn(
      Journal journal, Steps steps, VirtualScheduler scheduler, Tripwire wire) {
    Functions functions = new Functions(scheduler, wire, line -> {});
    Steps.NAMES.forEach(
        name -> functions.register(name, () -> Rig.handler(payload -> steps.call(name, payload))));
    return new EmbeddedStepFunctions(
        List.of(Steps.orderFulfilment()), journal, functions, scheduler, wire);
  }

  @Test
  void aHeldOrderOnDiskKeepsItsTokenAndItsClockOverARestart(@TempDir Path folder) {
    Steps steps = new Steps().fails("Reserve", new Steps.OrderHeld("no stock"));
    Instant restart = Rig.START.plus(Duration.ofDays(2));
    try (Journal journal = Journal.in(folder)) {
      startAndHold(journal, steps);
    }
    try (Journal journal = Journal.in(folder)) {
      VirtualScheduler scheduler = new VirtualScheduler(2, restart);
      EmbeddedStepFunctions sfn = sfn(journal, steps, scheduler, Tripwire.NONE);
      sfn.resume();
      scheduler.advanceTo(Rig.START.plus(Duration.ofDays(7)).minusMillis(1));
      assertThat(steps.calls).containsExactly("Ingest", "Reserve", "Hold");
      sfn.sendTaskSuccess(s -> s.taskToken(steps.tokens.getFirst()).output("{}"));
      scheduler.runUntilIdle();
      assertThat(
              sfn.describeExecution(
                      d -> d.executionArn(Arns.execution("order-fulfilment", "DTC-1-1")))
                  .status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  private static void startAndHold(Journal journal, Steps steps) {
    VirtualScheduler scheduler = new VirtualScheduler(1, Rig.START);
    EmbeddedStepFunctions sfn = sfn(journal, steps, scheduler, Tripwire.NONE);
    sfn.startExecution(
        s -> s.stateMachineArn(Arns.machine("order-fulfilment")).name("DTC-1-1").input(INPUT));
    scheduler.runUntilIdle();
  }

  @Test
  void aHoldWhoseTimeRanOutWhileNothingRanEscalatesAtTheStart(@TempDir Path folder) {
    Steps steps = new Steps().fails("Reserve", new Steps.OrderHeld("no stock"));
    try (Journal journal = Journal.in(folder)) {
      startAndHold(journal, steps);
      VirtualScheduler late = new VirtualScheduler(2, Rig.START.plus(Duration.ofDays(8)));
      sfn(journal, steps, late, Tripwire.NONE).resume();
      late.advance(Duration.ZERO);
      assertThat(steps.calls).containsExactly("Ingest", "Reserve", "Hold", "Hold");
    }
  }

  @Test
  void aRetryThatWasDueLaterIsDoneLaterAfterARestart() {
    Steps steps = new Steps().fails("Label", new Steps.TryAgain());
    try (Journal journal = Journal.inMemory()) {
      VirtualScheduler first = new VirtualScheduler(5, Rig.START);
      EmbeddedStepFunctions sfn = sfn(journal, steps, first, Tripwire.NONE);
      sfn.startExecution(
          s -> s.stateMachineArn(Arns.machine("order-fulfilment")).name("a").input(INPUT));
      assertThat(first.runUntil(() -> steps.calls.contains("Label"), Instant.MAX)).isTrue();
      VirtualScheduler second = new VirtualScheduler(6, first.now());
      sfn(journal, steps, second, Tripwire.NONE).resume();
      second.advance(Duration.ZERO);
      assertThat(steps.calls.stream().filter("Label"::equals)).hasSize(1);
      second.runUntilIdle();
      assertThat(steps.calls).endsWith("Label", "Label", "Notify");
    }
  }
}

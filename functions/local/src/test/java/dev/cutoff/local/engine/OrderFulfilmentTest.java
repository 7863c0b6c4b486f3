package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** The real state machine over fake functions. */
final class OrderFulfilmentTest {

  private static final String INPUT = "{\"orderId\":\"DTC-90412\",\"attempt\":1}";

  private final Steps steps = new Steps();
  private final Rig rig = steps.at(new Rig());

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void anOrderGoesThroughTheFiveStepsAndEndsWithItsInput() {
    assertThat(rig.run(INPUT).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rig.describe("x").output()).isEqualTo(INPUT);
    assertThat(rig.path("x"))
        .containsExactly("Ingest", "Reserve", "RateShop", "RemorsePeriod", "Label", "Notify");
    assertThat(steps.lastPayload.get("Label")).isEqualTo(INPUT);
  }

  @Test
  void anOrderPutOnHoldGoesOnFromIngestWhenItIsResumed() {
    steps.fails("Reserve", new Steps.OrderHeld("no stock anywhere"));
    rig.run(INPUT);
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(steps.lastPayload.get("Hold"))
        .contains(
            "\"orderId\":\"DTC-90412\"",
            "\"attempt\":1",
            "\"step\":\"Reserve\"",
            "\"Error\":\"" + Steps.error(Steps.OrderHeld.class) + "\"",
            "no stock anywhere",
            "\"escalation\":0");
    rig.sfn().sendTaskSuccess(s -> s.taskToken(steps.tokens.getFirst()).output("{}"));
    rig.scheduler.runUntilIdle();
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rig.describe("x").output()).isEqualTo(INPUT);
    assertThat(rig.path("x"))
        .containsExactly(
            "Ingest",
            "Reserve",
            "Hold",
            "Ingest",
            "Reserve",
            "RateShop",
            "RemorsePeriod",
            "Label",
            "Notify");
  }

  @Test
  void anOrderCancelledOnHoldIsCompensated() {
    steps.fails("RateShop", new Steps.OrderHeld("no rate"));
    rig.run(INPUT);
    rig.sfn()
        .sendTaskFailure(s ->
            s.taskToken(steps.tokens.getFirst())
                .error(Steps.error(Steps.OrderCancelled.class))
                .cause("customer"));
    rig.scheduler.runUntilIdle();
    assertThat(rig.path("x")).endsWith("RateShop", "Hold", "Compensate");
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aHoldThatNobodyAnswersEscalatesThreeTimesAndIsThenLeftHeld() {
    steps.fails("Ingest", new Steps.OrderHeld("unknown SKU"));
    rig.run(INPUT);
    assertThat(rig.path("x")).containsExactly("Ingest", "Hold");
    rig.scheduler.advance(Duration.ofDays(7));
    assertThat(rig.path("x")).containsExactly("Ingest", "Hold", "Hold");
    assertThat(steps.lastPayload.get("Hold")).contains("\"escalation\":1", "\"step\":\"Ingest\"");
    rig.scheduler.advance(Duration.ofDays(14));
    assertThat(rig.path("x")).containsExactly("Ingest", "Hold", "Hold", "Hold", "Hold", "LeftHeld");
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(steps.tokens).doesNotHaveDuplicates();
  }

  @Test
  void anAnswerToAHoldThatHasEscalatedIsToldThatItsTaskIsGone() {
    steps.fails("Ingest", new Steps.OrderHeld("unknown SKU"));
    rig.run(INPUT);
    rig.scheduler.advance(Duration.ofDays(7));
    assertThatThrownBy(
            () -> rig.sfn().sendTaskSuccess(s -> s.taskToken(steps.tokens.getFirst()).output("{}")))
        .isInstanceOf(TaskTimedOutException.class);
  }

  @Test
  void anUnpaidOrderWaitsForItsPaymentAndGoesOn() {
    steps.fails("Reserve", new Steps.PaymentAwaited());
    rig.run(INPUT);
    assertThat(steps.lastPayload.get("AwaitPayment")).contains("\"taskToken\"");
    rig.sfn().sendTaskSuccess(s -> s.taskToken(steps.tokens.getFirst()).output("null"));
    rig.scheduler.runUntilIdle();
    assertThat(rig.path("x"))
        .containsExactly(
            "Ingest",
            "Reserve",
            "AwaitPayment",
            "Ingest",
            "Reserve",
            "RateShop",
            "RemorsePeriod",
            "Label",
            "Notify");
  }

  @Test
  void anOrderForAHotShelfQueuesOnceAndGoesOnFromWhatWasReserved() {
    steps.fails("Reserve", new Steps.ReservationQueued());
    rig.run(INPUT);
    assertThat(steps.lastPayload.get("QueueForStock")).contains("\"taskToken\"");
    rig.sfn().sendTaskSuccess(s -> s.taskToken(steps.tokens.getFirst()).output("{}"));
    rig.scheduler.runUntilIdle();
    assertThat(rig.path("x"))
        .containsExactly(
            "Ingest",
            "Reserve",
            "QueueForStock",
            "Reserve",
            "RateShop",
            "RemorsePeriod",
            "Label",
            "Notify");
    assertThat(steps.lastPayload.get("Reserve"))
        .isEqualTo("{\"orderId\":\"DTC-90412\",\"attempt\":1,\"queued\":true}");
    assertThat(steps.lastPayload.get("RateShop")).isEqualTo(INPUT);
  }

  @Test
  void anOrderThatNobodyServesInTheQueueGoesOnWithoutItAfterTwoMinutes() {
    steps.fails("Reserve", new Steps.ReservationQueued());
    rig.run(INPUT);
    rig.scheduler.advance(Duration.ofSeconds(121));
    assertThat(rig.path("x")).startsWith("Ingest", "Reserve", "QueueForStock", "Reserve");
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void stockStaysHeldAfterThePaymentFailedOnlyUntilTheTimeIsUp() {
    steps.fails("Reserve", new Steps.PaymentAwaited());
    rig.run(INPUT);
    rig.scheduler.advance(Duration.ofDays(7));
    assertThat(rig.path("x")).containsExactly("Ingest", "Reserve", "AwaitPayment", "Compensate");
  }

  @Test
  void aTransientErrorIsTriedAgainFiveTimesAndThenHeld() {
    steps.fails(
        "Label",
        new Steps.TryAgain(),
        new Steps.TryAgain(),
        new Steps.TryAgain(),
        new Steps.TryAgain(),
        new Steps.TryAgain(),
        new Steps.TryAgain());
    rig.run(INPUT);
    assertThat(steps.calls.stream().filter("Label"::equals)).hasSize(6);
    assertThat(rig.path("x")).endsWith("Label", "Hold");
    assertThat(steps.lastPayload.get("Hold")).contains("TryAgain");
  }

  @Test
  void aBugIsHeldAtOnceAndNeverTriedAgain() {
    steps.fails("Notify", new IllegalStateException("a bug"));
    rig.run(INPUT);
    assertThat(steps.calls).endsWith("Notify", "Hold");
    assertThat(steps.lastPayload.get("Hold")).contains("java.lang.IllegalStateException", "a bug");
  }

  @Test
  void anExecutionThatNeverEndsIsTimedOutAsAWhole() {
    steps.fails("Reserve", new Steps.OrderHeld("1"));
    rig.run(INPUT);
    // Every sixth day somebody tries again, in vain.
    for (int days = 0; days < 96; days += 6) {
      rig.scheduler.advance(Duration.ofDays(6));
      if (rig.describe("x").status() == ExecutionStatus.RUNNING) {
        steps.fails("Reserve", new Steps.OrderHeld("again"));
        rig.sfn().sendTaskSuccess(s -> s.taskToken(steps.tokens.getLast()).output("{}"));
      }
    }
    assertThat(rig.describe("x").status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(rig.describe("x").stopDate()).isEqualTo(Rig.START.plusSeconds(7776000));
  }

  @Test
  void aHistoryTellsEveryStateWithItsInputAndEveryFailure() {
    steps.fails("Reserve", new Steps.OrderCancelled());
    rig.run(INPUT);
    assertThat(rig.history("x").stream().map(e -> e.typeAsString()).toList())
        .isEqualTo(
            List.of(
                "ExecutionStarted",
                "TaskStateEntered",
                "TaskStateExited",
                "TaskStateEntered",
                "TaskFailed",
                "TaskStateExited",
                "TaskStateEntered",
                "TaskStateExited",
                "ExecutionSucceeded"));
    assertThat(rig.history("x").get(4).taskFailedEventDetails().error())
        .isEqualTo(Steps.error(Steps.OrderCancelled.class));
  }
}

package dev.cutoff.adapter.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.aws.AwsEndpoint;
import dev.cutoff.adapter.aws.AwsEndpoint.Answer;
import dev.cutoff.effect.application.Executions.Started;
import dev.cutoff.effect.application.Executions.Status;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.order.OrderId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

final class StepFunctionsExecutionsTest {
  private static final OrderId ORDER = new OrderId("DTC-90412");
  private static final String EXECUTION =
      "arn:aws:states:us-east-1:1:execution:order-fulfilment:DTC-90412-2";

  private final AwsEndpoint states = AwsEndpoint.start();
  private final StepFunctionsExecutions executions =
      new StepFunctionsExecutions(
          states.client(SfnClient.builder()),
          "arn:aws:states:us-east-1:1:stateMachine:order-fulfilment");

  @AfterEach
  void stop() {
    states.close();
  }

  @Test
  void an_execution_is_named_by_order_and_attempt_and_given_exactly_those() {
    states.answers(
        request -> new Answer(200, "{\"executionArn\":\"" + EXECUTION + "\",\"startDate\":1.0}"));
    assertThat(executions.start(ORDER, 2)).isEqualTo(Started.STARTED);
    assertThat(states.requests().getFirst().target()).isEqualTo("AWSStepFunctions.StartExecution");
    assertThat(states.requests().getFirst().body())
        .contains("\"name\":\"DTC-90412-2\"")
        .contains("\"input\":\"{\\\"orderId\\\":\\\"DTC-90412\\\",\\\"attempt\\\":2}\"");
  }

  @Test
  void the_longest_order_id_fits_the_name_of_an_execution() {
    states.answers(request -> new Answer(200, "{\"executionArn\":\"x\",\"startDate\":1.0}"));
    executions.start(new OrderId("X".repeat(64)), Integer.MAX_VALUE);
    assertThat("X".repeat(64) + "-" + Integer.MAX_VALUE).hasSizeLessThanOrEqualTo(80);
    assertThat(states.requests().getFirst().body()).contains("-" + Integer.MAX_VALUE);
  }

  @Test
  void one_that_is_there_counts_as_started_only_where_it_runs_or_has_succeeded() {
    Map.of(
            "RUNNING", Started.ALREADY,
            "SUCCEEDED", Started.ALREADY,
            "PENDING_REDRIVE", Started.ALREADY,
            "FAILED", Started.ENDED_BADLY,
            "TIMED_OUT", Started.ENDED_BADLY,
            "ABORTED", Started.ENDED_BADLY)
        .forEach((status, started) -> {
          thereAs(status);
          assertThat(executions.start(ORDER, 2)).as(status).isEqualTo(started);
        });
    assertThat(states.requests().getLast().body()).contains(EXECUTION);
  }

  @Test
  void one_that_is_there_but_can_not_be_seen_yet_is_no_reason_for_a_second() {
    states.answers(request ->
        request.target().endsWith("StartExecution")
            ? error("ExecutionAlreadyExists")
            : error("ExecutionDoesNotExist"));
    assertThat(executions.start(ORDER, 2)).isEqualTo(Started.ALREADY);
  }

  @Test
  void an_execution_that_never_was_is_unknown() {
    states.refuses(400, "ExecutionDoesNotExist");
    assertThat(executions.status(ORDER, 2)).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void a_waiting_execution_goes_on_with_nothing_in_its_hands() {
    assertThat(executions.resume("token 1")).isTrue();
    assertThat(states.requests().getFirst().target()).isEqualTo("AWSStepFunctions.SendTaskSuccess");
    assertThat(states.requests().getFirst().body())
        .contains("\"taskToken\":\"token 1\"")
        .contains("\"output\":\"{}\"");
  }

  @Test
  void a_cancelled_one_fails_with_the_name_that_the_state_machine_catches() {
    assertThat(executions.cancel("token 1", "the customer asked")).isTrue();
    assertThat(states.requests().getFirst().target()).isEqualTo("AWSStepFunctions.SendTaskFailure");
    assertThat(states.requests().getFirst().body())
        .contains("\"error\":\"dev.cutoff.step.OrderCancelled\"")
        .contains("\"cause\":\"the customer asked\"");
  }

  @Test
  void a_token_that_is_gone_is_told() {
    for (String code : List.of("TaskTimedOut", "TaskDoesNotExist", "InvalidToken")) {
      states.refuses(400, code);
      assertThat(executions.resume("token 1")).as(code).isFalse();
      assertThat(executions.cancel("token 1", "why")).as(code).isFalse();
    }
  }

  @Test
  void a_busy_state_machine_is_to_be_tried_again() {
    states.refuses(400, "ThrottlingException");
    assertThatThrownBy(() -> executions.start(ORDER, 1)).isInstanceOf(TryAgainLater.class);
    assertThatThrownBy(() -> executions.resume("token")).isInstanceOf(TryAgainLater.class);
    states.refuses(503, "ServiceUnavailable");
    assertThatThrownBy(() -> executions.status(ORDER, 1)).isInstanceOf(TryAgainLater.class);
  }

  private void thereAs(String status) {
    states.answers(request ->
        request.target().endsWith("StartExecution")
            ? error("ExecutionAlreadyExists")
            : new Answer(200, "{\"status\":\"" + status + "\"}"));
  }

  private static Answer error(String code) {
    return new Answer(400, "{\"__type\":\"" + code + "\",\"message\":\"no\"}");
  }
}

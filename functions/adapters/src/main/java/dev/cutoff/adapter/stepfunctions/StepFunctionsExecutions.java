package dev.cutoff.adapter.stepfunctions;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.effect.application.Executions;
import dev.cutoff.order.OrderId;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Executions named orderId-attempt, whose input is exactly {orderId, attempt}. */
public final class StepFunctionsExecutions implements Executions {
  private static final String CANCELLED = "dev.cutoff.step.OrderCancelled";

  private final SfnClient stepFunctions;
  private final String stateMachineArn;

  public StepFunctionsExecutions(SfnClient stepFunctions, String stateMachineArn) {
    this.stepFunctions = stepFunctions;
    this.stateMachineArn = stateMachineArn;
  }

  @Override
  public Started start(OrderId orderId, int attempt) {
    try {
      AwsCalls.call(
          "Step Functions: start",
          () ->
              stepFunctions.startExecution(request ->
                  request
                      .stateMachineArn(stateMachineArn)
                      .name(name(orderId, attempt))
                      .input("{\"orderId\":\"%s\",\"attempt\":%d}".formatted(orderId, attempt))));
      return Started.STARTED;
    } catch (ExecutionAlreadyExistsException there) {
      return switch (status(orderId, attempt)) {
        // DescribeExecution lags behind: one that is there and unknown has only just begun.
        case RUNNING, SUCCEEDED, UNKNOWN -> Started.ALREADY;
        case FAILED -> Started.ENDED_BADLY;
      };
    }
  }

  @Override
  public Status status(OrderId orderId, int attempt) {
    String arn =
        stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name(orderId, attempt);
    try {
      ExecutionStatus status =
          AwsCalls.call(
              "Step Functions: describe",
              () -> stepFunctions.describeExecution(request -> request.executionArn(arn)).status());
      return switch (status) {
        case RUNNING, PENDING_REDRIVE -> Status.RUNNING;
        case SUCCEEDED -> Status.SUCCEEDED;
        case FAILED, TIMED_OUT, ABORTED, UNKNOWN_TO_SDK_VERSION -> Status.FAILED;
      };
    } catch (ExecutionDoesNotExistException none) {
      return Status.UNKNOWN;
    }
  }

  @Override
  public boolean resume(String taskToken) {
    return told(
        () -> stepFunctions.sendTaskSuccess(request -> request.taskToken(taskToken).output("{}")));
  }

  @Override
  public boolean cancel(String taskToken, String why) {
    return told(() ->
        stepFunctions.sendTaskFailure(
            request -> request.taskToken(taskToken).error(CANCELLED).cause(why)));
  }

  private static boolean told(Supplier<?> send) {
    try {
      AwsCalls.call("Step Functions: token", send);
      return true;
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException gone) {
      return false;
    }
  }

  private static String name(OrderId orderId, int attempt) {
    return orderId + "-" + attempt;
  }
}

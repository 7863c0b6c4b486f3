package dev.cutoff.effect.application;

import dev.cutoff.order.OrderId;

/** The state machine, one execution an order and attempt, named orderId-attempt. */
public interface Executions {
  /** How a start went. */
  enum Started {
    STARTED,
    /** One of that name is running or has succeeded: nothing to do. */
    ALREADY,
    /** One of that name failed, was stopped or timed out: the next attempt is due. */
    ENDED_BADLY
  }

  /** Where an execution is. */
  enum Status {
    RUNNING,
    SUCCEEDED,
    FAILED,
    UNKNOWN
  }

  Started start(OrderId orderId, int attempt);

  Status status(OrderId orderId, int attempt);

  /** Lets a waiting execution go on; false where the token is gone. */
  boolean resume(String taskToken);

  /** Sends a waiting execution to Compensate; false where the token is gone. */
  boolean cancel(String taskToken, String why);
}

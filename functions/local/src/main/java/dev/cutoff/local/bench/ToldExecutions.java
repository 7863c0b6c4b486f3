package dev.cutoff.local.bench;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.order.OrderId;
import java.util.Set;

/** Executions that only wait to be told. */
record ToldExecutions(Set<String> tokens) implements Executions {
  @Override
  public boolean resume(String taskToken) {
    return tokens.add(taskToken);
  }

  @Override
  public boolean cancel(String taskToken, String why) {
    throw new UnsupportedOperationException("nobody cancels here");
  }

  @Override
  public Started start(OrderId orderId, int attempt) {
    throw new UnsupportedOperationException("all are running");
  }

  @Override
  public Status status(OrderId orderId, int attempt) {
    throw new UnsupportedOperationException("nobody asks here");
  }
}

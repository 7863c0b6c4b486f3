package dev.cutoff.testkit;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.order.OrderId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers starts and answers as the state machine would; a test says how executions end and which
 * tokens wait.
 */
public final class FakeExecutions implements Executions {
  private final Map<String, Status> byName = new LinkedHashMap<>();
  private final Set<String> waiting = new HashSet<>();
  private final List<String> resumed = new ArrayList<>();
  private final Map<String, String> cancelled = new LinkedHashMap<>();

  @Override
  public synchronized Started start(OrderId orderId, int attempt) {
    String name = name(orderId, attempt);
    Status status = byName.get(name);
    if (status == null) {
      byName.put(name, Status.RUNNING);
      return Started.STARTED;
    }
    return status == Status.FAILED ? Started.ENDED_BADLY : Started.ALREADY;
  }

  @Override
  public synchronized Status status(OrderId orderId, int attempt) {
    return byName.getOrDefault(name(orderId, attempt), Status.UNKNOWN);
  }

  @Override
  public synchronized boolean resume(String taskToken) {
    boolean waited = waiting.remove(taskToken);
    if (waited) {
      resumed.add(taskToken);
    }
    return waited;
  }

  @Override
  public synchronized boolean cancel(String taskToken, String why) {
    boolean waited = waiting.remove(taskToken);
    if (waited) {
      cancelled.put(taskToken, why);
    }
    return waited;
  }

  /** An execution waits with this token from now on. */
  public synchronized FakeExecutions waits(String taskToken) {
    waiting.add(taskToken);
    return this;
  }

  /** The execution of that name is now there, in that status. */
  public synchronized void ends(OrderId orderId, int attempt, Status status) {
    byName.put(name(orderId, attempt), status);
  }

  /** Names of all that were started, in order: "DTC-90412-1". */
  public synchronized List<String> started() {
    return List.copyOf(byName.keySet());
  }

  /** Tokens that were let go on, in order. */
  public synchronized List<String> resumed() {
    return List.copyOf(resumed);
  }

  /** Why the wait of this token was cancelled; null where it was not. */
  public synchronized @Nullable String whyCancelled(String taskToken) {
    return cancelled.get(taskToken);
  }

  private static String name(OrderId orderId, int attempt) {
    return orderId + "-" + attempt;
  }
}

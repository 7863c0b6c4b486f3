package dev.cutoff.order.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing.Decision;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets the execution of an order know that the row changed: a waiting one goes on or back by its
 * token, a running one sees it at its next step, for an ended one and for one that sleeps in the
 * remorse period the next attempt starts. Safe to call any number of times.
 */
public final class Waking {
  private final Changing changing;
  private final Exceptions exceptions;
  private final Executions executions;
  private final InstantSource clock;

  @Inject
  public Waking(
      Changing changing, Exceptions exceptions, Executions executions, InstantSource clock) {
    this.changing = changing;
    this.exceptions = exceptions;
    this.executions = executions;
    this.clock = clock;
  }

  public void wake(Order order) {
    if (order.cancelling()) {
      if (!cancelWaiting(order)) {
        goOn(order);
      }
    } else if (order.paymentWait() != null && order.document().payment().settled()) {
      String token = order.paymentWait().taskToken();
      if (!executions.resume(token)) {
        ensureRunning(order);
      }
    } else if (order.hold() != null) {
      if (!tell(order, Action.RETRY, "store")) {
        ensureRunning(order);
      }
    } else if (order.replan() && order.paymentWait() == null) {
      goOn(order);
    }
  }

  /** The bench has packed something: its labels can be bought. */
  public void packed(Order order) {
    if (order.hold() == null || !tell(order, Action.RETRY, "bench")) {
      ensureRunning(order);
    }
  }

  /**
   * Nobody can wake an execution from its remorse period, and nobody has to wait for it: the next
   * attempt does now what there is to do, and the sleeping one finds itself overtaken.
   */
  private void goOn(Order order) {
    if (order.inRemorse(clock.instant())
        && executions.status(order.id(), order.attempt()) == Executions.Status.RUNNING) {
      nextAttempt(order.id(), order.attempt(), "it slept through its remorse period");
    } else {
      ensureRunning(order);
    }
  }

  /** Starts the next attempt unless one is running, or starts the one that never began. */
  public void ensureRunning(Order order) {
    switch (executions.status(order.id(), order.attempt())) {
      case RUNNING -> {}
      case UNKNOWN -> executions.start(order.id(), order.attempt());
      case SUCCEEDED, FAILED ->
          nextAttempt(order.id(), order.attempt(), "attempt " + order.attempt() + " had ended");
    }
  }

  /** The raised attempt is on the row before its execution starts, so that there is only one. */
  private void nextAttempt(OrderId id, int ended, String why) {
    // The row of an order whose first attempt died before there was one was made by the next
    // attempt, which may be waiting for payment.
    boolean runs = executions.status(id, ended + 1) == Executions.Status.RUNNING;
    Optional<Order> raised =
        changing.change(
            id,
            order ->
                order.attempt() > ended
                    ? Optional.empty()
                    : Optional.of(
                        new Decision(
                            change ->
                                runs
                                    ? change.attempt(ended + 1)
                                    : change
                                        .attempt(ended + 1)
                                        .paymentWait(null)
                                        .remorseUntil(null),
                            "cutoff",
                            "attempt " + (ended + 1) + " started",
                            why)));
    raised.ifPresent(order -> executions.start(id, order.attempt()));
  }

  /** Whether a waiting execution took the news. */
  private boolean cancelWaiting(Order order) {
    Order.PaymentWait wait = order.paymentWait();
    boolean payment = wait != null && executions.cancel(wait.taskToken(), "cancelled");
    boolean people = tell(order, Action.CANCEL, "cutoff");
    return payment || people;
  }

  /** Resolves what is open: the store cancelled the order, or may have mended what held it. */
  private boolean tell(Order order, Action action, String by) {
    boolean told = false;
    for (OpenException open : exceptions.of(order.id())) {
      if (open.resolution() == null) {
        told |=
            action == Action.CANCEL
                ? executions.cancel(open.taskToken(), "cancelled")
                : executions.resume(open.taskToken());
        var done = new QueueEntry.Resolution(action, by, clock.instant());
        exceptions.replace(open, open.resolved(done));
      }
    }
    return told;
  }
}

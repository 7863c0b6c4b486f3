package dev.cutoff.order.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.ResolvingException;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Restarts what stopped: accepted and never started, started and failed, decided and never carried
 * out. Whatever it does may be done any number of times.
 */
public final class Sweeping {
  /** Younger things are probably still on their way. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int AT_ONCE = 200;
  private static final int MOST_STARTS = 20;

  private final Orders orders;
  private final Inbox inbox;
  private final Executions executions;
  private final Exceptions exceptions;
  private final RevisingOrder revising;
  private final ResolvingException resolving;
  private final Waking waking;
  private final InstantSource clock;

  @Inject
  public Sweeping(
      Orders orders,
      Inbox inbox,
      Executions executions,
      Exceptions exceptions,
      RevisingOrder revising,
      ResolvingException resolving,
      Waking waking,
      InstantSource clock) {
    this.orders = orders;
    this.inbox = inbox;
    this.executions = executions;
    this.exceptions = exceptions;
    this.revising = revising;
    this.resolving = resolving;
    this.waking = waking;
    this.clock = clock;
  }

  /** What one round looked at. */
  public record Swept(int messages, int orders) {}

  public Swept sweep() {
    Instant before = clock.instant().minus(PATIENCE);
    List<OrderId> waiting =
        inbox.pendingBefore(before, AT_ONCE).stream()
            .map(Inbox.Message::orderId)
            .distinct()
            .toList();
    waiting.forEach(this::takeIn);
    List<OrderId> still = orders.unfinishedSince(before, AT_ONCE);
    still.forEach(this::goOn);
    return new Swept(waiting.size(), still.size());
  }

  private void takeIn(OrderId orderId) {
    if (orders.find(orderId).isPresent()) {
      revising.revise(orderId);
      return;
    }
    int attempt = 1;
    while (attempt < MOST_STARTS
        && executions.start(orderId, attempt) == Executions.Started.ENDED_BADLY) {
      attempt++;
    }
  }

  private void goOn(OrderId orderId) {
    Optional<Order> found = orders.find(orderId);
    if (found.isEmpty()) {
      return;
    }
    Order order = found.get();
    nudge(order);
    switch (executions.status(orderId, order.attempt())) {
      case RUNNING -> {}
      case SUCCEEDED, FAILED, UNKNOWN -> waking.ensureRunning(order);
    }
  }

  /** A decision was taken, or a time ran out, and the waiting execution was not told. */
  private void nudge(Order order) {
    for (OpenException open : exceptions.of(order.id())) {
      resolving.finish(open, order);
    }
    Order.PaymentWait wait = order.paymentWait();
    if (wait == null) {
      return;
    }
    if (order.cancelling() || order.document().payment().settled()) {
      waking.wake(order);
    } else if (clock.instant().isAfter(wait.until())) {
      executions.cancel(wait.taskToken(), "not paid in time");
    }
  }
}

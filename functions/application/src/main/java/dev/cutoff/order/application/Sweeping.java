package dev.cutoff.order.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.ResolvingException;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.shipment.application.MissingCutoff;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Restarts what stopped: accepted and never started, started and failed, decided and never carried
 * out. Whatever it does may be done any number of times.
 */
public final class Sweeping {
  /** Younger things are probably still on their way. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int AT_ONCE = 1_000;
  private static final int MOST_STARTS = 20;

  private final Orders orders;
  private final Inbox inbox;
  private final Executions executions;
  private final Exceptions exceptions;
  private final RevisingOrder revising;
  private final ResolvingException resolving;
  private final Waking waking;
  private final MissingCutoff missing;
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
      MissingCutoff missing,
      InstantSource clock) {
    this.orders = orders;
    this.inbox = inbox;
    this.executions = executions;
    this.exceptions = exceptions;
    this.revising = revising;
    this.resolving = resolving;
    this.waking = waking;
    this.missing = missing;
    this.clock = clock;
  }

  /**
   * What one round looked at.
   *
   * @param failed the orders that could not be helped, and why; the others were
   */
  public record Swept(int messages, int orders, List<String> failed) {
    public Swept {
      failed = List.copyOf(failed);
    }
  }

  public Swept sweep() {
    Instant before = clock.instant().minus(PATIENCE);
    List<OrderId> waiting =
        inbox.pendingBefore(before, AT_ONCE).stream()
            .map(Inbox.Message::orderId)
            .distinct()
            .toList();
    List<String> failed = new ArrayList<>();
    waiting.forEach(id -> alone(id, this::takeIn, failed));
    List<OrderId> still = orders.unfinishedSince(before, AT_ONCE);
    still.forEach(id -> alone(id, this::goOn, failed));
    overdue().stream()
        .filter(id -> !still.contains(id))
        .forEach(id -> alone(id, this::goOn, failed));
    return new Swept(waiting.size(), still.size(), failed);
  }

  /**
   * Unpaid orders whose time is over. They are looked for by themselves: a sale leaves thousands of
   * orders on hold, which nobody changes, and units would be held for nobody behind them.
   */
  private Set<OrderId> overdue() {
    Set<OrderId> overdue = new LinkedHashSet<>();
    String cursor = null;
    do {
      Orders.Page page =
          orders.list(new Orders.Query(OrderState.AWAITING_PAYMENT, null, null, cursor));
      for (Order order : page.items()) {
        Order.PaymentWait wait = order.paymentWait();
        if (wait != null && clock.instant().isAfter(wait.until())) {
          overdue.add(order.id());
        }
      }
      cursor = page.cursor();
    } while (cursor != null);
    return overdue;
  }

  /** One order that can't be helped never takes the others down. */
  private static void alone(OrderId id, Consumer<OrderId> help, List<String> failed) {
    try {
      help.accept(id);
    } catch (RuntimeException notThisTime) {
      failed.add(id + ": " + notThisTime.getClass().getSimpleName());
    }
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
    switch (executions.status(orderId, order.attempt())) {
      case RUNNING -> nudge(order);
      case SUCCEEDED -> {
        if (order.cancelling() || order.hold() == null || !isInTheQueue(orderId)) {
          waking.ensureRunning(order);
        }
      }
      case FAILED, UNKNOWN -> waking.ensureRunning(order);
    }
  }

  private boolean isInTheQueue(OrderId orderId) {
    return exceptions.of(orderId).stream().anyMatch(each -> each.resolution() == null);
  }

  /** A decision was taken, or a time ran out, and the waiting execution was not told. */
  private void nudge(Order order) {
    for (OpenException open : exceptions.of(order.id())) {
      resolving.finish(open, order);
    }
    Order.Hold hold = order.hold();
    Order.PaymentWait wait = order.paymentWait();
    if (order.cancelling()) {
      // What can't be undone waits for a person, and not for the next round.
      if (hold == null || !hold.step().equals(Order.Hold.COMPENSATE)) {
        waking.wake(order);
      }
    } else if (order.replan() && order.remorseUntil() != null) {
      waking.wake(order);
    } else if (order.waitsForBench()) {
      missing.look(order);
    } else if (wait != null) {
      if (order.document().payment().settled()) {
        waking.wake(order);
      } else if (clock.instant().isAfter(wait.until())) {
        executions.cancel(wait.taskToken(), "not paid in time");
      }
    }
  }
}

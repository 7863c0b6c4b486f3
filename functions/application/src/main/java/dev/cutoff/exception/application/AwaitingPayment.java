package dev.cutoff.exception.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps the token of an execution that waits for the store to say paid. */
public final class AwaitingPayment {
  private final Changing changing;
  private final Executions executions;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public AwaitingPayment(
      Changing changing, Executions executions, Merchants merchants, InstantSource clock) {
    this.changing = changing;
    this.executions = executions;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** The news may have come between two steps: then it does not wait at all. */
  public void await(OrderId orderId, String taskToken) {
    Instant until = clock.instant().plus(merchants.current().rules().unpaidHold());
    Order order =
        changing.change(orderId, before -> decide(before, taskToken, until)).orElseThrow();
    if (order.cancellation() != null) {
      executions.cancel(taskToken, "cancelled");
    } else if (order.document().payment().settled()) {
      executions.resume(taskToken);
    }
  }

  private static Optional<Decision> decide(Order before, String taskToken, Instant until) {
    if (before.cancellation() != null || before.document().payment().settled()) {
      return Optional.empty();
    }
    return Optional.of(
        new Decision(
            change -> change.paymentWait(new Order.PaymentWait(taskToken, until)),
            "cutoff",
            "waiting for payment",
            "units are held until " + until));
  }
}

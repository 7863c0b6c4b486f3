package dev.cutoff.stock.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.shipment.application.Undoing;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Holds the units of an order at the right nodes; what is not there is split, held, waited for or
 * cancelled by the shop's rules. Then the payment decides whether it goes on.
 */
public final class ReservingStock {
  private static final String STEP = "Reserve";

  private final Orders orders;
  private final Supplying supplying;
  private final Undoing undoing;
  private final Changing changing;
  private final Executions executions;
  private final Announcements announcements;

  @Inject
  public ReservingStock(
      Orders orders,
      Supplying supplying,
      Undoing undoing,
      Changing changing,
      Executions executions,
      Announcements announcements) {
    this.orders = orders;
    this.supplying = supplying;
    this.undoing = undoing;
    this.changing = changing;
    this.executions = executions;
    this.announcements = announcements;
  }

  /**
   * Reserves.
   *
   * @param queued whether the order has been in the queue of hot shelves: once is enough
   */
  public StepResult reserve(OrderId orderId, boolean queued) {
    Order order = orders.find(orderId).orElseThrow();
    if (order.cancellation() != null) {
      return new StepResult.Cancelled();
    }
    boolean listed = order.waits();
    if (order.replan() || order.document().calledOff()) {
      order = undoing.undo(order, "the store changed the order");
    }
    switch (supplying.supply(order, listed, queued)) {
      case Supplying.Outcome.GoesOn goesOn -> order = goesOn.order();
      case Supplying.Outcome.Queues queues -> {
        return new StepResult.ReservationQueued();
      }
      case Supplying.Outcome.Refused refused -> {
        return changing.hold(orderId, STEP, refused.why());
      }
      case Supplying.Outcome.Cancelled cancelled -> {
        return new StepResult.Cancelled();
      }
    }
    if (order.document().test()) {
      return new StepResult.Done();
    }
    if (!order.document().payment().settled() && !order.allHandedOver()) {
      return new StepResult.PaymentAwaited();
    }
    Order.PaymentWait wait = order.paymentWait();
    if (wait != null) {
      // Where this ran out of turn the execution is still waiting, and its token goes with the row.
      executions.resume(wait.taskToken());
    }
    changing.change(order, ReservingStock::paid);
    announcements.publish(
        new Announcement(Announcement.What.CONFIRMED, orderId, null, null, order.receivedAt()));
    return new StepResult.Done();
  }

  private static Optional<Decision> paid(Order order) {
    return order.paymentWait() == null
        ? Optional.empty()
        : Optional.of(
            new Decision(change -> change.paymentWait(null), "cutoff", "waits for no payment", ""));
  }
}

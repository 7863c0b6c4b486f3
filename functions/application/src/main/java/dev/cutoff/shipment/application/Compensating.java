package dev.cutoff.shipment.application;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.StepResult;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Ends an order that is not to be shipped: units back, labels void, store and customer told. It
 * gets here because somebody cancelled, or because nobody paid in time.
 */
public final class Compensating {
  private final Undoing undoing;
  private final Changing changing;
  private final Announcements announcements;
  private final InstantSource clock;

  @Inject
  public Compensating(
      Undoing undoing, Changing changing, Announcements announcements, InstantSource clock) {
    this.undoing = undoing;
    this.changing = changing;
    this.announcements = announcements;
    this.clock = clock;
  }

  public StepResult compensate(OrderId orderId) {
    Order order = changing.change(orderId, this::cancelUnpaid).orElseThrow();
    if (order.cancellation() == null) {
      // Paid in the very last second: a paid order never loses its units by time.
      return new StepResult.Changed();
    }
    if (order.cancelling()) {
      String why = order.cancellation().why();
      undoing.undo(order, why);
      changing.change(orderId, this::completed);
    }
    // The moment of asking is part of the announcement, so that a second run publishes the same.
    announcements.publish(
        new Announcement(
            Announcement.What.CANCELLED, orderId, null, null, order.cancellation().requestedAt()));
    return new StepResult.Done();
  }

  private Optional<Decision> cancelUnpaid(Order order) {
    if (order.cancellation() != null || order.document().payment().settled()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.of(
        new Decision(
            change ->
                change.cancellation(
                    new Order.Cancellation(now, "cutoff", "not paid in time", null)),
            "cutoff",
            "cancelled",
            "not paid in time"));
  }

  private Optional<Decision> completed(Order order) {
    Order.Cancellation asked = order.cancellation();
    if (asked == null || asked.completedAt() != null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.of(
        new Decision(
            change ->
                change
                    .cancellation(
                        new Order.Cancellation(asked.requestedAt(), asked.by(), asked.why(), now))
                    .hold(null)
                    .paymentWait(null),
            "cutoff",
            "cancelled",
            asked.why()));
  }
}

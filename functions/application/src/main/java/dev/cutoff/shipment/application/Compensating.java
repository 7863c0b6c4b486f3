package dev.cutoff.shipment.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.RevisingOrder;
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
  private static final int MOST_ROUNDS = 3;

  private final RevisingOrder revising;
  private final Undoing undoing;
  private final Changing changing;
  private final Announcements announcements;
  private final InstantSource clock;

  @Inject
  public Compensating(
      RevisingOrder revising,
      Undoing undoing,
      Changing changing,
      Announcements announcements,
      InstantSource clock) {
    this.revising = revising;
    this.undoing = undoing;
    this.changing = changing;
    this.announcements = announcements;
    this.clock = clock;
  }

  public StepResult compensate(OrderId orderId) {
    // The store may have said paid, and nobody applied it yet.
    revising.apply(orderId);
    Order order = changing.change(orderId, this::cancelUnpaid).orElseThrow();
    Order.Cancellation cancellation = order.cancellation();
    if (cancellation == null) {
      // Paid in the very last second: a paid order never loses its units by time.
      return new StepResult.Changed();
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      undoing.undo(order, cancellation.why());
      // Before the row says done, for then nobody looks at it any more. The moment of asking is
      // part
      // of it, so that a second run publishes the same.
      announcements.publish(
          new Announcement(
              Announcement.What.CANCELLED, orderId, null, null, cancellation.requestedAt()));
      order = changing.change(orderId, this::completed).orElseThrow();
      if (!order.cancelling()) {
        return new StepResult.Done();
      }
    }
    throw new TryAgainLater("order " + orderId + " is worked on while it is undone");
  }

  private Optional<Decision> cancelUnpaid(Order order) {
    if (order.cancellation() != null
        || order.document().payment().settled()
        || order.anythingHandedOver()) {
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
    if (asked == null || asked.completedAt() != null || !order.openShipments().isEmpty()) {
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

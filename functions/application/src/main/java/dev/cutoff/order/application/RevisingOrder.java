package dev.cutoff.order.application;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing.Decision;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Applies the newest version that the store sent to an order that is already ours: paid, cancelled,
 * edited. What is older than what we have changes nothing.
 */
public final class RevisingOrder {
  private static final String STORE = "store";

  private final Inbox inbox;
  private final NewestDocument newest;
  private final Changing changing;
  private final Waking waking;
  private final InstantSource clock;

  @Inject
  public RevisingOrder(
      Inbox inbox, NewestDocument newest, Changing changing, Waking waking, InstantSource clock) {
    this.inbox = inbox;
    this.newest = newest;
    this.changing = changing;
    this.waking = waking;
    this.clock = clock;
  }

  /** Applies what is pending and lets a waiting execution know. */
  public void revise(OrderId orderId) {
    apply(orderId).ifPresent(waking::wake);
  }

  /**
   * Applies what is pending.
   *
   * @return the order as it is now, where something was pending
   */
  public Optional<Order> apply(OrderId orderId) {
    Optional<NewestDocument.Newest> found = newest.of(inbox.pending(orderId));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    OrderDocument document = found.get().document();
    Optional<Order> order = changing.change(orderId, before -> decide(before, document));
    if (order.isPresent()) {
      found.get().messages().forEach(inbox::applied);
    }
    return order;
  }

  private Optional<Decision> decide(Order before, OrderDocument document) {
    if (!document.supersedes(before.document()) || document.equals(before.document())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    boolean gone = document.calledOff();
    boolean cancels = gone && before.cancellation() == null && !before.anythingHandedOver();
    boolean anew =
        before.anythingHandedOver()
            ? gone && !before.allHandedOver()
            : !document.shipsLike(before.document())
                && (before.waits() || !before.openShipments().isEmpty());
    return Optional.of(
        new Decision(
            change -> {
              change.document(document).replan(before.replan() || anew);
              if (cancels) {
                change.cancellation(new Order.Cancellation(now, STORE, whyGone(document), null));
              }
              if (!Objects.equals(document.shipTo(), before.document().shipTo())) {
                // The store has the last word on the address, unless it says what it said before.
                change.correctedShipTo(null);
              }
              return change;
            },
            STORE,
            cancels ? "cancelled in the store" : anew ? "changed in the store" : "updated",
            "version " + document.updatedAt()));
  }

  private static String whyGone(OrderDocument document) {
    return document.cancelledAt() != null ? "cancelled in the store" : "the money went back";
  }
}

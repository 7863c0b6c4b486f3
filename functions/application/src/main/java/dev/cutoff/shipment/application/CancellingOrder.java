package dev.cutoff.shipment.application;

import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Waking;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cancels an order as long as nothing is handed over; after that says what is still possible. */
public final class CancellingOrder {
  private final Changing changing;
  private final Waking waking;
  private final InstantSource clock;

  @Inject
  public CancellingOrder(Changing changing, Waking waking, InstantSource clock) {
    this.changing = changing;
    this.waking = waking;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    /**
     * 202.
     *
     * @param labelsVoided what the labels cost that are voided now
     * @param possibleUntil the cutoff of the shipment that goes first; null where none is planned
     * @param freeUntil until when nothing is bought for it; null where nothing was waited for
     */
    record Cancelling(
        Order order,
        Money labelsVoided,
        @Nullable Instant possibleUntil,
        @Nullable Instant freeUntil)
        implements Outcome {}

    /** 409. */
    record TooLate(String stillPossible) implements Outcome {}

    /** 404. */
    record NotFound() implements Outcome {}
  }

  public Outcome cancel(OrderId orderId, String by, String why) {
    return cancel(orderId, by, why, order -> true);
  }

  /**
   * The same for a reason that may be gone.
   *
   * @param still whether the order as it is then is to be cancelled
   */
  public Outcome cancel(OrderId orderId, String by, String why, Predicate<Order> still) {
    Instant now = clock.instant();
    Optional<Order> order =
        changing.change(
            orderId,
            before ->
                before.cancellation() != null || before.anythingHandedOver() || !still.test(before)
                    ? Optional.empty()
                    : Optional.of(
                        new Decision(
                            change ->
                                change.cancellation(new Order.Cancellation(now, by, why, null)),
                            by,
                            "cancellation asked for",
                            why)));
    if (order.isEmpty()) {
      return new Outcome.NotFound();
    }
    Order after = order.get();
    if (after.cancellation() == null) {
      return new Outcome.TooLate(
          "it left the house; a return is possible once it is delivered, or ask the carrier to bring it back");
    }
    waking.wake(after);
    return new Outcome.Cancelling(
        after, labels(after), until(after), after.inRemorse(now) ? after.remorseUntil() : null);
  }

  private static Money labels(Order order) {
    return order.openShipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .map(Parcel::cost)
        .reduce(Money.zero(order.document().currency()), Money::plus);
  }

  private static @Nullable Instant until(Order order) {
    return order.openShipments().stream()
        .flatMap(shipment ->
            switch (shipment) {
              case Shipment.Planned planned -> Optional.of(planned.shipBy()).stream();
              case Shipment.Labelled labelled -> Optional.of(labelled.shipBy()).stream();
              case Shipment.Reserved reserved -> Optional.<Instant>empty().stream();
              case Shipment.Shipped shipped -> Optional.<Instant>empty().stream();
              case Shipment.Delivered delivered -> Optional.<Instant>empty().stream();
              case Shipment.Cancelled cancelled -> Optional.<Instant>empty().stream();
            })
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}

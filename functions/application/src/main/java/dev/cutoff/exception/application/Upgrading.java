package dev.cutoff.exception.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.Waking;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Gives up the next hand-over of an order, so that it is planned for the one after it: with another
 * service, or from another node, as the promise demands. Where nothing is paid the units stay
 * reserved; a label that is bought already goes the way of an edited order: it is voided and the
 * units are reserved anew.
 */
public final class Upgrading {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Orders orders;
  private final LabelAttempts attempts;
  private final Executions executions;
  private final Changing changing;
  private final Waking waking;
  private final InstantSource clock;

  @Inject
  public Upgrading(
      Orders orders,
      LabelAttempts attempts,
      Executions executions,
      Changing changing,
      Waking waking,
      InstantSource clock) {
    this.orders = orders;
    this.attempts = attempts;
    this.executions = executions;
    this.changing = changing;
    this.waking = waking;
    this.clock = clock;
  }

  /** Why an order can't be planned again this way; empty where it can. */
  public static Optional<String> whyNot(Order order) {
    if (order.hold() != null) {
      return Optional.of("the order is on hold: resolve that exception first, it is planned then");
    }
    if (order.cancellation() != null) {
      return Optional.of("the order is cancelled");
    }
    if (order.allHandedOver()) {
      return Optional.of("it is handed over");
    }
    boolean labelled = order.openShipments().stream().anyMatch(Shipment.Labelled.class::isInstance);
    return labelled && order.anythingHandedOver()
        ? Optional.of(
            "a part of the order is handed over and the rest has its label: void it at the carrier and hand over by another, or ship late")
        : Optional.empty();
  }

  /**
   * Plans again.
   *
   * @param missed the hand-over that is given up
   * @return why not; empty where it is done
   */
  Optional<String> upgrade(OrderId id, Instant missed, String by) {
    return again(
        id,
        missed,
        Upgrading::whyNot,
        by,
        "resolved: upgrade",
        "planned again for a hand-over after " + missed);
  }

  /** Labels that nobody used go back, and the order is planned anew; why not, where it can't be. */
  Optional<String> giveBack(ShipmentId unused, String by) {
    return again(
        unused.orderId(),
        clock.instant(),
        order -> whyNot(order).or(() -> whyNot(order, unused)),
        by,
        "resolved: void",
        "nobody handed it over: its labels go back before it is too late, and it is planned again");
  }

  /** Once they are given back the order may have others, which are used. */
  private static Optional<String> whyNot(Order order, ShipmentId unused) {
    return order.shipments().stream()
            .anyMatch(each -> each.id().equals(unused) && each instanceof Shipment.Labelled)
        ? Optional.empty()
        : Optional.of("its labels were given back already, or it left: look at the order");
  }

  private Optional<String> again(
      OrderId id,
      Instant missed,
      Function<Order, Optional<String>> whyNot,
      String by,
      String what,
      String why) {
    Optional<Order> found = orders.find(id);
    if (found.isEmpty()) {
      return Optional.of("there is no such order");
    }
    boolean paid = isPaid(found.get());
    boolean busy =
        !paid
            && !found.get().inRemorse(clock.instant())
            && executions.status(id, found.get().attempt()) == Executions.Status.RUNNING;
    if (busy && whyNot.apply(found.get()).isEmpty()) {
      return Optional.of(
          "it is being planned or its label is being bought: look again in a minute");
    }
    Instant now = clock.instant();
    Instant from = (missed.isAfter(now) ? missed : now).plus(ONE_SECOND);
    AtomicReference<Optional<String>> not = new AtomicReference<>(Optional.empty());
    Order after =
        changing.change(
            found.get(),
            before -> {
              not.set(whyNot.apply(before));
              if (not.get().isPresent()) {
                return Optional.empty();
              }
              return Optional.of(
                  new Decision(
                      change ->
                          before.replan() || isPaid(before)
                              ? change.planAfter(from).replan(true)
                              // An execution that sleeps in the remorse period finds itself
                              // overtaken.
                              : change
                                  .planAfter(from)
                                  .attempt(before.attempt() + 1)
                                  .remorseUntil(null),
                      by,
                      what,
                      why));
            });
    if (not.get().isEmpty()) {
      if (after.replan()) {
        waking.wake(after);
      } else {
        waking.ensureRunning(after);
      }
    }
    return not.get();
  }

  private boolean isPaid(Order order) {
    return order.openShipments().stream()
        .anyMatch(each ->
            each instanceof Shipment.Labelled
                || (each instanceof Shipment.Planned
                    && attempts.of(each.id()).stream().anyMatch(LabelAttempts.Attempt::mayBePaid)));
  }
}

package dev.cutoff.plan.application;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses boxes, carrier, service and ship day of every shipment of an order that has no label yet.
 * Pickup and local delivery need none of it.
 */
public final class PlanningShipments {
  private static final String STEP = "RateShop";

  private final Orders orders;
  private final RateShopping rateShopping;
  private final LabelAttempts attempts;
  private final Changing changing;
  private final Remorse remorse;

  @Inject
  public PlanningShipments(
      Orders orders,
      RateShopping rateShopping,
      LabelAttempts attempts,
      Changing changing,
      Remorse remorse) {
    this.orders = orders;
    this.rateShopping = rateShopping;
    this.attempts = attempts;
    this.changing = changing;
    this.remorse = remorse;
  }

  public StepResult plan(OrderId orderId) {
    Order order = orders.find(orderId).orElseThrow();
    if (order.cancellation() != null) {
      return new StepResult.Cancelled();
    }
    if (order.document().shippingMethod().kind() != ShippingMethod.Kind.PARCEL) {
      return remorse.free(order);
    }
    List<Shipment.Planned> planned = new ArrayList<>();
    double confidence = 1;
    Promise promise = order.promise();
    for (Shipment shipment : order.openShipments()) {
      if (toPlan(shipment)) {
        switch (rateShopping.shop(order, shipment)) {
          case RateShopping.Outcome.Refused refused -> {
            return changing.hold(orderId, STEP, refused.refusal());
          }
          case RateShopping.Outcome.Chosen chosen -> {
            planned.add(chosen.shipment());
            promise = chosen.promise();
            confidence = Math.min(confidence, chosen.promise().confidence());
          }
        }
      }
    }
    if (planned.isEmpty() || promise == null) {
      return remorse.free(order);
    }
    Promise whole = new Promise(promise.deliverBy(), promise.zone(), confidence);
    return remorse.free(changing.change(order, before -> decide(before, order, planned, whole)));
  }

  /** A plan that money was spent on, or may have been, stays. */
  private boolean toPlan(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Reserved reserved -> reserved.notBefore() == null;
      case Shipment.Planned planned ->
          attempts.of(planned.id()).stream().noneMatch(LabelAttempts.Attempt::mayBePaid);
      case Shipment.Labelled labelled -> false;
      case Shipment.Shipped shipped -> false;
      case Shipment.Delivered delivered -> false;
      case Shipment.Cancelled cancelled -> false;
    };
  }

  /** Somebody may have changed the order while the carriers were asked; then Label will see it. */
  private Optional<Decision> decide(
      Order before, Order asked, List<Shipment.Planned> planned, Promise promise) {
    if (before.cancellation() != null || !before.shipments().equals(asked.shipments())) {
      return Optional.empty();
    }
    return Optional.of(
        new Decision(
            change -> {
              planned.forEach(change::shipment);
              return change.promise(promise).remorseUntil(remorse.until(before, planned));
            },
            "cutoff",
            "planned: " + String.join("; ", planned.stream().map(RateShopping::inWords).toList()),
            "promised by " + promise.deliverBy()));
  }
}

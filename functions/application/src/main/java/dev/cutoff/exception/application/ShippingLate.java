package dev.cutoff.exception.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.application.TellingDelay;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Accepts that an order comes late, as it is planned, and tells its customer early. */
public final class ShippingLate {
  private final Changing changing;
  private final TellingDelay telling;

  @Inject
  public ShippingLate(Changing changing, TellingDelay telling) {
    this.changing = changing;
    this.telling = telling;
  }

  /** Why not; empty where it is done. */
  Optional<String> accept(PromiseRisk risk, String by) {
    Optional<LocalDate> day =
        risk.refusal().offered().stream()
            .filter(each -> each.action() == Action.SHIP_LATE)
            .map(PricedOption::plan)
            .filter(Objects::nonNull)
            .map(PricedOption.Sending::arrives)
            .findFirst();
    Optional<Order> order =
        day.flatMap(
            arrives -> changing.change(risk.orderId(), before -> late(before, arrives, by)));
    Optional<Promise> promise = order.map(Order::promise);
    if (order.isEmpty()
        || promise.isEmpty()
        || !day.equals(promise.map(Promise::expected))
        || order.get().cancellation() != null) {
      return Optional.of("the order changed meanwhile: look at it again");
    }
    telling.tell(order.get());
    return Optional.empty();
  }

  private static Optional<Decision> late(Order before, LocalDate arrives, String by) {
    Promise promise = before.promise();
    if (promise == null
        || before.cancellation() != null
        || before.hold() != null
        || arrives.equals(promise.expected())) {
      return Optional.empty();
    }
    return Optional.of(
        new Decision(
            change -> change.shipLate(true).promise(promise.expecting(arrives)),
            by,
            "resolved: ship-late",
            "promised by %s, expected by %s".formatted(promise.deliverBy(), arrives)));
  }
}

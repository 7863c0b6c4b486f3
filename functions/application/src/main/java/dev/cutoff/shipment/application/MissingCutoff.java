package dev.cutoff.shipment.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Waking;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends the wait for a bench whose cutoff is over: the order is planned again, once; who misses a
 * cutoff after that stands in the exception queue. Again is the same.
 */
public final class MissingCutoff {
  private final Exceptions exceptions;
  private final Merchants merchants;
  private final Changing changing;
  private final Waking waking;
  private final InstantSource clock;

  @Inject
  public MissingCutoff(
      Exceptions exceptions,
      Merchants merchants,
      Changing changing,
      Waking waking,
      InstantSource clock) {
    this.exceptions = exceptions;
    this.merchants = merchants;
    this.changing = changing;
    this.waking = waking;
    this.clock = clock;
  }

  /** Looks at an order that waits for the bench. */
  public void look(Order order) {
    Optional<Shipment.Planned> first = first(order);
    if (order.isPackedForLabel() || first.isEmpty()) {
      waking.packed(order);
    } else if (!clock.instant().isBefore(first.get().shipBy())) {
      missed(order, first.get());
    }
  }

  private static Optional<Shipment.Planned> first(Order order) {
    return order.openShipments().stream()
        .flatMap(each -> each instanceof Shipment.Planned it ? Stream.of(it) : Stream.empty())
        .min(Comparator.comparing(Shipment.Planned::shipBy));
  }

  private void missed(Order order, Shipment.Planned shipment) {
    Instant cutoff = shipment.shipBy();
    Instant missedBefore = order.planAfter();
    if (missedBefore != null && missedBefore.isBefore(cutoff)) {
      hold(order, shipment, cutoff);
      return;
    }
    String why = "%s was not packed by %s".formatted(shipment.id(), cutoff);
    waking.packed(
        changing.change(
            order,
            before ->
                cutoff.equals(before.planAfter())
                    ? Optional.empty()
                    : Optional.of(
                        new Decision(
                            change -> change.planAfter(cutoff),
                            "cutoff",
                            "is planned again",
                            why))));
  }

  /**
   * The entry first, the row after it: who dies in between finds the order waiting, and goes on.
   */
  private void hold(Order order, Shipment.Planned shipment, Instant cutoff) {
    Refusal refusal =
        Refusal.of(
            Reason.NOT_PACKED,
            "%s was not packed at %s by %s, and missed a cutoff before. Find it and pack it; or retry to plan it again, or cancel."
                .formatted(shipment.id(), shipment.node(), cutoff),
            Map.of(
                "shipmentId", shipment.id().value(),
                "node", shipment.node().value(),
                "cutoff", cutoff.toString()));
    Instant due = clock.instant().plus(merchants.current().rules().exceptionDue());
    for (OpenException open : exceptions.of(order.id())) {
      if (open.resolution() == null && !open.listed()) {
        exceptions.replace(open, open.because(refusal, due, List.of(Action.RETRY, Action.CANCEL)));
      }
    }
    changing.change(
        order,
        before ->
            before.waitsForBench()
                ? Optional.of(
                    new Decision(
                        change -> change.hold(new Order.Hold(refusal, "Label", clock.instant())),
                        "cutoff",
                        "put on hold in Label",
                        refusal.message()))
                : Optional.empty());
  }
}

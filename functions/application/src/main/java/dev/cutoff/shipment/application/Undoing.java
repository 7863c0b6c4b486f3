package dev.cutoff.shipment.application;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.plan.application.CarrierProvider;
import dev.cutoff.plan.application.Providers;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Undoes what is not handed over: voids labels, gives units back, closes the shipments. Any number
 * of times, and also where it never happened.
 */
public final class Undoing {
  private final LabelAttempts attempts;
  private final Providers providers;
  private final Merchants merchants;
  private final Stock stock;
  private final Changing changing;
  private final InstantSource clock;

  @Inject
  public Undoing(
      LabelAttempts attempts,
      Providers providers,
      Merchants merchants,
      Stock stock,
      Changing changing,
      InstantSource clock) {
    this.attempts = attempts;
    this.providers = providers;
    this.merchants = merchants;
    this.stock = stock;
    this.changing = changing;
    this.clock = clock;
  }

  /**
   * Undoes the open shipments.
   *
   * @return the order as it is after it
   */
  public Order undo(Order order, String why) {
    List<Shipment> open =
        order.openShipments().stream()
            .filter(each ->
                !(each instanceof Shipment.Shipped) && !(each instanceof Shipment.Delivered))
            .toList();
    open.forEach(shipment -> attempts.of(shipment.id()).forEach(this::voidLabel));
    Set<String> kept =
        order.openShipments().stream()
            .filter(each -> !open.contains(each))
            .map(each -> each.id().value())
            .collect(Collectors.toSet());
    stock.release(
        stock.reservations(order.id()).stream()
            .filter(each -> each.state() == Reservation.State.RESERVED)
            .filter(each -> !kept.contains(each.shipmentId().value()))
            .toList());
    return changing.change(order.id(), before -> closed(before, open, why)).orElseThrow();
  }

  private Optional<Decision> closed(Order before, List<Shipment> open, String why) {
    Instant now = clock.instant();
    if (open.isEmpty() && !before.replan()) {
      return Optional.empty();
    }
    List<Shipment> after =
        before.shipments().stream()
            .map(each ->
                open.stream().anyMatch(gone -> gone.id().equals(each.id()))
                    ? new Shipment.Cancelled(each.id(), each.node(), each.lines(), now)
                    : each)
            .toList();
    return Optional.of(
        new Decision(
            change -> change.shipments(after).replan(false).promise(null),
            "cutoff",
            "units given back, labels voided",
            why));
  }

  private void voidLabel(Attempt attempt) {
    switch (attempt.state()) {
      case BOUGHT -> {
        Carrier carrier = merchants.current().carriers().get(attempt.carrier());
        String labelId = attempt.labelId();
        if (carrier == null || labelId == null) {
          attempts.record(attempt.in(State.ORPHAN));
          return;
        }
        switch (providers.of(carrier).voidLabel(carrier, labelId)) {
          case CarrierProvider.VoidAnswer.Voided voided ->
              attempts.record(attempt.in(State.VOIDED));
          case CarrierProvider.VoidAnswer.Refused refused ->
              attempts.record(attempt.in(State.ORPHAN));
        }
      }
      // Begun and never heard of: somebody pays for it in the worst case, so it stays visible.
      case BEGUN -> attempts.record(attempt.in(State.ORPHAN));
      case REFUSED, NOT_BOUGHT, VOIDED, ORPHAN -> {}
    }
  }
}

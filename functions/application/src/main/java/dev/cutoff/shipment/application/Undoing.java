package dev.cutoff.shipment.application;

import dev.cutoff.backorder.application.JoiningWaiters;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.plan.application.CountingLoads;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what is not handed over: voids labels, gives units back, closes the shipments. Any number
 * of times, and also where it never happened.
 */
public final class Undoing {
  private final LabelAttempts attempts;
  private final LabelPurchases purchases;
  private final Merchants merchants;
  private final Stock stock;
  private final StockChanges changes;
  private final JoiningWaiters waiters;
  private final CountingLoads loads;
  private final Changing changing;
  private final InstantSource clock;

  @Inject
  public Undoing(
      LabelAttempts attempts,
      LabelPurchases purchases,
      Merchants merchants,
      Stock stock,
      StockChanges changes,
      JoiningWaiters waiters,
      CountingLoads loads,
      Changing changing,
      InstantSource clock) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.merchants = merchants;
    this.stock = stock;
    this.changes = changes;
    this.waiters = waiters;
    this.loads = loads;
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
    Set<ShipmentId> kept =
        order.shipments().stream()
            .filter(each -> each instanceof Shipment.Shipped || each instanceof Shipment.Delivered)
            .map(Shipment::id)
            .collect(Collectors.toSet());
    // Units first: they don't wait for a carrier that is down.
    release(
        stock.reservations(order.id()).stream()
            .filter(each -> each.state().holds())
            .filter(each -> !kept.contains(each.shipmentId()))
            .toList(),
        Cause.ours(clock.instant(), why));
    loads.calledOff(open);
    if (order.cancellation() != null || order.document().calledOff()) {
      waiters.leave(order.id());
    }
    // Closed ones too: a label may have been bought while its shipment was being closed.
    order.shipments().stream()
        .filter(each -> !kept.contains(each.id()))
        .forEach(each -> attempts.of(each.id()).forEach(it -> voidLabel(order, it)));
    return changing.change(order.id(), before -> closed(before, open, why)).orElseThrow();
  }

  private void release(List<Reservation> held, Cause cause) {
    stock.release(held, cause);
    if (!held.isEmpty()) {
      changes.changed(held.stream().map(Reservation::sku).toList());
    }
  }

  private Optional<Decision> closed(Order before, List<Shipment> open, String why) {
    Instant now = clock.instant();
    if (open.isEmpty() && !before.replan() && Objects.equals(before.backorder(), undone(before))) {
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
            change ->
                change
                    .shipments(after)
                    .replan(false)
                    .promise(null)
                    .remorseUntil(null)
                    .backorder(undone(before)),
            "cutoff",
            "units given back, labels voided",
            why));
  }

  /** A place in the list is kept by the list, until the next run knows what is to wait. */
  private static @Nullable Backorder undone(Order before) {
    Backorder known = before.backorder();
    return known == null ? null : known.with(List.of());
  }

  private void voidLabel(Order order, Attempt attempt) {
    switch (attempt.state()) {
      case BOUGHT -> {
        var _ = purchases.giveBack(attempt);
      }
      case BEGUN -> settle(order, attempt);
      case REFUSED, NOT_BOUGHT, VOIDED, ORPHAN -> {}
    }
  }

  /**
   * Begun and never heard of: asked for, and where it was sold it is voided. A carrier that can't
   * say, or does not answer, holds nobody up: the attempt is on the list, and is asked about until
   * it is settled.
   */
  private void settle(Order order, Attempt attempt) {
    Carrier carrier = merchants.current().carriers().get(attempt.carrier());
    if (carrier == null) {
      var _ = purchases.inDoubt(attempt);
      return;
    }
    Instant now = clock.instant();
    try {
      switch (purchases.find(carrier, order, attempt)) {
        case FindAnswer.Found found -> {
          var _ = purchases.giveBack(purchases.keep(attempt, found.label()));
        }
        case FindAnswer.FoundUnprintable found -> {
          var _ = purchases.giveBack(purchases.orphan(attempt, found.label()));
        }
        case FindAnswer.NotBought not -> {
          var _ = purchases.notBought(attempt);
        }
        case FindAnswer.NotYetKnown later -> purchases.list(attempt, later.askAgainAt(), false);
        // Somebody pays for it in the worst case, so it stays visible.
        case FindAnswer.CannotTell never -> {
          var _ = purchases.inDoubt(attempt);
        }
      }
    } catch (TryAgainLater down) {
      purchases.list(attempt, now, false);
    }
  }
}

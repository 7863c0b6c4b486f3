package dev.cutoff.stock.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.Undoing;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the units of an order at the right nodes, all or nothing. The reservation rows are the
 * truth; the order's row follows them, also after a crash in between.
 */
public final class ReservingStock {
  private static final String STEP = "Reserve";
  private static final int MOST_TRIES = 6;

  private final Orders orders;
  private final Stock stock;
  private final Allocating allocating;
  private final Undoing undoing;
  private final Changing changing;
  private final Announcements announcements;

  @Inject
  public ReservingStock(
      Orders orders,
      Stock stock,
      Allocating allocating,
      Undoing undoing,
      Changing changing,
      Announcements announcements) {
    this.orders = orders;
    this.stock = stock;
    this.allocating = allocating;
    this.undoing = undoing;
    this.changing = changing;
    this.announcements = announcements;
  }

  public StepResult reserve(OrderId orderId) {
    Order order = orders.find(orderId).orElseThrow();
    if (order.cancelling()) {
      return new StepResult.Cancelled();
    }
    if (order.replan()) {
      order = undoing.undo(order, "the store changed the order");
    }
    if (order.hasWork() && order.openShipments().isEmpty()) {
      Optional<Refusal> refusal = take(order);
      if (refusal.isPresent()) {
        return changing.hold(orderId, STEP, refusal.get());
      }
    }
    if (order.document().test()) {
      return new StepResult.Done();
    }
    if (!order.document().payment().settled()) {
      return new StepResult.PaymentAwaited();
    }
    changing.change(orderId, ReservingStock::paid);
    announcements.publish(
        new Announcement(Announcement.What.CONFIRMED, orderId, null, null, order.receivedAt()));
    return new StepResult.Done();
  }

  /** Takes the units, or adopts what an earlier run took. */
  private Optional<Refusal> take(Order order) {
    List<Reservation> held =
        stock.reservations(order.id()).stream()
            .filter(each -> each.state() == Reservation.State.RESERVED)
            .toList();
    if (!held.isEmpty()) {
      follow(order.id(), held);
      return Optional.empty();
    }
    List<Demand> demands = allocating.demands(order);
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      List<StockLevel> levels = allocating.levels(demands);
      Optional<Allocation> allocation = allocating.route(order, demands, levels);
      if (allocation.isEmpty()) {
        return Optional.of(outOfStock(demands, levels));
      }
      List<Reservation> wanted = allocating.reservations(order, allocation.get());
      switch (stock.reserve(wanted)) {
        case Stock.Outcome.Reserved reserved -> {
          follow(order.id(), wanted);
          return Optional.empty();
        }
        case Stock.Outcome.Shortage lostTheRace -> {}
      }
    }
    throw new TryAgainLater("stock of order " + order.id() + " changes all the time");
  }

  private void follow(OrderId orderId, List<Reservation> held) {
    List<Shipment.Reserved> shipments = Allocating.shipments(held);
    changing.change(
        orderId,
        before -> {
          if (!before.openShipments().isEmpty()) {
            return Optional.empty();
          }
          List<Shipment> all = new ArrayList<>(before.shipments());
          all.addAll(shipments);
          return Optional.of(
              new Decision(
                  change -> change.shipments(all),
                  "cutoff",
                  "units reserved at "
                      + String.join(
                          ", ", shipments.stream().map(each -> each.node().value()).toList()),
                  shipments.size() == 1
                      ? "nearest node that has it all"
                      : "no node has it all: fewest nodes"));
        });
  }

  private static Optional<Decision> paid(Order order) {
    return order.paymentWait() == null
        ? Optional.empty()
        : Optional.of(
            new Decision(change -> change.paymentWait(null), "store", "payment settled", ""));
  }

  private static Refusal outOfStock(List<Demand> demands, List<StockLevel> levels) {
    for (Demand demand : demands) {
      for (var part : demand.perUnit().entrySet()) {
        long there =
            levels.stream()
                .filter(level -> level.sku().equals(part.getKey()))
                .mapToLong(StockLevel::routable)
                .sum();
        long wanted = part.getValue() * demand.quantity();
        if (there < wanted) {
          return Refusal.of(
              Reason.OUT_OF_STOCK,
              "%d of %s are wanted and %d are free over all nodes. Count or receive stock, then retry; or cancel."
                  .formatted(wanted, part.getKey(), there),
              Map.of("sku", part.getKey().value(), "wanted", "" + wanted, "free", "" + there));
        }
      }
    }
    return Refusal.of(
        Reason.OUT_OF_STOCK,
        "The units are there, but over too many nodes or shared between lines and kits. Move stock, then retry; or cancel.");
  }
}

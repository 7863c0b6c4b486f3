package dev.cutoff.stock.application;

import dev.cutoff.effect.application.Executions;
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
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.Undoing;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  private final Executions executions;
  private final Announcements announcements;
  private final InstantSource clock;

  @Inject
  public ReservingStock(
      Orders orders,
      Stock stock,
      Allocating allocating,
      Undoing undoing,
      Changing changing,
      Executions executions,
      Announcements announcements,
      InstantSource clock) {
    this.orders = orders;
    this.stock = stock;
    this.allocating = allocating;
    this.undoing = undoing;
    this.changing = changing;
    this.executions = executions;
    this.announcements = announcements;
    this.clock = clock;
  }

  public StepResult reserve(OrderId orderId) {
    Order order = orders.find(orderId).orElseThrow();
    if (order.cancellation() != null) {
      return new StepResult.Cancelled();
    }
    if (order.replan() || order.document().calledOff()) {
      order = undoing.undo(order, "the store changed the order");
    }
    List<Demand> missing = allocating.demands(order);
    if (!missing.isEmpty()) {
      switch (take(order, missing)) {
        case Taken.Units units -> order = units.order();
        case Taken.None none -> {
          return changing.hold(orderId, STEP, none.why());
        }
      }
    }
    if (order.document().test()) {
      return new StepResult.Done();
    }
    if (!order.document().payment().settled() && !order.allHandedOver()) {
      return new StepResult.PaymentAwaited();
    }
    Order.PaymentWait wait = order.paymentWait();
    if (wait != null) {
      // Where this ran out of turn the execution is still waiting, and its token goes with the row.
      executions.resume(wait.taskToken());
    }
    changing.change(order, ReservingStock::paid);
    announcements.publish(
        new Announcement(Announcement.What.CONFIRMED, orderId, null, null, order.receivedAt()));
    return new StepResult.Done();
  }

  /** How taking went. */
  private sealed interface Taken {
    /** The order as it is now. */
    record Units(Order order) implements Taken {}

    record None(Refusal why) implements Taken {}
  }

  /** Takes the units, or adopts what an earlier run took. */
  private Taken take(Order order, List<Demand> demands) {
    List<Reservation> ever = stock.reservations(order.id());
    List<Reservation> held = ofNoShipment(order, ever);
    if (!held.isEmpty()) {
      if (Allocating.serve(held, demands)) {
        return new Taken.Units(follow(order, held));
      }
      // Taken by a run that died, for what the store has changed since.
      stock.release(held, Cause.ours(clock.instant(), "the store changed the order"));
    }
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      List<StockLevel> levels = allocating.levels(demands);
      Optional<Allocation> allocation = allocating.route(order, demands, levels);
      if (allocation.isEmpty()) {
        return new Taken.None(outOfStock(demands, levels));
      }
      List<Reservation> wanted = Allocating.reservations(order, ever, allocation.get(), levels);
      switch (stock.reserve(wanted, allocating.safety(), Cause.ours(clock.instant(), ""))) {
        case Stock.Outcome.Reserved reserved -> {
          return new Taken.Units(follow(order, wanted));
        }
        case Stock.Outcome.Shortage lostTheRace -> {}
      }
    }
    throw new TryAgainLater("stock of order " + order.id() + " changes all the time");
  }

  private static List<Reservation> ofNoShipment(Order order, List<Reservation> ever) {
    Set<ShipmentId> open =
        order.openShipments().stream().map(Shipment::id).collect(Collectors.toSet());
    return ever.stream()
        .filter(each -> each.state().holds())
        .filter(each -> !open.contains(each.shipmentId()))
        .toList();
  }

  private Order follow(Order asked, List<Reservation> held) {
    List<Shipment.Reserved> shipments = Allocating.shipments(held);
    Order after = changing.change(asked, before -> followed(before, asked, shipments));
    if (!after.shipments().containsAll(shipments)) {
      // Cancelled, or served by another run, while the units were taken: they are nobody's.
      stock.release(
          ofNoShipment(after, stock.reservations(after.id())),
          Cause.ours(clock.instant(), "served by another run, or cancelled"));
    }
    return after;
  }

  private static Optional<Decision> followed(
      Order before, Order asked, List<Shipment.Reserved> shipments) {
    Set<ShipmentId> taken =
        before.shipments().stream().map(Shipment::id).collect(Collectors.toSet());
    if (before.cancellation() != null
        || shipments.stream().map(Shipment.Reserved::id).anyMatch(taken::contains)) {
      return Optional.empty();
    }
    // Edited while the units were taken: they are held, and planned anew.
    boolean edited = !before.document().shipsLike(asked.document());
    List<Shipment> all = new ArrayList<>(before.shipments());
    all.addAll(shipments);
    return Optional.of(
        new Decision(
            change -> change.shipments(all).replan(before.replan() || edited),
            "cutoff",
            "units reserved at "
                + String.join(", ", shipments.stream().map(each -> each.node().value()).toList()),
            shipments.size() == 1
                ? "nearest node that has it all"
                : "no node has it all: fewest nodes"));
  }

  private static Optional<Decision> paid(Order order) {
    return order.paymentWait() == null
        ? Optional.empty()
        : Optional.of(
            new Decision(change -> change.paymentWait(null), "cutoff", "waits for no payment", ""));
  }

  private Refusal outOfStock(List<Demand> demands, List<StockLevel> levels) {
    for (Demand demand : demands) {
      for (var part : demand.perUnit().entrySet()) {
        long there =
            levels.stream()
                .filter(level -> level.sku().equals(part.getKey()))
                .mapToLong(level -> level.routable(allocating.safety()))
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

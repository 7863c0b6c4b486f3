package dev.cutoff.backorder.application;

import dev.cutoff.backorder.Promised;
import dev.cutoff.backorder.Waiter;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.Waking;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Allocating;
import dev.cutoff.stock.application.TakingUnits;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Serves one order of the list with what is there: the units first, then its row, then the list,
 * then its execution. Whoever dies in between leaves it to the next round.
 */
public final class ServingWaiter {
  private final Orders orders;
  private final Backorders backorders;
  private final JoiningWaiters joining;
  private final Inbounds inbounds;
  private final NotBefore notBefore;
  private final Allocating allocating;
  private final TakingUnits taking;
  private final Changing changing;
  private final Waking waking;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public ServingWaiter(
      Orders orders,
      Backorders backorders,
      JoiningWaiters joining,
      Inbounds inbounds,
      NotBefore notBefore,
      Allocating allocating,
      TakingUnits taking,
      Changing changing,
      Waking waking,
      Merchants merchants,
      InstantSource clock) {
    this.orders = orders;
    this.backorders = backorders;
    this.joining = joining;
    this.inbounds = inbounds;
    this.notBefore = notBefore;
    this.allocating = allocating;
    this.taking = taking;
    this.changing = changing;
    this.waking = waking;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** Whether it took units. */
  boolean serve(Waiter seen) {
    Optional<Order> found = orders.find(seen.orderId());
    if (found.isEmpty()) {
      return false;
    }
    Order order = found.get();
    if (order.cancellation() != null) {
      if (!order.cancelling()) {
        joining.leave(order.id());
      }
      // What is being undone is taken off the list by whoever undoes it.
      return false;
    }
    if (order.hold() != null || order.replan()) {
      // A person or the next run of its execution is at it; it keeps its place.
      return false;
    }
    order = released(order);
    List<Demand> unserved = allocating.unserved(order);
    if (unserved.isEmpty()) {
      served(order, seen, unserved);
      return false;
    }
    Waiter waiter = withWhatCame(seen);
    Order after = take(order, waiter, unserved);
    if (after.version() == order.version()) {
      return false;
    }
    // What waited for the rest goes with it.
    after = released(after);
    served(after, waiter, allocating.unserved(after));
    waking.ensureRunning(after);
    return true;
  }

  /** Its day has come, or all that it waited for: what was kept goes out. */
  private Order released(Order order) {
    LocalDate today = notBefore.today();
    Order after =
        changing.change(
            order,
            before -> {
              boolean whole = allocating.unserved(before).isEmpty();
              List<Shipment> shipments =
                  before.shipments().stream()
                      .map(each -> whole && !isAhead(before, each) ? let(each) : dueOn(each, today))
                      .toList();
              return shipments.equals(before.shipments())
                  ? Optional.empty()
                  : Optional.of(
                      new Decision(
                          change ->
                              change
                                  .shipments(shipments)
                                  .backorder(
                                      before.backorder() == null
                                          ? null
                                          : before.backorder().servedAt(clock.instant())),
                          "cutoff",
                          "units kept for it go out now",
                          whole ? "all of it is there" : "not before " + today));
            });
    if (after.version() > order.version()) {
      waking.ensureRunning(after);
    }
    return after;
  }

  private static Shipment dueOn(Shipment shipment, LocalDate today) {
    return shipment instanceof Shipment.Reserved kept
            && kept.notBefore() != null
            && !today.isBefore(kept.notBefore())
        ? let(kept)
        : shipment;
  }

  private static Shipment let(Shipment shipment) {
    return shipment instanceof Shipment.Reserved kept
        ? new Shipment.Reserved(kept.id(), kept.node(), kept.lines(), null)
        : shipment;
  }

  /** Whether it is kept for a day of its own. */
  private boolean isAhead(Order order, Shipment shipment) {
    return allocating.demandsOf(order, shipment.lines()).stream()
        .anyMatch(demand -> notBefore.isAhead(order.document(), demand));
  }

  /** Lines that take inbound units alone, whose units came. */
  private Waiter withWhatCame(Waiter seen) {
    LocalDate today = notBefore.today();
    List<Waiter.Line> lines =
        seen.lines().stream()
            .map(line ->
                line.inboundOnly(today) && !line.arrived() && came(line) ? line.hasArrived() : line)
            .toList();
    if (lines.equals(seen.lines())) {
      return seen;
    }
    Waiter after = seen.with(lines);
    return backorders.change(List.of(new Backorders.Change(seen, after))) ? after : seen;
  }

  private boolean came(Waiter.Line line) {
    Map<String, Long> units = new TreeMap<>();
    for (Promised each : line.promised()) {
      units.merge(each.reference() + "#" + each.line(), each.units(), Long::sum);
    }
    return line.isCovered()
        && line.promised().stream()
            .allMatch(each ->
                each.ahead()
                    && units.getOrDefault(each.reference() + "#" + each.line(), 0L)
                        <= arrived(each));
  }

  private long arrived(Promised promised) {
    return inbounds
        .find(promised.reference())
        .flatMap(found -> found.line(promised.line()))
        .map(InboundLine::arrived)
        .orElse(0L);
  }

  private Order take(Order order, Waiter waiter, List<Demand> unserved) {
    List<Demand> may = unserved.stream().filter(each -> may(order, waiter, each)).toList();
    boolean partial = merchants.current().rules().stock().shipPartial();
    if (may.isEmpty() || (!partial && may.size() < unserved.size())) {
      return order;
    }
    if (!partial) {
      return taking.take(order, may, false).order();
    }
    // What is kept for its day goes into parcels of its own.
    Order after = order;
    for (boolean ahead : List.of(false, true)) {
      List<Demand> some =
          may.stream().filter(each -> notBefore.isAhead(order.document(), each) == ahead).toList();
      after = taking.take(after, servable(after, some), false).order();
    }
    return after;
  }

  /** Nothing but inbound units until its day; then like any other. */
  private boolean may(Order order, Waiter waiter, Demand demand) {
    return !notBefore.isAhead(order.document(), demand)
        || waiter.lines().stream().anyMatch(line -> line.demand().equals(demand) && line.arrived());
  }

  /** Lines that can be served whole, one with another. */
  private List<Demand> servable(Order order, List<Demand> demands) {
    List<Demand> together = new ArrayList<>();
    List<StockLevel> levels = allocating.levels(demands);
    for (Demand each : demands) {
      together.add(each);
      if (allocating.route(order, together, levels).isEmpty()) {
        together.removeLast();
      }
    }
    return together;
  }

  /** The row forgets what does not wait any more, then the list does. */
  private void served(Order order, Waiter waiter, List<Demand> unserved) {
    joining.forget(order);
    LocalDate today = notBefore.today();
    boolean kept =
        order.openShipments().stream()
            .anyMatch(
                each -> each instanceof Shipment.Reserved reserved && reserved.notBefore() != null);
    List<Demand> still =
        waiter.lines().stream()
            .filter(line ->
                unserved.contains(line.demand())
                    || (kept && line.arrived() && line.inboundOnly(today)))
            .map(Waiter.Line::demand)
            .toList();
    if (still.isEmpty()) {
      joining.leave(order.id());
    } else {
      joining.keep(order.id(), still);
    }
  }
}

package dev.cutoff.stock.application;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Orders;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Puts an order into the queue of hot shelves. What it wants is decided here, once; the queue only
 * says yes or no. Whatever it says, and where there is nothing to queue for, Reserve goes on from
 * what the reservations' rows say.
 */
public final class QueueingForStock {
  private final Orders orders;
  private final Stock stock;
  private final Allocating allocating;
  private final HotPath hot;
  private final ReservationQueue queue;
  private final Executions executions;

  @Inject
  public QueueingForStock(
      Orders orders,
      Stock stock,
      Allocating allocating,
      HotPath hot,
      ReservationQueue queue,
      Executions executions) {
    this.orders = orders;
    this.stock = stock;
    this.allocating = allocating;
    this.hot = hot;
    this.queue = queue;
    this.executions = executions;
  }

  public void queue(OrderId orderId, String taskToken) {
    List<Reservation> wanted = wanted(orders.find(orderId).orElseThrow());
    if (wanted.isEmpty()) {
      executions.resume(taskToken);
    } else {
      queue.put(new ReservationQueue.Queued(orderId, taskToken, wanted));
    }
  }

  /** Nothing, where it is cancelled, served, short or no longer hot: Reserve decides that. */
  private List<Reservation> wanted(Order order) {
    if (order.cancellation() != null || order.replan() || order.backorder() != null) {
      return List.of();
    }
    List<Demand> demands = allocating.demands(order);
    List<Reservation> ever = stock.reservations(order.id());
    if (demands.isEmpty() || ever.stream().anyMatch(each -> isOfNoShipment(each, order))) {
      return List.of();
    }
    List<StockLevel> levels = allocating.levels(demands);
    Optional<Allocation> allocation = allocating.route(order, demands, levels);
    return allocation
        .map(found -> Allocating.reservations(order, ever, found, levels))
        .filter(found -> hot.takes(found, levels))
        .orElse(List.of());
  }

  private static boolean isOfNoShipment(Reservation each, Order order) {
    return each.state().holds()
        && order.shipments().stream().noneMatch(it -> it.id().equals(each.shipmentId()));
  }
}

package dev.cutoff.audit.application;

import dev.cutoff.audit.OrderCheck;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.EveryOrder;
import dev.cutoff.order.application.Orders;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares orders with their reservations. Both are read one after the other, so that what does not
 * fit is read again after a while, and named only where neither has moved.
 */
public final class ComparingOrders {
  private final Orders orders;
  private final Stock stock;
  private final Patience patience;

  @Inject
  public ComparingOrders(Orders orders, Stock stock, Patience patience) {
    this.orders = orders;
    this.stock = stock;
    this.patience = patience;
  }

  /** What was compared, and what does not fit. */
  public record Compared(long orders, List<Finding> findings) {
    public Compared {
      findings = List.copyOf(findings);
    }
  }

  /** An order and its reservations, as they are. */
  private record Both(@Nullable Order order, List<Reservation> reservations) {
    List<Finding> wrong() {
      return order != null && OrderCheck.isOnItsWay(order)
          ? List.of()
          : OrderCheck.check(order, reservations);
    }
  }

  /**
   * Compares all.
   *
   * @param held reservations that hold units, by order, as they were read before
   */
  public Compared compare(SortedMap<OrderId, List<Reservation>> held) {
    Set<OrderId> seen = new HashSet<>();
    List<OrderId> suspects = new ArrayList<>();
    EveryOrder.in(
        EveryOrder.IN_THE_HOUSE,
        orders,
        order -> {
          Both both = new Both(order, held.getOrDefault(order.id(), List.of()));
          if (seen.add(order.id()) && !both.wrong().isEmpty()) {
            suspects.add(order.id());
          }
        });
    for (Map.Entry<OrderId, List<Reservation>> each : held.entrySet()) {
      if (seen.add(each.getKey())) {
        Both both = new Both(orders.find(each.getKey()).orElse(null), each.getValue());
        if (!both.wrong().isEmpty()) {
          suspects.add(each.getKey());
        }
      }
    }
    return new Compared(seen.size(), confirmed(suspects));
  }

  private List<Finding> confirmed(List<OrderId> suspects) {
    SortedMap<OrderId, Both> before = new TreeMap<>();
    for (OrderId id : suspects) {
      Both both = read(id);
      if (!both.wrong().isEmpty()) {
        before.put(id, both);
      }
    }
    if (before.isEmpty()) {
      return List.of();
    }
    patience.await();
    List<Finding> findings = new ArrayList<>();
    before.forEach((id, both) -> {
      if (read(id).equals(both)) {
        findings.addAll(both.wrong());
      }
    });
    return findings;
  }

  private Both read(OrderId id) {
    Optional<Order> order = orders.find(id);
    return new Both(order.orElse(null), stock.reservations(id));
  }
}

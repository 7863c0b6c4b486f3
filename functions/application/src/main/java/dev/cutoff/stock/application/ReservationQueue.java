package dev.cutoff.stock.application;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Reservation;
import java.util.List;

/** The queue of orders for hot shelves. Each is delivered at least once, about in its order. */
@FunctionalInterface
public interface ReservationQueue {
  void put(Queued queued);

  /**
   * An order that waits for units.
   *
   * @param taskToken by which its execution goes on
   * @param wanted never empty
   */
  record Queued(OrderId orderId, String taskToken, List<Reservation> wanted) {
    public Queued {
      wanted = List.copyOf(wanted);
      if (wanted.isEmpty() || !wanted.stream().allMatch(it -> it.orderId().equals(orderId))) {
        throw new IllegalArgumentException("an order queues for its own units: " + orderId);
      }
    }
  }
}

package dev.cutoff.audit.application;

import dev.cutoff.audit.OrderCheck;
import dev.cutoff.exception.StockException;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.Waking;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Does what an audit proposed and somebody told it to do, each correction where things still are as
 * they were read.
 */
public final class CorrectingStock {
  private final StockBooks books;
  private final Stock stock;
  private final Orders orders;
  private final Changing changing;
  private final Waking waking;
  private final InstantSource clock;

  @Inject
  public CorrectingStock(
      StockBooks books,
      Stock stock,
      Orders orders,
      Changing changing,
      Waking waking,
      InstantSource clock) {
    this.books = books;
    this.stock = stock;
    this.orders = orders;
    this.changing = changing;
    this.waking = waking;
    this.clock = clock;
  }

  /**
   * Corrects.
   *
   * @return what could not be done, because the rows are no longer as they were read
   */
  public List<Correction> correct(StockException told, String by) {
    return told.corrections().stream().filter(each -> !done(told.id(), each, by)).toList();
  }

  private boolean done(String id, Correction correction, String by) {
    Cause cause = new Cause(clock.instant(), by, "audit: " + id);
    return switch (correction) {
      case Correction.Counters counters -> books.set(id, counters, cause);
      case Correction.Ending ending -> end(ending, cause);
      case Correction.Replanning replanning -> replan(replanning.orderId(), by);
    };
  }

  /** The order may have taken the reservation for its own since. */
  private boolean end(Correction.Ending ending, Cause cause) {
    Reservation held = ending.reservation();
    Order order = orders.find(held.orderId()).orElse(null);
    if (order != null && OrderCheck.isOnItsWay(order)) {
      return false;
    }
    boolean still =
        OrderCheck.check(order, stock.reservations(held.orderId())).stream()
            .anyMatch(found -> found.corrections().contains(ending));
    if (!still) {
      return false;
    }
    return switch (ending.how()) {
      case RELEASED -> !stock.release(List.of(held), cause).done().isEmpty();
      case CONSUMED -> !stock.consume(List.of(held), cause).done().isEmpty();
      case RESERVED, PICKED, MOVED ->
          throw new IllegalArgumentException("no end of a reservation: " + ending.how());
    };
  }

  private boolean replan(OrderId id, String by) {
    boolean[] still = new boolean[1];
    Optional<Order> order =
        changing.change(
            id,
            before -> {
              still[0] =
                  OrderCheck.check(before, stock.reservations(id)).stream()
                      .anyMatch(
                          found -> found.corrections().contains(new Correction.Replanning(id)));
              return !still[0] || before.cancelling() || before.replan()
                  ? Optional.empty()
                  : Optional.of(
                      new Decision(
                          change -> change.replan(true), by, "reserves its units anew", "audit"));
            });
    order.filter(Order::replan).ifPresent(waking::wake);
    return still[0];
  }
}

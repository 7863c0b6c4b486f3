package dev.cutoff.order.application;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderState;
import java.util.List;
import java.util.function.Consumer;

/** Looks at all orders in some states, page by page. */
public final class EveryOrder {
  /**
   * States of orders that have something in the house, or may have, in the order in which orders
   * move: one that moves meanwhile is seen twice, not never.
   */
  public static final List<OrderState> IN_THE_HOUSE =
      List.of(
          OrderState.HELD,
          OrderState.RESERVED,
          OrderState.PLANNED,
          OrderState.LABELLED,
          OrderState.PARTIALLY_SHIPPED);

  private EveryOrder() {}

  /** State by state, in that order. */
  public static void in(List<OrderState> states, Orders orders, Consumer<Order> look) {
    for (OrderState state : states) {
      String cursor = null;
      do {
        Orders.Page page = orders.list(new Orders.Query(state, null, null, cursor));
        page.items().forEach(look);
        cursor = page.cursor();
      } while (cursor != null);
    }
  }
}

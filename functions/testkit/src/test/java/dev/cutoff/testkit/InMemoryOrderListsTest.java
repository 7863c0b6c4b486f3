package dev.cutoff.testkit;

import dev.cutoff.order.application.Orders;

final class InMemoryOrderListsTest extends OrderListsContract {
  @Override
  protected Orders fresh() {
    return new InMemoryOrders();
  }
}

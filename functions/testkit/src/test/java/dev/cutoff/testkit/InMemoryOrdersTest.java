package dev.cutoff.testkit;

import dev.cutoff.order.application.Orders;

final class InMemoryOrdersTest extends OrdersContract {
  @Override
  protected Orders fresh() {
    return new InMemoryOrders();
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.OrdersContract;

/** The same contract as over DynamoDB Local, and so a test of the tables in memory. */
final class OrdersInMemoryTest extends OrdersContract {
  @Override
  protected Orders fresh() {
    return new DynamoOrders(InMemory.fresh());
  }
}

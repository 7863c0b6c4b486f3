package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.OrderListsContract;

/** The same contract as over DynamoDB Local, and so a test of the tables in memory. */
final class OrderListsInMemoryTest extends OrderListsContract {
  @Override
  protected Orders fresh() {
    return new DynamoOrders(InMemory.fresh());
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.OrderListsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoOrderListsTest extends OrderListsContract {
  private final EmbeddedDynamo dynamo;

  DynamoOrderListsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Orders fresh() {
    return new DynamoOrders(Embedded.fresh(dynamo));
  }
}

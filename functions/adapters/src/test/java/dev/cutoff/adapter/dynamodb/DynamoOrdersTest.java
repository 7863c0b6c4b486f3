package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.OrdersContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoOrdersTest extends OrdersContract {
  private final EmbeddedDynamo dynamo;

  DynamoOrdersTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Orders fresh() {
    return new DynamoOrders(Embedded.fresh(dynamo));
  }
}

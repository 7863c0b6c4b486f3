package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.OrdersContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract holds while every seventh write loses against another transaction. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoOrdersUnderConflictsTest extends OrdersContract {
  private final EmbeddedDynamo dynamo;

  DynamoOrdersUnderConflictsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Orders fresh() {
    return new DynamoOrders(Conflicts.fresh(dynamo));
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.OrderListsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract holds while every seventh write loses against another transaction, batches come back
 * half read, and pages come short.
 */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoOrderListsUnderConflictsTest extends OrderListsContract {
  private final EmbeddedDynamo dynamo;

  DynamoOrderListsUnderConflictsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Orders fresh() {
    return new DynamoOrders(Conflicts.fresh(dynamo), 5);
  }
}

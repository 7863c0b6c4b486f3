package dev.cutoff.adapter.dynamodb;

import dev.cutoff.testkit.BalancesContract;
import dev.cutoff.testkit.EmbeddedDynamo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoBalancesTest extends BalancesContract {
  private final EmbeddedDynamo dynamo;

  DynamoBalancesTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected DynamoBalances fresh() {
    return new DynamoBalances(Embedded.fresh(dynamo));
  }
}

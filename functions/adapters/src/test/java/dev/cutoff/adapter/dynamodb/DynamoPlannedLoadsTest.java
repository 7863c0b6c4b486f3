package dev.cutoff.adapter.dynamodb;

import dev.cutoff.plan.application.PlannedLoads;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.PlannedLoadsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoPlannedLoadsTest extends PlannedLoadsContract {
  private final EmbeddedDynamo dynamo;

  DynamoPlannedLoadsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected PlannedLoads fresh() {
    return new DynamoPlannedLoads(Embedded.fresh(dynamo));
  }
}

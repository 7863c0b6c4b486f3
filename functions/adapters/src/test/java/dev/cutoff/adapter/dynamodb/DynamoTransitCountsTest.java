package dev.cutoff.adapter.dynamodb;

import dev.cutoff.plan.application.TransitCounts;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.TransitCountsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoTransitCountsTest extends TransitCountsContract {
  private final EmbeddedDynamo dynamo;

  DynamoTransitCountsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected TransitCounts fresh() {
    return new DynamoTransitCounts(Embedded.fresh(dynamo));
  }
}

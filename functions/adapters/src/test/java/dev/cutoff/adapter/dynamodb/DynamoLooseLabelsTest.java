package dev.cutoff.adapter.dynamodb;

import dev.cutoff.shipment.application.LooseLabels;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.LooseLabelsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoLooseLabelsTest extends LooseLabelsContract {
  private final EmbeddedDynamo dynamo;

  DynamoLooseLabelsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected LooseLabels fresh() {
    return new DynamoLooseLabels(Embedded.fresh(dynamo));
  }
}

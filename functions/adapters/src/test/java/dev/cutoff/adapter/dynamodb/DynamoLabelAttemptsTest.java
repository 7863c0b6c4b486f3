package dev.cutoff.adapter.dynamodb;

import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.LabelAttemptsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoLabelAttemptsTest extends LabelAttemptsContract {
  private final EmbeddedDynamo dynamo;

  DynamoLabelAttemptsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected LabelAttempts fresh() {
    return new DynamoLabelAttempts(Embedded.fresh(dynamo));
  }
}

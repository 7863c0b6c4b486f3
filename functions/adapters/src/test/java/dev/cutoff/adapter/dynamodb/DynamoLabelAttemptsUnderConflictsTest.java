package dev.cutoff.adapter.dynamodb;

import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.LabelAttemptsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract holds while every seventh write loses against another transaction. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoLabelAttemptsUnderConflictsTest extends LabelAttemptsContract {
  private final EmbeddedDynamo dynamo;

  DynamoLabelAttemptsUnderConflictsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected LabelAttempts fresh() {
    return new DynamoLabelAttempts(Conflicts.fresh(dynamo));
  }
}

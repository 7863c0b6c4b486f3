package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.application.Inbox;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.InboxContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoInboxTest extends InboxContract {
  private final EmbeddedDynamo dynamo;

  DynamoInboxTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Inbox fresh() {
    return new DynamoInbox(Embedded.fresh(dynamo));
  }
}

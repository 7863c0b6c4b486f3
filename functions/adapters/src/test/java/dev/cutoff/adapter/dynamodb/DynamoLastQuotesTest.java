package dev.cutoff.adapter.dynamodb;

import dev.cutoff.plan.application.LastQuotes;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.LastQuotesContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoLastQuotesTest extends LastQuotesContract {
  private final EmbeddedDynamo dynamo;

  DynamoLastQuotesTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected LastQuotes fresh() {
    return new DynamoLastQuotes(Embedded.fresh(dynamo));
  }
}

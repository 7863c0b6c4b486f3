package dev.cutoff.adapter.dynamodb;

import dev.cutoff.availability.application.ShownStock;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ShownStockContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoShownStockTest extends ShownStockContract {
  private final EmbeddedDynamo dynamo;

  DynamoShownStockTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected ShownStock fresh() {
    return new DynamoShownStock(Embedded.fresh(dynamo));
  }
}

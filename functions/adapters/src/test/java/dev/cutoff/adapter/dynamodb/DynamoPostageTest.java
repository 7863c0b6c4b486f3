package dev.cutoff.adapter.dynamodb;

import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.PostageContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoPostageTest extends PostageContract<DynamoPostage> {
  private final EmbeddedDynamo dynamo;

  DynamoPostageTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected DynamoPostage fresh() {
    return new DynamoPostage(Embedded.fresh(dynamo));
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.testkit.BackordersContract;
import dev.cutoff.testkit.EmbeddedDynamo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoBackordersTest extends BackordersContract {
  private final EmbeddedDynamo dynamo;

  DynamoBackordersTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Both fresh() {
    Dynamo tables = Embedded.fresh(dynamo);
    return new Both(new DynamoInbounds(tables), new DynamoBackorders(tables));
  }
}

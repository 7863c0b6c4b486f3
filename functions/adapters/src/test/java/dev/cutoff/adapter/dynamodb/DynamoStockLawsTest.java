package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.StockLawsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoStockLawsTest extends StockLawsContract {
  private final EmbeddedDynamo dynamo;

  DynamoStockLawsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Stock fresh() {
    return new DynamoStock(Embedded.fresh(dynamo));
  }

  @Override
  protected int histories() {
    return 12;
  }
}

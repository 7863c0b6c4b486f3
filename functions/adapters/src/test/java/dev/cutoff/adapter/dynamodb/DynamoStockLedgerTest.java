package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.StockLedgerContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoStockLedgerTest extends StockLedgerContract {
  private final EmbeddedDynamo dynamo;

  DynamoStockLedgerTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Stock fresh() {
    return new DynamoStock(Embedded.fresh(dynamo));
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.StockLedgerContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract holds while every seventh write loses against another transaction. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoStockLedgerUnderConflictsTest extends StockLedgerContract {
  private final EmbeddedDynamo dynamo;

  DynamoStockLedgerUnderConflictsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected Stock fresh() {
    return new DynamoStock(Conflicts.fresh(dynamo));
  }
}

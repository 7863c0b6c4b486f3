package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.StockLawsContract;

/** The same contract as over DynamoDB Local, and so a test of the tables in memory. */
final class StockLawsInMemoryTest extends StockLawsContract {
  @Override
  protected Stock fresh() {
    return new DynamoStock(InMemory.fresh());
  }
}

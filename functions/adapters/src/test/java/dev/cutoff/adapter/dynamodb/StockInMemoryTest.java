package dev.cutoff.adapter.dynamodb;

import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.StockContract;

/** The same contract as over DynamoDB Local, and so a test of the tables in memory. */
final class StockInMemoryTest extends StockContract {
  @Override
  protected Stock fresh() {
    return new DynamoStock(InMemory.fresh());
  }
}

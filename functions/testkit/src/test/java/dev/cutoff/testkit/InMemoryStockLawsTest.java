package dev.cutoff.testkit;

import dev.cutoff.stock.application.Stock;

final class InMemoryStockLawsTest extends StockLawsContract {
  @Override
  protected Stock fresh() {
    return new InMemoryStock();
  }
}

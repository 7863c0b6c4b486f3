package dev.cutoff.testkit;

import dev.cutoff.stock.application.Stock;

final class InMemoryStockTest extends StockContract {
  @Override
  protected Stock fresh() {
    return new InMemoryStock();
  }
}

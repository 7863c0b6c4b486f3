package dev.cutoff.testkit;

import dev.cutoff.stock.application.Stock;

final class InMemoryStockLedgerTest extends StockLedgerContract {
  @Override
  protected Stock fresh() {
    return new InMemoryStock();
  }
}

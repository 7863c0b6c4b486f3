package dev.cutoff.testkit;

import dev.cutoff.stock.StockLevel;

final class InMemoryStockBooksTest extends StockBooksContract {
  private InMemoryStock stock = new InMemoryStock();

  @Override
  protected Kept fresh() {
    stock = new InMemoryStock();
    return new Kept(stock, new InMemoryBooks(stock));
  }

  @Override
  protected void tamper(StockLevel level) {
    stock.with(level);
  }
}

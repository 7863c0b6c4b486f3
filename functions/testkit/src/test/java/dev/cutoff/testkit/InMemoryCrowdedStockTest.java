package dev.cutoff.testkit;

import dev.cutoff.stock.application.CrowdedStock;
import dev.cutoff.stock.application.Stock;

final class InMemoryCrowdedStockTest extends CrowdedStockContract {
  @Override
  protected Stock fresh() {
    return new InMemoryStock();
  }

  @Override
  protected CrowdedStock crowded() {
    return new InMemoryCrowdedStock(stock());
  }
}

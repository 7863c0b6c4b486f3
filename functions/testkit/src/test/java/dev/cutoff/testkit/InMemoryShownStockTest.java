package dev.cutoff.testkit;

import dev.cutoff.availability.application.ShownStock;

final class InMemoryShownStockTest extends ShownStockContract {
  @Override
  protected ShownStock fresh() {
    return new InMemoryShownStock();
  }
}

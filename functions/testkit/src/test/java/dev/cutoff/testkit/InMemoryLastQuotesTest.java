package dev.cutoff.testkit;

import dev.cutoff.plan.application.LastQuotes;

final class InMemoryLastQuotesTest extends LastQuotesContract {
  @Override
  protected LastQuotes fresh() {
    return new InMemoryLastQuotes();
  }
}

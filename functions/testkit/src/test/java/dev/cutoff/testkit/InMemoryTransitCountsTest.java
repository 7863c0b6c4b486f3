package dev.cutoff.testkit;

import dev.cutoff.plan.application.TransitCounts;

final class InMemoryTransitCountsTest extends TransitCountsContract {
  @Override
  protected TransitCounts fresh() {
    return new InMemoryTransitCounts();
  }
}

package dev.cutoff.testkit;

import dev.cutoff.plan.application.PlannedLoads;

final class InMemoryPlannedLoadsTest extends PlannedLoadsContract {
  @Override
  protected PlannedLoads fresh() {
    return new InMemoryPlannedLoads();
  }
}

package dev.cutoff.testkit;

import dev.cutoff.shipment.application.LooseLabels;

final class InMemoryLooseLabelsTest extends LooseLabelsContract {
  @Override
  protected LooseLabels fresh() {
    return new InMemoryLooseLabels();
  }
}

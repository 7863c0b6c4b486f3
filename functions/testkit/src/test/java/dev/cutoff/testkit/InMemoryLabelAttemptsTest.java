package dev.cutoff.testkit;

import dev.cutoff.shipment.application.LabelAttempts;

final class InMemoryLabelAttemptsTest extends LabelAttemptsContract {
  @Override
  protected LabelAttempts fresh() {
    return new InMemoryLabelAttempts();
  }
}

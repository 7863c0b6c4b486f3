package dev.cutoff.testkit;

import dev.cutoff.order.application.Inbox;

final class InMemoryInboxTest extends InboxContract {
  @Override
  protected Inbox fresh() {
    return new InMemoryInbox();
  }
}

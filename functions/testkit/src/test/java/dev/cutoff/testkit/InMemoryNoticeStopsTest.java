package dev.cutoff.testkit;

import dev.cutoff.notice.application.NoticeStops;

final class InMemoryNoticeStopsTest extends NoticeStopsContract {
  @Override
  protected NoticeStops fresh() {
    return new InMemoryNoticeStops();
  }
}

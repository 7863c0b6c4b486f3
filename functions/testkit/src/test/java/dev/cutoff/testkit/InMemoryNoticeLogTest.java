package dev.cutoff.testkit;

import dev.cutoff.notice.application.NoticeLog;

final class InMemoryNoticeLogTest extends NoticeLogContract {
  @Override
  protected NoticeLog fresh() {
    return new InMemoryNoticeLog();
  }
}

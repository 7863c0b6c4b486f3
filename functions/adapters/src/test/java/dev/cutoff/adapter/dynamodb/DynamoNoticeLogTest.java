package dev.cutoff.adapter.dynamodb;

import dev.cutoff.notice.application.NoticeLog;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.NoticeLogContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoNoticeLogTest extends NoticeLogContract {
  private final EmbeddedDynamo dynamo;

  DynamoNoticeLogTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected NoticeLog fresh() {
    return new DynamoNoticeLog(Embedded.fresh(dynamo));
  }
}

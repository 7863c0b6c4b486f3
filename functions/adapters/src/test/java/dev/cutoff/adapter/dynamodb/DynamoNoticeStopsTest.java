package dev.cutoff.adapter.dynamodb;

import dev.cutoff.notice.application.NoticeStops;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.NoticeStopsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoNoticeStopsTest extends NoticeStopsContract {
  private final EmbeddedDynamo dynamo;

  DynamoNoticeStopsTest(EmbeddedDynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  protected NoticeStops fresh() {
    return new DynamoNoticeStops(Embedded.fresh(dynamo));
  }
}

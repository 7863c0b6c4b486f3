package dev.cutoff.adapter.dynamodb;

import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.NoticeStops;
import java.time.Instant;
import java.util.Locale;

/** Addresses that get no notices, in DynamoDB, each by its hash. */
public final class DynamoNoticeStops implements NoticeStops {
  private final Dynamo dynamo;
  private final String table;

  /** Makes the stops of these tables. */
  public DynamoNoticeStops(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public boolean isStopped(Recipient recipient) {
    return dynamo.get(table, Key.noticeStop(recipient.hash())).isPresent();
  }

  @Override
  public void stop(Recipient recipient, Why why, Instant at) {
    Item item =
        Item.of(Key.noticeStop(recipient.hash()))
            .s("medium", recipient.medium())
            .s("why", why.name().toLowerCase(Locale.ROOT))
            .s("stoppedAt", at.toString());
    // What stopped it first stays written.
    dynamo.putNew(table, item);
  }
}

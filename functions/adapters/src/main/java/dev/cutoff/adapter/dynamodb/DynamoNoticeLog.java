package dev.cutoff.adapter.dynamodb;

import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.NoticeLog;
import dev.cutoff.order.OrderId;
import java.util.List;

/** What customers were told, in DynamoDB: a page is a row, written where nobody wrote since. */
public final class DynamoNoticeLog implements NoticeLog {
  private static final String VERSION = "version";

  private final Dynamo dynamo;
  private final String table;

  /** Makes the log of these tables. */
  public DynamoNoticeLog(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  /** What is in the row beside its key. */
  record Told(List<Entry> notices) {}

  @Override
  public Page read(OrderId orderId, What what, String medium) {
    return dynamo
        .get(table, Key.told(orderId, what.wireName(), medium))
        .map(row ->
            new Page(
                orderId,
                what,
                medium,
                Item.number(row, VERSION),
                dynamo.body().read(row, Told.class).notices()))
        .orElse(new Page(orderId, what, medium, 0, List.of()));
  }

  @Override
  public boolean write(Page page) {
    Item item =
        Item.of(Key.told(page.orderId(), page.what().wireName(), page.medium()))
            .n(VERSION, page.version() + 1)
            .putAll(dynamo.body().of("what was told of an order", new Told(page.entries())));
    Dynamo.Written written =
        page.version() == 0
            ? dynamo.putNew(table, item)
            : dynamo.put(table, item, "version = :read", Item.values().n(":read", page.version()));
    return written instanceof Dynamo.Written.Done;
  }
}

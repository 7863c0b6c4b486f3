package dev.cutoff.testkit;

import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.NoticeLog;
import dev.cutoff.order.OrderId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What customers were told, in memory. */
public final class InMemoryNoticeLog implements NoticeLog {
  private final Map<String, Page> pages = new TreeMap<>();

  @Override
  public synchronized Page read(OrderId orderId, What what, String medium) {
    return pages.getOrDefault(
        key(orderId, what, medium), new Page(orderId, what, medium, 0, List.of()));
  }

  @Override
  public synchronized boolean write(Page page) {
    String key = key(page.orderId(), page.what(), page.medium());
    Page known = pages.get(key);
    if (page.version() != (known == null ? 0 : known.version())) {
      return false;
    }
    pages.put(
        key,
        new Page(page.orderId(), page.what(), page.medium(), page.version() + 1, page.entries()));
    return true;
  }

  private static String key(OrderId orderId, What what, String medium) {
    return orderId + "#" + what + "#" + medium;
  }
}

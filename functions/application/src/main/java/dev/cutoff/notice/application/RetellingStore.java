package dev.cutoff.notice.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Happened;
import dev.cutoff.order.Order;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.application.Orders;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a store once more what happened from some time on: read from the orders themselves, so that
 * it needs no queue that kept it. A page of orders a call.
 */
public final class RetellingStore {
  /** Orders that came earlier than this before that time have nothing to tell any more. */
  private static final Duration LONGEST_WAY = Duration.ofDays(90);

  private final Orders orders;
  private final Merchants merchants;
  private final StoreUpdates updates;

  @Inject
  public RetellingStore(Orders orders, Merchants merchants, StoreUpdates updates) {
    this.orders = orders;
    this.merchants = merchants;
    this.updates = updates;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * So much is on its way.
     *
     * @param orders that have something to tell
     * @param cursor of the next page of orders; null where this was the last
     */
    record Retelling(int orders, int announcements, @Nullable String cursor) implements Outcome {}

    record NoSuchStore() implements Outcome {}
  }

  /**
   * Puts one page's news into the queue.
   *
   * @param again also what the store was told already: it lost that
   * @param cursor of the page before; null for the first
   */
  public Outcome retell(StoreId store, Instant since, boolean again, @Nullable String cursor) {
    Merchant merchant = merchants.current();
    if (merchant.store(store).isEmpty()) {
      return new Outcome.NoSuchStore();
    }
    Orders.Page page = orders.list(new Orders.Query(null, store, null, cursor));
    int told = 0;
    int announcements = 0;
    for (Order order : page.items()) {
      List<Announcement> news =
          Happened.of(order).stream().filter(each -> !each.occurredAt().isBefore(since)).toList();
      news.forEach(each -> updates.send(each, again));
      announcements += news.size();
      told += news.isEmpty() ? 0 : 1;
    }
    return new Outcome.Retelling(told, announcements, isTooOld(page, since) ? null : page.cursor());
  }

  /** The newest come first. */
  private static boolean isTooOld(Orders.Page page, Instant since) {
    return !page.items().isEmpty()
        && page.items().getLast().receivedAt().isBefore(since.minus(LONGEST_WAY));
  }
}

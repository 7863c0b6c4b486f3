package dev.cutoff.notice.application;

import dev.cutoff.effect.application.Effects;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells the customer, once, and only what the store does not tell: the merchant file names one
 * sender for each kind of news.
 */
public final class NotifyingCustomer {
  private final Orders orders;
  private final Merchants merchants;
  private final Effects effects;
  private final Notices notices;
  private final InstantSource clock;

  @Inject
  public NotifyingCustomer(
      Orders orders, Merchants merchants, Effects effects, Notices notices, InstantSource clock) {
    this.orders = orders;
    this.merchants = merchants;
    this.effects = effects;
    this.notices = notices;
    this.clock = clock;
  }

  public void tell(Announcement announcement) {
    Merchant merchant = merchants.current();
    Order order = orders.find(announcement.orderId()).orElseThrow();
    Store store = merchant.store(order.document().storeId()).orElseThrow();
    if (!store.notices().contains(announcement.what().wireName())) {
      return;
    }
    Optional<Notices.Notice> notice = notices.write(merchant, store, order, announcement);
    if (notice.isEmpty()) {
      return;
    }
    String key = announcement.key() + "#" + notices.medium();
    if (notices.repeatable()) {
      sendUntilDone(notice.get(), key);
    } else {
      sendOnce(notice.get(), key);
    }
  }

  /** The same notice twice reaches the customer once, so only its end is written down. */
  private void sendUntilDone(Notices.Notice notice, String key) {
    if (!effects.isDone(key)) {
      notices.send(notice);
      effects.done(key, notices.medium(), clock.instant());
    }
  }

  /**
   * Whoever claims it sends it, and nobody else ever: where the answer is lost, one notice too few
   * is better than the same one twice. How it ended would change nothing, so it is not written.
   */
  private void sendOnce(Notices.Notice notice, String key) {
    if (effects.claim(key, clock.instant()) == Effects.Claim.FIRST) {
      try {
        notices.send(notice);
      } catch (TryAgainLater notSent) {
        effects.release(key);
        throw notSent;
      }
    }
  }
}

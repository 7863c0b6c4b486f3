package dev.cutoff.notice.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the customer, once, and only what the store does not tell: the merchant file names one
 * sender for each kind of news, and the media.
 */
public final class NotifyingCustomer {
  /** How long news of a parcel wait for the same of the order's other parcels: a van's loading. */
  public static final Duration GATHERING = Duration.ofMinutes(5);

  /** After that long, of a parcel that has arrived since, nobody wants to hear that it left. */
  private static final Duration STALE = Duration.ofHours(1);

  private final Orders orders;
  private final Merchants merchants;
  private final SendingNotice sending;
  private final Map<String, Notices> media = new TreeMap<>();
  private final InstantSource clock;

  @Inject
  public NotifyingCustomer(
      Orders orders,
      Merchants merchants,
      SendingNotice sending,
      List<Notices> media,
      InstantSource clock) {
    this.orders = orders;
    this.merchants = merchants;
    this.sending = sending;
    media.forEach(each -> this.media.put(each.medium(), each));
    this.clock = clock;
  }

  /** What is to become of the announcement. */
  public sealed interface Outcome {
    /** It need not come again. */
    record Told() implements Outcome {}

    /** It is to come again at that time: nothing of it, or not all, was told yet. */
    record Later(Instant at) implements Outcome {}
  }

  /**
   * Tells it by each medium that the store and the customer have.
   *
   * @param sentAt when it was announced
   */
  public Outcome tell(Announcement announcement, Instant sentAt) {
    Merchant merchant = merchants.current();
    Order order = orders.find(announcement.orderId()).orElseThrow();
    Store store = merchant.store(order.document().storeId()).orElseThrow();
    if (!store.notices().contains(announcement.what().wireName())) {
      return new Outcome.Told();
    }
    if (clock.instant().isAfter(sentAt.plus(STALE))
        && MovedTogether.isOvertaken(order, announcement)) {
      return new Outcome.Told();
    }
    Instant gathered = sentAt.plus(GATHERING);
    if (clock.instant().isBefore(gathered) && MovedTogether.moreMayFollow(order, announcement)) {
      return new Outcome.Later(gathered);
    }
    Outcome outcome = new Outcome.Told();
    RuntimeException trouble = null;
    for (String medium : store.telling().media()) {
      Notices notices = media.get(medium);
      if (notices != null) {
        try {
          outcome = earlier(outcome, sending.send(notices, merchant, store, order, announcement));
        } catch (TryAgainLater | Notices.InDoubt failed) {
          // One medium that fails is no reason to be silent by the others.
          trouble = first(trouble, failed);
        }
      }
    }
    if (trouble != null) {
      throw trouble;
    }
    return outcome;
  }

  private static Outcome earlier(Outcome one, Outcome other) {
    return one instanceof Outcome.Later(Instant at)
            && (other instanceof Outcome.Told
                || (other instanceof Outcome.Later(Instant then) && at.isBefore(then)))
        ? one
        : other;
  }

  private static RuntimeException first(
      @Nullable RuntimeException known, RuntimeException another) {
    if (known == null) {
      return another;
    }
    known.addSuppressed(another);
    return known;
  }
}

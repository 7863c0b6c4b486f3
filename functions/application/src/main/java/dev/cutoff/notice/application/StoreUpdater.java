package dev.cutoff.notice.application;

import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;

/**
 * Tells a platform what became of its order. A 5xx, a 429 or no answer is {@link
 * dev.cutoff.effect.application.TryAgainLater}; the store's own word is data.
 */
public interface StoreUpdater {
  /** As {@link Store#channel()} names it. */
  String channel();

  /**
   * Tells the store once: reads before it writes where the platform has no key of its own, so that
   * the same announcement again finds it done.
   */
  Outcome tell(Store store, String apiSecret, Order order, Announcement announcement);

  /** What came of it. */
  sealed interface Outcome {
    /**
     * The store knows it now.
     *
     * @param how for the timeline, "fulfilment 255858046 with tracking 1Z…"
     */
    record Told(String how) implements Outcome {}

    record AlreadyThere(String how) implements Outcome {}

    /** This platform is not told of such things. */
    record NotNeeded() implements Outcome {}

    /**
     * The store answers, and can't be told this yet: something is on hold there, or is to be told
     * before. It is told again later; where that does not help, a person reads why.
     */
    record NotYet(String why) implements Outcome {}

    /** The store said no, and will say no again: a person must look. */
    record Refused(String why) implements Outcome {}
  }
}

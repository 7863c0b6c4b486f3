package dev.cutoff.telling;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.order.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A platform that writes down what it is told, in the order it is told. */
final class Told implements StoreUpdater {
  final List<String> news = new ArrayList<>();
  final Set<String> down = new HashSet<>();
  private final String channel;
  int asked;
  String refuses = "";
  String notYet = "";

  Told(String channel) {
    this.channel = channel;
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public Outcome tell(Store store, String apiSecret, Order order, Announcement announcement) {
    asked++;
    if (down.contains(store.id().value())) {
      throw new TryAgainLater(store.id() + ": answered 503");
    }
    if (!refuses.isEmpty()) {
      return new Outcome.Refused(refuses);
    }
    if (!notYet.isEmpty()) {
      return new Outcome.NotYet(notYet);
    }
    news.add(announcement.what().wireName());
    return new Outcome.Told("told");
  }
}

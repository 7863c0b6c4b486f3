package dev.cutoff.world;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.News;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.order.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store's API and the mail server: what they were told, and how they answer. */
public final class Ears implements StoreUpdater, Notices {
  private final List<String> told = new ArrayList<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<String> mails = new ArrayList<>();
  private boolean down;
  private boolean refuses;
  private boolean repeatable;

  @Override
  public String channel() {
    return "shopify";
  }

  @Override
  public StoreUpdater.Outcome tell(Store store, String secret, Order order, Announcement news) {
    if (down) {
      throw new TryAgainLater("the store answered 503");
    }
    if (refuses) {
      return new StoreUpdater.Outcome.Refused("no such order");
    }
    told.add(news.key());
    return known.add(news.key())
        ? new StoreUpdater.Outcome.Told("done")
        : new StoreUpdater.Outcome.AlreadyThere("done before");
  }

  @Override
  public String medium() {
    return "email";
  }

  @Override
  public boolean disturbs() {
    return false;
  }

  @Override
  public Optional<String> addressOf(Order order) {
    return Optional.of(order.document().customer().email()).filter(mail -> !mail.isEmpty());
  }

  @Override
  public Optional<Notice> write(Merchant shop, Store store, Order order, News news) {
    String to = addressOf(order).orElse("");
    String key = news.key() + "#email";
    return to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Notice(key, shop.fromEmail(), to, news.what().wireName(), "", ""));
  }

  @Override
  public Sent send(Notice notice) {
    if (down) {
      throw new TryAgainLater("the mail server is busy");
    }
    mails.add(notice.key());
    return Sent.SENT;
  }

  @Override
  public boolean repeatable() {
    return repeatable;
  }

  public void down(boolean value) {
    down = value;
  }

  public void refuses(boolean value) {
    refuses = value;
  }

  public void repeatable(boolean value) {
    repeatable = value;
  }

  /** What the store was told, each call. */
  public List<String> told() {
    return List.copyOf(told);
  }

  public List<String> mails() {
    return List.copyOf(mails);
  }
}

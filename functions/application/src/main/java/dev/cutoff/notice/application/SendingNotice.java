package dev.cutoff.notice.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.QuietHours;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.News;
import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.NotifyingCustomer.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sends one notice by one medium, once, with all that it can tell by now. */
public final class SendingNotice {
  private static final int TRIES = 10;

  private final NoticeLog log;
  private final NoticeStops stops;
  private final Geography geography;
  private final InstantSource clock;

  @Inject
  public SendingNotice(NoticeLog log, NoticeStops stops, Geography geography, InstantSource clock) {
    this.log = log;
    this.stops = stops;
    this.geography = geography;
    this.clock = clock;
  }

  /** Waits where it is night and it may wait. */
  public Outcome send(
      Notices notices, Merchant merchant, Store store, Order order, Announcement announcement) {
    for (int i = 0; i < TRIES; i++) {
      NoticeLog.Page page = log.read(order.id(), announcement.what(), notices.medium());
      NoticeLog.Entry known = page.about(announcement.subject()).orElse(null);
      if (known != null && !notices.repeatable()) {
        // Whoever wrote it down sends it, and nobody else ever: where that one died, or its answer
        // was lost, one notice too few is better than the same one twice.
        return new Outcome.Told();
      }
      Instant waits =
          known == null ? quietUntil(notices, merchant, store, order, announcement) : null;
      if (waits != null) {
        return new Outcome.Later(waits);
      }
      News news =
          known == null
              ? gathered(order, announcement, page)
              : new News(announcement, known.subjects());
      Notices.Notice notice = notices.write(merchant, store, order, news).orElse(null);
      if (notice == null || stops.isStopped(new Recipient(notices.medium(), notice.to()))) {
        return new Outcome.Told();
      }
      if (known != null) {
        // The same notice again reaches the customer once: so it is sent until it is surely sent.
        notices.send(notice);
        return new Outcome.Told();
      }
      NoticeLog.Entry entry = new NoticeLog.Entry(news.subjects(), clock.instant());
      if (log.write(page.with(entry))) {
        deliver(notices, notice, page, entry);
        return new Outcome.Told();
      }
    }
    throw new TryAgainLater("others write to the log of notices of " + order.id());
  }

  private void deliver(
      Notices notices, Notices.Notice notice, NoticeLog.Page page, NoticeLog.Entry entry) {
    try {
      if (notices.send(notice) == Notices.Sent.UNWANTED) {
        Recipient recipient = new Recipient(notices.medium(), notice.to());
        stops.stop(recipient, NoticeStops.Why.ASKED, clock.instant());
      }
    } catch (TryAgainLater notSent) {
      takeBack(page, entry);
      throw notSent;
    }
  }

  /** Where that fails too, nobody is told: one notice too few again. */
  private void takeBack(NoticeLog.Page page, NoticeLog.Entry entry) {
    for (int i = 0; i < TRIES; i++) {
      NoticeLog.Page now = log.read(page.orderId(), page.what(), page.medium());
      if (log.write(now.without(entry))) {
        return;
      }
    }
  }

  /** What was announced, and what the same is true of that nobody was told. */
  private static News gathered(Order order, Announcement announcement, NoticeLog.Page page) {
    TreeSet<String> subjects = new TreeSet<>(MovedTogether.alike(order, announcement.what()));
    subjects.removeIf(subject -> page.about(subject).isPresent());
    subjects.add(announcement.subject());
    return new News(announcement, subjects);
  }

  private @Nullable Instant quietUntil(
      Notices notices, Merchant merchant, Store store, Order order, Announcement announcement) {
    QuietHours quiet = store.telling().quietHours();
    if (quiet == null || !notices.disturbs() || announcement.what().urgent()) {
      return null;
    }
    return quiet.endAfter(clock.instant(), zone(merchant, order)).orElse(null);
  }

  /** The customer's zone; the shop's first node's where there is nothing to go by. */
  private ZoneId zone(Merchant merchant, Order order) {
    return Optional.ofNullable(order.promise())
        .map(Promise::zone)
        .or(() -> order.shipTo().map(geography::zone))
        .or(() -> merchant.nodes().values().stream().map(node -> node.zone()).findFirst())
        .orElse(ZoneOffset.UTC);
  }
}

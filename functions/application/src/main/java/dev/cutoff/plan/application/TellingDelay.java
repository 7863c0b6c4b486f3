package dev.cutoff.plan.application;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Tells early that an order will come later than promised. The day is part of the key, so that
 * saying it again is the same news.
 */
public final class TellingDelay {
  private final NotingDelay noting;
  private final Announcements announcements;

  @Inject
  public TellingDelay(NotingDelay noting, Announcements announcements) {
    this.noting = noting;
    this.announcements = announcements;
  }

  /** Nothing where the promise is kept. */
  public void tell(Order order) {
    // On the order first: the notice says by when an answer is needed.
    news(noting.note(order))
        .filter(news -> news.what() == Announcement.What.DELAYED)
        .ifPresent(announcements::publish);
  }

  /** What is to be told of an order's promise as it stands: late, or back on time. */
  public static Optional<Announcement> news(Order order) {
    Promise promise = order.promise();
    if (promise == null || order.cancellation() != null) {
      return Optional.empty();
    }
    LocalDate expected = promise.expected();
    LocalDate takenBack = promise.takenBack();
    if (expected != null) {
      return Optional.of(about(order, promise, Announcement.What.DELAYED, expected));
    }
    return takenBack == null
        ? Optional.empty()
        : Optional.of(about(order, promise, Announcement.What.BACK_ON_TIME, takenBack));
  }

  private static Announcement about(
      Order order, Promise promise, Announcement.What what, LocalDate day) {
    return new Announcement(
        what, order.id(), null, null, day.atStartOfDay(promise.zone()).toInstant());
  }
}

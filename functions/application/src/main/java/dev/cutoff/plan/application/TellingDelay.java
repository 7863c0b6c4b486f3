package dev.cutoff.plan.application;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import jakarta.inject.Inject;
import java.time.LocalDate;

/**
 * Tells early that an order will come later than promised. The day is part of the key, so that
 * saying it again is the same news.
 */
public final class TellingDelay {
  private final Announcements announcements;

  @Inject
  public TellingDelay(Announcements announcements) {
    this.announcements = announcements;
  }

  /** Nothing where the promise is kept. */
  public void tell(Order order) {
    Promise promise = order.promise();
    LocalDate expected = promise == null ? null : promise.expected();
    if (promise != null && expected != null && order.cancellation() == null) {
      announcements.publish(
          new Announcement(
              Announcement.What.DELAYED,
              order.id(),
              null,
              null,
              expected.atStartOfDay(promise.zone()).toInstant()));
    }
  }
}

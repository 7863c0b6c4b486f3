package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.NoticeStops;
import dev.cutoff.notice.application.NoticeStops.Why;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link NoticeStops} does. */
public abstract class NoticeStopsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Recipient MAIL = new Recipient("email", "sam@example.com");

  private NoticeStops stops;

  /** One with nothing in it. */
  protected abstract NoticeStops fresh();

  @BeforeEach
  void open() {
    stops = fresh();
  }

  @Test
  void nobody_is_stopped_at_first() {
    assertThat(stops.isStopped(MAIL)).isFalse();
  }

  @Test
  void a_stop_is_kept_however_often_it_is_asked_for() {
    stops.stop(MAIL, Why.BOUNCED, NOON);
    stops.stop(MAIL, Why.ASKED, NOON.plusSeconds(1));
    assertThat(stops.isStopped(MAIL)).isTrue();
  }

  @Test
  void the_same_mailbox_in_capital_letters_is_stopped_too() {
    stops.stop(MAIL, Why.ASKED, NOON);
    assertThat(stops.isStopped(new Recipient("email", " Sam@Example.com "))).isTrue();
  }

  @Test
  void another_medium_or_address_is_not() {
    stops.stop(MAIL, Why.ASKED, NOON);
    assertThat(stops.isStopped(new Recipient("email", "eve@example.com"))).isFalse();
    assertThat(stops.isStopped(new Recipient("sms", "sam@example.com"))).isFalse();
  }
}

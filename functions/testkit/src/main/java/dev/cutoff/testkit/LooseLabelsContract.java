package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LooseLabels;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LooseLabels} does. */
public abstract class LooseLabelsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Loose FIRST = loose("SHP-DTC-1-1-1-a1");

  private LooseLabels labels;

  /** One with nothing in it. */
  protected abstract LooseLabels fresh();

  @BeforeEach
  void open() {
    labels = fresh();
  }

  @Test
  void what_was_listed_is_there_until_it_is_done() {
    Loose second = loose("SHP-DTC-1-1-2-a1");
    labels.list(second);
    labels.list(FIRST);
    assertThat(labels.all()).containsExactly(FIRST, second);
    labels.done(FIRST.reference());
    labels.done(FIRST.reference());
    assertThat(labels.all()).containsExactly(second);
  }

  @Test
  void listed_again_it_is_looked_at_at_the_earlier_time_and_watched_where_one_wants_that() {
    labels.list(FIRST.at(NOON.plus(HOUR)));
    labels.list(watched(FIRST));
    labels.list(FIRST.at(NOON.plus(HOUR)));
    assertThat(labels.all()).containsExactly(watched(FIRST));
  }

  @Test
  void it_is_looked_at_later_unless_somebody_listed_it_meanwhile() {
    labels.list(FIRST);
    labels.later(FIRST, NOON.plus(HOUR));
    assertThat(labels.all()).containsExactly(FIRST.at(NOON.plus(HOUR)));
    labels.list(watched(FIRST));
    labels.later(FIRST.at(NOON.plus(HOUR)), NOON.plus(HOUR.multipliedBy(2)));
    assertThat(labels.all()).containsExactly(watched(FIRST));
  }

  @Test
  void what_is_done_does_not_come_back_by_itself() {
    labels.later(FIRST, NOON.plus(HOUR));
    assertThat(labels.all()).isEmpty();
  }

  private static Loose watched(Loose each) {
    return new Loose(
        each.reference(),
        each.orderId(),
        each.shipmentId(),
        each.since(),
        each.until(),
        each.lookAt(),
        true);
  }

  private static Loose loose(String reference) {
    return new Loose(
        reference,
        new OrderId("DTC-1"),
        new ShipmentId("SHP-DTC-1-1"),
        NOON,
        NOON.plus(Duration.ofDays(28)),
        NOON,
        false);
  }
}

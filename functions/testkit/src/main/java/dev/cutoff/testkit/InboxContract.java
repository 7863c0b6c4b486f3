package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.application.Inbox;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Inbox} does. */
public abstract class InboxContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final OrderId ORDER = new OrderId("DTC-90412");

  private Inbox inbox;

  /** One with nothing in it. */
  protected abstract Inbox fresh();

  @BeforeEach
  void open() {
    inbox = fresh();
  }

  @Test
  void the_same_bytes_twice_are_one_message() {
    Inbox.Message message = message(ORDER, "a", 0, 0);
    assertThat(inbox.put(message)).isTrue();
    assertThat(inbox.put(message)).isFalse();
    assertThat(inbox.put(message(ORDER, "a", 9, 9))).isFalse();
    assertThat(inbox.pending(ORDER)).containsExactly(message);
  }

  @Test
  void the_same_webhook_several_times_in_one_instant_is_one_message() throws Exception {
    assertThat(Together.run(20, number -> inbox.put(message(ORDER, "a", 0, number))))
        .filteredOn(first -> first)
        .hasSize(1);
    assertThat(inbox.pending(ORDER)).hasSize(1);
  }

  @Test
  void pending_comes_by_the_stores_version_then_by_arrival() {
    Inbox.Message late = message(ORDER, "a", 20, 1);
    Inbox.Message early = message(ORDER, "b", 10, 3);
    Inbox.Message earlier = message(ORDER, "c", 10, 2);
    inbox.put(late);
    inbox.put(early);
    inbox.put(earlier);
    inbox.put(message(new OrderId("DTC-9041"), "d", 0, 0));
    assertThat(inbox.pending(ORDER)).containsExactly(earlier, early, late);
  }

  @Test
  void what_is_applied_is_pending_no_more_and_never_comes_back() {
    Inbox.Message message = message(ORDER, "a", 0, 0);
    inbox.put(message);
    inbox.applied(message);
    inbox.applied(message);
    assertThat(inbox.pending(ORDER)).isEmpty();
    assertThat(inbox.pendingBefore(NOON.plusSeconds(99), 10)).isEmpty();
    assertThat(inbox.put(message)).isFalse();
    assertThat(inbox.pending(ORDER)).isEmpty();
  }

  @Test
  void the_sweeper_sees_what_waits_the_longest_first() {
    for (int number = 0; number < 9; number++) {
      inbox.put(message(new OrderId("DTC-" + number), "a", 0, 9 - number));
    }
    inbox.applied(message(new OrderId("DTC-7"), "a", 0, 2));
    assertThat(inbox.pendingBefore(NOON.plusSeconds(5), 10))
        .extracting(message -> message.orderId().value())
        .containsExactly("DTC-8", "DTC-6", "DTC-5");
    assertThat(inbox.pendingBefore(NOON.plusSeconds(99), 2)).hasSize(2);
  }

  @Test
  void applying_what_never_arrived_is_a_bug() {
    assertThatThrownBy(() -> inbox.applied(message(ORDER, "a", 0, 0)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Inbox.Message message(OrderId id, String hash, long version, long received) {
    return new Inbox.Message(
        id,
        new StoreId("acme"),
        "webhooks/" + hash + ".json",
        hash,
        NOON.plusSeconds(version),
        NOON.plusSeconds(received));
  }
}

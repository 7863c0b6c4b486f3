package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Exceptions} does. */
public abstract class ExceptionsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Exceptions exceptions;

  /** One with nothing in it. */
  protected abstract Exceptions fresh();

  @BeforeEach
  void open() {
    exceptions = fresh();
  }

  @Test
  void what_was_created_is_found_and_created_once() {
    OpenException one = exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 4);
    assertThat(exceptions.create(one)).isTrue();
    assertThat(exceptions.create(one.assignedTo("owner"))).isFalse();
    assertThat(exceptions.find(one.id())).contains(one);
    assertThat(exceptions.find("DTC-1-1-2")).isEmpty();
    assertThat(exceptions.find("")).isEmpty();
    assertThat(exceptions.find("no such thing")).isEmpty();
  }

  @Test
  void an_id_that_is_not_order_id_attempt_and_number_is_a_bug() {
    OpenException one = exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 4);
    OpenException odd =
        new OpenException(
            "17",
            one.orderId(),
            1,
            one.step(),
            one.refusal(),
            one.owner(),
            NOON,
            NOON,
            0,
            List.of(),
            "token",
            null);
    assertThatThrownBy(() -> exceptions.create(odd)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_nearest_clock_comes_first() {
    exceptions.create(exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 8));
    exceptions.create(exception("DTC-2", 1, Reason.NO_RATES, "floor lead", 2));
    exceptions.create(exception("DTC-3", 1, Reason.NO_RATES, "floor lead", 5));
    assertThat(ids(null, null)).containsExactly("DTC-2-1-1", "DTC-3-1-1", "DTC-1-1-1");
  }

  @Test
  void owner_and_reason_narrow_the_queue() {
    exceptions.create(exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 1));
    exceptions.create(exception("DTC-2", 1, Reason.OUT_OF_STOCK, "floor lead", 2));
    exceptions.create(exception("DTC-3", 1, Reason.OUT_OF_STOCK, "owner", 3));
    assertThat(ids("floor lead", null)).containsExactly("DTC-1-1-1", "DTC-2-1-1");
    assertThat(ids(null, Reason.OUT_OF_STOCK)).containsExactly("DTC-2-1-1", "DTC-3-1-1");
    assertThat(ids("owner", Reason.OUT_OF_STOCK)).containsExactly("DTC-3-1-1");
    assertThat(ids("nobody", null)).isEmpty();
  }

  @Test
  void what_was_assigned_escalated_or_resolved_moves_in_the_queue() {
    OpenException one = exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 1);
    exceptions.create(one);
    exceptions.create(exception("DTC-2", 1, Reason.NO_RATES, "floor lead", 2));
    OpenException later = one.escalated("owner", NOON.plus(Duration.ofHours(9)), 1, "token 2");
    assertThat(exceptions.replace(one, later)).isTrue();
    assertThat(ids(null, null)).containsExactly("DTC-2-1-1", "DTC-1-1-1");
    assertThat(ids("owner", null)).containsExactly("DTC-1-1-1");
    OpenException done = later.resolved(new OpenException.Resolution(Action.RETRY, "sam", NOON));
    assertThat(exceptions.replace(later, done)).isTrue();
    assertThat(ids(null, null)).containsExactly("DTC-2-1-1");
    assertThat(exceptions.find(one.id())).contains(done);
  }

  @Test
  void a_lost_race_replaces_nothing() throws Exception {
    OpenException one = exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 1);
    exceptions.create(one);
    assertThat(
            Together.run(12, number -> exceptions.replace(one, one.assignedTo("person " + number))))
        .filteredOn(won -> won)
        .hasSize(1);
    assertThat(exceptions.replace(one, one.assignedTo("late"))).isFalse();
    OpenException never = exception("DTC-2", 1, Reason.NO_RATES, "floor lead", 1);
    assertThat(exceptions.replace(never, never.assignedTo("late"))).isFalse();
  }

  @Test
  void all_of_one_order_come_oldest_first() {
    OpenException second = exception("DTC-1", 2, Reason.NO_RATES, "floor lead", 1);
    OpenException first = exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 1);
    exceptions.create(second);
    exceptions.create(first);
    exceptions.create(exception("DTC-1-1", 1, Reason.NO_RATES, "floor lead", 1));
    OpenException done = first.resolved(new OpenException.Resolution(Action.RETRY, "sam", NOON));
    exceptions.replace(first, done);
    assertThat(exceptions.of(new OrderId("DTC-1"))).containsExactly(done, second);
  }

  @Test
  void a_long_queue_comes_in_pages_with_nothing_twice_and_nothing_lost() {
    for (int number = 0; number < 120; number++) {
      String owner = number % 2 == 0 ? "floor lead" : "owner";
      exceptions.create(exception("DTC-" + number, 1, Reason.NO_RATES, owner, number % 7));
    }
    assertThat(ids(null, null)).hasSize(120).doesNotHaveDuplicates();
    assertThat(ids("owner", null)).hasSize(60).doesNotHaveDuplicates();
    assertThat(exceptions.open(null, null, null).items()).hasSize(50);
  }

  @Test
  void a_cursor_of_somebody_elses_is_refused() {
    assertThatThrownBy(() -> exceptions.open(null, null, "garbage"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  private List<String> ids(@Nullable String owner, @Nullable Reason reason) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      Exceptions.Page page = exceptions.open(owner, reason, cursor);
      page.items().forEach(each -> ids.add(each.id()));
      cursor = page.cursor();
    } while (cursor != null);
    return ids;
  }

  private static OpenException exception(
      String order, int attempt, Reason reason, String owner, int hours) {
    return new OpenException(
        order + "-" + attempt + "-1",
        new OrderId(order),
        attempt,
        "RateShop",
        Refusal.of(reason, "Somebody must look.", Map.of("sku", "MUG")),
        owner,
        NOON.plusSeconds(attempt),
        NOON.plus(Duration.ofHours(hours)),
        0,
        List.of(Action.RETRY, Action.CANCEL),
        "token",
        null);
  }
}

package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    OpenException done = later.resolved(new QueueEntry.Resolution(Action.RETRY, "sam", NOON));
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
    OpenException done = first.resolved(new QueueEntry.Resolution(Action.RETRY, "sam", NOON));
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
  void a_page_may_end_with_any_kind_of_entry() {
    for (int number = 0; number < 51; number++) {
      exceptions.create(shelf("MUG-" + number, Reason.STOCK_DRIFT, 1, 1));
      exceptions.create(risk("DTC-" + number, 1, 2));
      exceptions.create(exception("DTC-" + number, 1, Reason.NO_RATES, "floor lead", 3));
    }
    assertThat(ids(null, null)).hasSize(153).doesNotHaveDuplicates();
    assertThat(ids(null, Reason.STOCK_DRIFT)).hasSize(51);
    assertThat(ids(null, Reason.PROMISE_AT_RISK)).hasSize(51);
  }

  @Test
  void a_cursor_of_somebody_elses_is_refused() {
    assertThatThrownBy(() -> exceptions.open(null, null, "garbage"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  @Test
  void an_entry_of_a_shelf_is_in_the_same_queue_and_belongs_to_no_order() {
    exceptions.create(exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 8));
    StockException drift = shelf("MUG/9 #1", Reason.STOCK_DRIFT, 1, 2);
    assertThat(exceptions.create(drift)).isTrue();
    assertThat(exceptions.create(drift)).isFalse();
    assertThat(exceptions.entry(drift.id())).contains(drift);
    assertThat(exceptions.find(drift.id())).isEmpty();
    assertThat(ids(null, null)).containsExactly(drift.id(), "DTC-1-1-1");
    assertThat(ids(null, Reason.STOCK_DRIFT)).containsExactly(drift.id());
    assertThat(exceptions.of(new OrderId("DTC-1"))).hasSize(1);
    assertThat(exceptions.entry("stock.0123456789abcdef.1")).isEmpty();
    assertThat(exceptions.entry("stock.0123456789abcdef.99999999999")).isEmpty();
  }

  @Test
  void the_newest_of_a_shelf_and_reason_is_found() {
    Shelf mug = shelf("MUG", Reason.STOCK_DRIFT, 1, 1).shelf();
    assertThat(exceptions.latest(mug, Reason.STOCK_DRIFT)).isEmpty();
    for (int number = 1; number <= 11; number++) {
      exceptions.create(shelf("MUG", Reason.STOCK_DRIFT, number, 1));
    }
    exceptions.create(shelf("MUG", Reason.COUNT_DIFFERS, 1, 1));
    exceptions.create(shelf("TEE", Reason.STOCK_DRIFT, 1, 1));
    assertThat(exceptions.latest(mug, Reason.STOCK_DRIFT))
        .contains(shelf("MUG", Reason.STOCK_DRIFT, 11, 1));
  }

  @Test
  void an_entry_of_a_shelf_is_assigned_found_again_and_resolved() {
    StockException one = shelf("MUG", Reason.STOCK_DRIFT, 1, 1);
    exceptions.create(one);
    StockException assigned = one.assignedTo("night shift");
    assertThat(exceptions.replace(one, assigned)).isTrue();
    assertThat(exceptions.replace(one, one.assignedTo("late"))).isFalse();
    assertThat(ids("night shift", null)).containsExactly(one.id());
    StockException done = assigned.resolved(new QueueEntry.Resolution(Action.DISMISS, "sam", NOON));
    assertThat(exceptions.replace(assigned, done)).isTrue();
    assertThat(ids(null, null)).isEmpty();
    assertThat(exceptions.latest(one.shelf(), Reason.STOCK_DRIFT)).contains(done);
  }

  @Test
  void a_promise_at_risk_is_beside_the_holds_of_its_order_and_not_among_them() {
    OpenException held = exception("DTC-1", 1, Reason.NO_RATES, "floor lead", 8);
    exceptions.create(held);
    PromiseRisk one = risk("DTC-1", 1, 2);
    assertThat(exceptions.create(one)).isTrue();
    assertThat(exceptions.create(one)).isFalse();
    exceptions.create(risk("DTC-1-1", 1, 3));
    assertThat(exceptions.entry(one.id())).contains(one);
    assertThat(exceptions.find(one.id())).isEmpty();
    assertThat(exceptions.of(new OrderId("DTC-1"))).containsExactly(held);
    assertThat(ids(null, Reason.PROMISE_AT_RISK)).containsExactly("risk.DTC-1.1", "risk.DTC-1-1.1");
    assertThat(exceptions.entry("risk.DTC-1.2")).isEmpty();
    assertThat(exceptions.entry("risk.DTC-1.99999999999")).isEmpty();
  }

  @Test
  void the_newest_risk_of_an_order_is_found() {
    assertThat(exceptions.latestRisk(new OrderId("DTC-1"))).isEmpty();
    for (int number = 1; number <= 11; number++) {
      exceptions.create(risk("DTC-1", number, 1));
    }
    PromiseRisk newest = risk("DTC-1", 11, 1);
    assertThat(exceptions.latestRisk(new OrderId("DTC-1"))).contains(newest);
    QueueEntry.Resolution how =
        new QueueEntry.Resolution(Action.DISMISS, "cutoff", NOON, "handed over");
    assertThat(exceptions.replace(newest, newest.resolved(how))).isTrue();
    assertThat(exceptions.replace(newest, newest.assignedTo("late"))).isFalse();
    assertThat(exceptions.latestRisk(new OrderId("DTC-1"))).contains(newest.resolved(how));
  }

  private static PromiseRisk risk(String order, int number, int hours) {
    PricedOption upgrade =
        new PricedOption(
            Action.UPGRADE,
            "upgrade to Swift Air",
            new PricedOption.Sending(
                List.of(new PricedOption.Leg("EAST", "swift", "air")),
                LocalDate.parse("2026-11-25"),
                0.97,
                Money.of(1_500, "USD"),
                true),
            NOON.plus(Duration.ofHours(28)),
            Money.of(312, "USD"));
    return PromiseRisk.opened(
        new PromiseRisk.Finding(
            new OrderId(order),
            Refusal.of(Reason.PROMISE_AT_RISK, "Not packed.", Map.of("node", "EAST"))
                .offering(List.of(upgrade)),
            NOON.plus(Duration.ofHours(4)),
            NOON.plus(Duration.ofHours(hours)),
            List.of(Action.UPGRADE, Action.DISMISS)),
        number,
        "floor lead",
        NOON);
  }

  private static StockException shelf(String sku, Reason reason, int number, int hours) {
    Shelf shelf = Shelf.of(new Sku(sku), new NodeId("EAST"));
    StockLevel row = StockLevel.of(shelf.sku(), shelf.node(), 4);
    Reservation held =
        new Reservation(
            new OrderId("DTC-7"),
            "1",
            shelf.sku(),
            shelf.node(),
            null,
            1,
            1,
            ShipmentId.of(new OrderId("DTC-7"), 1),
            Reservation.State.RESERVED);
    StockException.Finding found =
        new StockException.Finding(
            shelf,
            Refusal.of(reason, "Somebody must look.", Map.of("sku", sku)),
            List.of(new OrderId("DTC-7")),
            List.of(Action.APPLY_CORRECTION, Action.RECOUNT, Action.DISMISS),
            new StockException.Count(3, NOON, "scanner 3"),
            List.of(
                new Correction.Counters(row, 4, row.plus(-1, 0, 0, 0)),
                new Correction.Counters(null, 0, row),
                new Correction.Ending(held, Reservation.State.RELEASED),
                new Correction.Replanning(held.orderId())));
    return StockException.opened(
        found, number, "floor lead", NOON, NOON.plus(Duration.ofHours(hours)));
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

package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.ResolvingPromiseRisk.Outcome;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.application.WatchingPromises.Watched;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A customer in Los Angeles was promised Wednesday; from Newark the ground service needs Monday's
 * truck, at 16:00 New York, and the dearer air service Tuesday's.
 */
final class PromiseWatchTest {
  private static final OrderId ID = new OrderId("DTC-1001");
  private static final Instant CUTOFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final Duration ROUND = Duration.ofMinutes(4);

  private final Machine machine = new Machine(() -> false);
  private final World world = new World(machine);

  PromiseWatchTest() {
    machine.runs(world);
    world.merchants.put(TwoDayShop.shop());
    world.on("EAST", "MUG-WHT", 50);
  }

  @Test
  void an_order_with_time_left_is_not_named() {
    labelled();
    at(CUTOFF.minus(Duration.ofMinutes(61)));

    assertThat(watch()).returns(1, Watched::looked).returns(0, Watched::atRisk);
    assertThat(open()).isEmpty();
  }

  @Test
  void an_order_is_named_in_time_with_the_last_safe_action_and_its_price() {
    labelled();
    at(CUTOFF.minus(Duration.ofMinutes(60)));

    assertThat(watch()).returns(1, Watched::atRisk);

    PromiseRisk risk = risk();
    assertThat(risk.id()).isEqualTo("risk.DTC-1001.1");
    assertThat(risk.refusal().message())
        .isEqualTo(
            "DTC-1001, promised by Wed 25 Nov: it is labelled and not packed, and EAST's cutoff for Swift Ground (swift ground) is 16:00 New York. If it misses that, upgrade to Swift Air (swift air) from EAST before 16:00 New York on Tue 24 Nov: +$18.00 (by rate card).");
    assertThat(risk.lastSafe()).isEqualTo(CUTOFF);
    assertThat(risk.dueAt()).isEqualTo(CUTOFF);
    assertThat(risk.owner()).isEqualTo("floor lead");
    assertThat(risk.actions()).containsExactly(Action.UPGRADE, Action.SHIP_LATE, Action.DISMISS);
    PricedOption upgrade = risk.refusal().offered().getFirst();
    assertThat(upgrade.before()).isEqualTo(CUTOFF.plus(Duration.ofDays(1)));
    assertThat(Objects.requireNonNull(upgrade.extra()).amount()).isEqualTo(1_800);
    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void once_the_cutoff_is_missed_the_same_entry_says_so() {
    labelled();
    at(CUTOFF.minus(ROUND));
    watch();
    PromiseRisk before = risk();
    at(CUTOFF.plus(ROUND));

    watch();

    assertThat(risk().id()).isEqualTo(before.id());
    assertThat(risk().openedAt()).isEqualTo(before.openedAt());
    assertThat(risk().foundAt()).isEqualTo(world.clock.instant());
    assertThat(risk().refusal().message())
        .contains("EAST's cutoff for Swift Ground (swift ground) was 16:00 New York. Last safe")
        .contains("upgrade to Swift Air (swift air) from EAST before 16:00 New York on Tue 24 Nov");
    assertThat(risk().dueAt()).isEqualTo(CUTOFF.plus(Duration.ofDays(1)));
  }

  @Test
  void however_often_it_is_found_nothing_is_written_while_nothing_changes() {
    labelled();
    at(CUTOFF.minus(Duration.ofMinutes(30)));
    watch();
    PromiseRisk before = risk();
    at(CUTOFF.minus(Duration.ofMinutes(25)));

    assertThat(watch()).returns(1, Watched::atRisk);

    assertThat(risk()).isEqualTo(before);
    assertThat(open()).hasSize(1);
  }

  @Test
  void where_nothing_keeps_it_any_more_it_says_which_day_can_be_kept_and_for_how_much() {
    labelled();
    at(CUTOFF.plus(Duration.ofDays(1)).plus(ROUND));

    watch();

    assertThat(risk().refusal().message())
        .endsWith(
            "No plan keeps the promise any more; by Thu 26 Nov: send it by Swift Air (swift air) from EAST before 16:00 New York on Wed 25 Nov: +$18.00 (by rate card). Or by Fri 27 Nov: send it late as it is planned: +$0.00.");
    assertThat(risk().actions()).containsExactly(Action.SHIP_LATE, Action.DISMISS);
  }

  @Test
  void who_ships_late_tells_the_customer_early_and_once() {
    labelled();
    at(CUTOFF.plus(Duration.ofDays(1)).plus(ROUND));
    watch();

    assertThat(resolve(Action.SHIP_LATE)).isInstanceOf(Outcome.Resolved.class);

    Promise promise = Objects.requireNonNull(world.order(ID).promise());
    assertThat(promise.deliverBy()).isEqualTo("2026-11-25");
    assertThat(promise.expected()).isEqualTo("2026-11-27");
    assertThat(delays()).containsExactly("DTC-1001##delayed#2026-11-27T08:00:00Z");
    assertThat(watch()).returns(0, Watched::atRisk);
    at(CUTOFF.plus(Duration.ofDays(2)).plus(ROUND));
    assertThat(watch()).returns(1, Watched::atRisk);
    assertThat(risk().refusal().message()).contains("promised by Fri 27 Nov");
  }

  @Test
  void who_dies_before_the_customer_is_told_is_made_good_by_the_next_round() {
    labelled();
    at(CUTOFF.plus(Duration.ofDays(1)).plus(ROUND));
    watch();
    world.seam.crash("before Announcements.publish", 1);
    try {
      resolve(Action.SHIP_LATE);
    } catch (Seam.Crash crash) {
      // The row says it, and the customer does not know.
    }
    assertThat(delays()).isEmpty();

    watch();

    assertThat(delays()).hasSize(1);
    assertThat(open()).isEmpty();
  }

  @Test
  void what_the_same_service_still_carries_in_time_tomorrow_is_no_risk() {
    world.merchants.put(TwoDayShop.standard().store(TwoDayShop.within(3)).build());
    labelled();
    at(CUTOFF.plus(ROUND));

    assertThat(watch()).returns(0, Watched::atRisk);
    at(CUTOFF.plus(Duration.ofDays(1)).minus(ROUND));
    assertThat(watch()).returns(0, Watched::atRisk);
    at(CUTOFF.plus(Duration.ofDays(1)).plus(ROUND));
    assertThat(watch()).returns(1, Watched::atRisk);
  }

  @Test
  void what_is_picked_waits_for_the_truck_and_is_named_only_once_that_is_missed() {
    labelled();
    var _ = world.picking.pick(shipment().id(), "floor");
    at(CUTOFF.minus(ROUND));
    assertThat(watch()).returns(0, Watched::atRisk);

    at(CUTOFF.plus(ROUND));
    assertThat(watch()).returns(1, Watched::atRisk);
    assertThat(risk().refusal().message()).contains("it is picked and not handed over");
  }

  @Test
  void it_closes_by_itself_once_the_order_is_handed_over() {
    labelled();
    at(CUTOFF.minus(ROUND));
    watch();
    var _ = world.handingOver.handOver(shipment().id(), world.clock.instant(), "floor");

    assertThat(watch()).returns(0, Watched::atRisk).returns(1, Watched::closed);

    assertThat(closed())
        .returns("cutoff", QueueEntry.Resolution::by)
        .returns("it is handed over", QueueEntry.Resolution::why);
    assertThat(watch()).returns(0, Watched::closed);
  }

  @Test
  void it_closes_by_itself_once_the_order_is_cancelled() {
    labelled();
    at(CUTOFF.minus(ROUND));
    watch();
    var _ = world.cancelling.cancel(ID, "person", "no");
    goOn();

    assertThat(watch()).returns(1, Watched::closed);
    assertThat(closed().why()).isEqualTo("the order is cancelled");
  }

  @Test
  void what_somebody_looked_at_is_not_said_again_until_the_next_cutoff_is_near() {
    labelled();
    at(CUTOFF.minus(ROUND));
    watch();
    assertThat(resolve(Action.DISMISS)).isInstanceOf(Outcome.Resolved.class);

    watch();
    at(CUTOFF.plus(ROUND));
    watch();

    assertThat(open()).isEmpty();
  }

  @Test
  void an_upgrade_after_the_label_voids_it_and_buys_the_dearer_one() {
    labelled();
    at(CUTOFF.minus(ROUND));
    watch();

    assertThat(resolve(Action.UPGRADE)).isInstanceOf(Outcome.Resolved.class);
    goOn();
    at(CUTOFF);
    goOn();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
    assertThat(service()).isEqualTo("air");
    assertThat(world.attempts.all())
        .extracting(LabelAttempts.Attempt::state)
        .containsExactlyInAnyOrder(LabelAttempts.State.VOIDED, LabelAttempts.State.BOUGHT);
    watch();
    assertThat(open()).isEmpty();
    assertThat(resolve(Action.UPGRADE)).isInstanceOf(Outcome.AlreadyResolved.class);
  }

  @Test
  void an_upgrade_before_the_label_buys_one_label_and_keeps_the_units() {
    at(CUTOFF.minus(Duration.ofMinutes(30)));
    receive();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.PLANNED);
    watch();
    assertThat(risk().refusal().message()).contains("it has no label yet");

    assertThat(resolve(Action.UPGRADE)).isInstanceOf(Outcome.Resolved.class);
    wakeUp();

    assertThat(service()).isEqualTo("air");
    assertThat(world.attempts.all()).hasSize(1);
    assertThat(world.stock.reservations(ID)).hasSize(1);
    assertThat(machine.all()).hasSize(2).allMatch(Machine.Run::ended);
  }

  @Test
  void an_upgrade_whose_process_dies_after_the_row_is_carried_out_by_the_sweeper() {
    at(CUTOFF.minus(Duration.ofMinutes(30)));
    receive();
    watch();
    world.seam.on(point -> {
      if (point.equals("before Executions.start")) {
        throw new Seam.Crash(point);
      }
    });
    try {
      resolve(Action.UPGRADE);
    } catch (Seam.Crash crash) {
      // The row says it, and nobody was told.
    }
    world.seam.on(point -> {});
    world.clock.advance(Duration.ofMinutes(1));
    world.sweeping.sweep();
    wakeUp();

    assertThat(service()).isEqualTo("air");
    assertThat(world.attempts.all()).hasSize(1);
    watch();
    assertThat(open()).isEmpty();
  }

  @Test
  void a_round_that_dies_in_the_middle_is_done_again() {
    labelled();
    at(CUTOFF.minus(ROUND));
    world.seam.on(point -> {
      if (point.equals("after Exceptions.create")) {
        throw new Seam.Crash(point);
      }
    });
    try {
      watch();
    } catch (Seam.Crash crash) {
      // The entry is there, and nobody knows.
    }
    world.seam.on(point -> {});

    assertThat(watch()).returns(1, Watched::atRisk);
    assertThat(open()).hasSize(1);
  }

  @Test
  void an_order_on_hold_is_named_with_why_it_stands_still() {
    world.carriers.refuse(request -> "account closed");
    receive();
    wakeUp();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.HELD);
    at(CUTOFF.minus(ROUND));

    watch();

    assertThat(risk().refusal().message())
        .contains("it is on hold since 12:25 New York (LABEL_REFUSED)");
    assertThat(risk().actions()).containsExactly(Action.DISMISS);
  }

  @Test
  void a_cutoff_is_the_nodes_own_after_the_clock_changed() {
    at(Instant.parse("2027-03-12T17:00:00Z"));
    var _ =
        world.receive(AnOrder.numbered("1001").line("MUG-WHT", 1).placedAt(world.clock.instant()));
    goOn();
    wakeUp();
    at(Instant.parse("2027-03-12T20:59:00Z"));

    watch();

    assertThat(risk().lastSafe()).isEqualTo("2027-03-12T21:00:00Z");
    assertThat(risk().refusal().offered().getFirst().before()).isEqualTo("2027-03-15T20:00:00Z");
    assertThat(risk().refusal().message())
        .contains("promised by Tue 16 Mar")
        .contains("is 16:00 New York.")
        .contains("before 16:00 New York on Mon 15 Mar: ");
  }

  @Test
  void every_order_is_looked_at_however_many_there_are_and_the_most_urgent_first() {
    for (int number = 1; number <= 120; number++) {
      var _ = world.receive(AnOrder.numbered("" + number).line("SOCKS-GRY", 1));
    }
    world.on("EAST", "SOCKS-GRY", 200);
    goOn();
    wakeUp();
    at(CUTOFF.minus(ROUND));

    assertThat(watch())
        .returns(120, Watched::looked)
        .returns(120, Watched::atRisk)
        .returns(0, Watched::left);
    assertThat(world.watching.watch(Duration.ofSeconds(-1))).returns(120, Watched::left);
  }

  private void receive() {
    world.receive(AnOrder.numbered("1001").line("MUG-WHT", 1));
    goOn();
  }

  private void labelled() {
    receive();
    wakeUp();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
    assertThat(service()).isEqualTo("ground");
  }

  private void at(Instant instant) {
    world.clock.advance(Duration.between(world.clock.instant(), instant));
  }

  private void wakeUp() {
    world.clock.advance(Duration.ofMinutes(20));
    goOn();
  }

  private void goOn() {
    while (!machine.runnable().isEmpty()) {
      machine.step(machine.runnable().getFirst());
    }
  }

  private Watched watch() {
    Watched watched = world.watching.watch(Duration.ofMinutes(4));
    assertThat(watched.failed()).isEmpty();
    return watched;
  }

  private Outcome resolve(Action action) {
    return world.resolvingRisk.resolve(
        world.exceptions.latestRisk(ID).orElseThrow(), action, "ops");
  }

  private List<QueueEntry> open() {
    return world.exceptions.open(null, Reason.PROMISE_AT_RISK, null).items();
  }

  private PromiseRisk risk() {
    assertThat(open()).hasSize(1);
    return (PromiseRisk) open().getFirst();
  }

  private QueueEntry.Resolution closed() {
    assertThat(open()).isEmpty();
    return Objects.requireNonNull(world.exceptions.latestRisk(ID).orElseThrow().resolution());
  }

  private List<String> delays() {
    return world.announcements.published().stream()
        .filter(each -> each.what() == Announcement.What.DELAYED)
        .map(Announcement::key)
        .toList();
  }

  private Shipment shipment() {
    return world.order(ID).openShipments().getFirst();
  }

  private String service() {
    Shipment last = shipment();
    return last instanceof Shipment.Planned planned
        ? planned.parcels().getFirst().service()
        : last.paidParcels().getFirst().plan().service();
  }
}

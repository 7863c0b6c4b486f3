package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.shipment.application.CancellingOrder;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The minutes in which a customer may still think better of it. */
final class RemorseTest {
  private static final OrderId ID = new OrderId("DTC-1001");

  private final Machine machine = new Machine(() -> false);
  private final World world = new World(machine);

  RemorseTest() {
    machine.runs(world);
    world.on("EAST", "MUG-WHT", 5);
    world.on("WEST", "MUG-WHT", 5);
  }

  @Test
  void the_label_is_not_bought_before_the_period_is_over() {
    Instant until = planned();

    assertThat(until).isEqualTo(world.order(ID).receivedAt().plus(Duration.ofMinutes(20)));
    world.clock.advance(Duration.ofMinutes(19));
    goOn();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.PLANNED);
    world.clock.advance(Duration.ofMinutes(2));
    goOn();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void a_cancellation_gives_the_units_back_at_once_and_costs_nothing() {
    Instant until = planned();

    var outcome = (CancellingOrder.Outcome.Cancelling) world.cancelling.cancel(ID, "person", "no");
    goOn();

    assertThat(outcome.labelsVoided().isZero()).isTrue();
    assertThat(outcome.freeUntil()).isEqualTo(until);
    assertThat(world.order(ID).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(reserved()).isZero();
    wakesAndFindsItselfOvertaken();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(world.attempts.all()).isEmpty();
  }

  @Test
  void an_edit_in_the_store_is_reserved_and_planned_anew_at_once() {
    planned();

    world.clock.advance(Duration.ofMinutes(1));
    world.receive(mugs(2).updatedAt(world.clock.instant()));
    goOn();

    Order edited = world.order(ID);
    assertThat(edited.state()).isEqualTo(OrderState.PLANNED);
    assertThat(edited.attempt()).isEqualTo(2);
    assertThat(reserved()).isEqualTo(2);
    wakesAndFindsItselfOvertaken();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
    assertThat(world.attempts.all()).hasSize(1);
  }

  @Test
  void what_the_process_that_took_the_cancellation_did_not_live_to_do_the_sweeper_does() {
    planned();
    world.seam.on(point -> {
      if (point.equals("before Executions.status")) {
        throw new Seam.Crash(point);
      }
    });
    try {
      var _ = world.cancelling.cancel(ID, "person", "no");
    } catch (Seam.Crash crash) {
      // It asked how the execution stands, and died.
    }
    world.seam.on(point -> {});
    goOn();
    assertThat(reserved()).isEqualTo(1);

    world.clock.advance(Duration.ofMinutes(1));
    world.sweeping.sweep();
    goOn();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(reserved()).isZero();
  }

  @Test
  void the_sweeper_does_not_look_at_orders_that_stand_still_on_purpose() {
    Instant until = planned();

    world.clock.advance(Duration.ofMinutes(10));
    assertThat(world.orders.unfinishedSince(world.clock.instant(), 10)).isEmpty();
    assertThat(world.orders.unfinishedSince(until, 10)).containsExactly(ID);
  }

  @Test
  void an_order_that_was_held_up_longer_than_the_period_does_not_wait_again() {
    world.receive(mugs(1));
    world.clock.advance(Duration.ofHours(1));
    goOn();
    assertThat(world.order(ID).receivedAt()).isEqualTo(world.clock.instant());
    assertThat(world.order(ID).remorseUntil()).isNotNull();

    world.clock.advance(Duration.ofMinutes(30));
    goOn();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
  }

  private Instant planned() {
    world.receive(mugs(1));
    goOn();
    Order order = world.order(ID);
    assertThat(order.state()).isEqualTo(OrderState.PLANNED);
    return Objects.requireNonNull(order.remorseUntil());
  }

  private void wakesAndFindsItselfOvertaken() {
    world.clock.advance(Duration.ofMinutes(30));
    goOn();
    assertThat(machine.all()).hasSize(2).allMatch(Machine.Run::ended);
    assertThat(machine.all()).noneMatch(run -> run.state.equals("Failed"));
  }

  private void goOn() {
    while (!machine.runnable().isEmpty()) {
      machine.step(machine.runnable().getFirst());
    }
  }

  private long reserved() {
    return world.stock.reservations(ID).stream()
        .filter(each -> each.state().holds())
        .mapToLong(each -> each.quantity())
        .sum();
  }

  private static AnOrder mugs(long units) {
    return AnOrder.numbered("1001").line("MUG-WHT", units);
  }
}

package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Reason;
import dev.cutoff.order.Order;
import dev.cutoff.order.Payment;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FakeExecutions;
import dev.cutoff.testkit.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SweepingTest {
  private static final int MORE_THAN_A_ROUND_TAKES = 1_100;

  private final FakeExecutions machine = new FakeExecutions();
  private final World world = new World(machine);

  /** Stock stays held after a payment failed. */
  @Test
  void an_unpaid_order_gives_its_units_back_behind_however_many_orders_on_hold() {
    for (int number = 0; number < MORE_THAN_A_ROUND_TAKES; number++) {
      Order order = AnOrder.numbered("1" + number).line("MUG-01", 1).received();
      put(order, Stage.held(order, Reason.OUT_OF_STOCK));
    }
    world.clock.advance(Duration.ofHours(1));
    putWaiting("21", "late", Duration.ofHours(24));
    putWaiting("22", "in time", Duration.ofDays(2));

    world.clock.advance(Duration.ofHours(25));
    world.sweeping.sweep();

    assertThat(machine.whyCancelled("late")).isEqualTo("not paid in time");
    assertThat(machine.whyCancelled("in time")).isNull();
  }

  private void putWaiting(String number, String token, Duration holds) {
    machine.waits(token);
    Order order =
        AnOrder.numbered(number).line("MUG-01", 1).payment(Payment.Status.PENDING).received();
    Order reserved = Stage.reserved(order, "EAST");
    Order.PaymentWait wait = new Order.PaymentWait(token, world.clock.instant().plus(holds));
    put(order, reserved, reserved.changed(change -> change.paymentWait(wait)));
  }

  /** As its versions follow each other, with an execution that runs. */
  private void put(Order... versions) {
    machine.start(versions[0].id(), 1);
    Order before = null;
    for (Order version : versions) {
      var saved =
          world.orders.save(
              before,
              version,
              List.of(TimelineEntry.of(world.clock.instant(), "cutoff", "as it is now")));
      assertThat(saved).isEqualTo(Orders.Saved.SAVED);
      before = version;
    }
  }
}

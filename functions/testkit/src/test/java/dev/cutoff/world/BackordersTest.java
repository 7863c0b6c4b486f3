package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.backorder.Waiter;
import dev.cutoff.exception.Reason;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.merchant.StockRules.WhenShort;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.Payment;
import dev.cutoff.stock.Reservation;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of units that are not there. */
final class BackordersTest {
  private static final String TEE = "TEE-BLK-M";
  private static final String MUG = "MUG-WHT";

  @Test
  void whatIsNotThereIsHeldWhereTheRulesSayNothing() {
    Playing shop = new Playing(Playing.rules(WhenShort.HOLD, false));
    OrderId id = shop.order("1", TEE, 2);
    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    assertThat(shop.world.backorders.all()).isEmpty();
  }

  @Test
  void whatIsThereIsShippedAndTheRestIsHeld() {
    Playing shop = new Playing(Playing.rules(WhenShort.HOLD, true));
    shop.world.on("EAST", TEE, 1);
    OrderId id = shop.order("1", TEE, 2);
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    shop.later(Duration.ofMinutes(30));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    assertThat(hold(shop.order(id))).isEqualTo(Reason.OUT_OF_STOCK);
    assertThat(reserved(shop, id)).isEqualTo(1);
    shop.world.on("WEST", TEE, 1);
    var open = shop.world.exceptions.of(id).getLast();
    var _ = shop.world.resolving.resolve(open.id(), dev.cutoff.exception.Action.RETRY, null, "me");
    shop.settle();
    assertThat(shop.order(id).openShipments()).hasSize(2);
    assertThat(reserved(shop, id)).isEqualTo(2);
  }

  @Test
  void whatIsNotThereIsCancelledWhereTheRulesSaySo() {
    Playing shop = new Playing(Playing.rules(WhenShort.CANCEL, false));
    shop.world.on("EAST", TEE, 1);
    OrderId id = shop.order("1", TEE, 2);
    assertThat(shop.order(id).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(shop.world.announcements.whats()).contains("cancelled");
    assertThat(shop.world.stock.levels(List.of(sku(TEE))).getFirst().reserved()).isZero();
  }

  @Test
  void anOrderWaitsAsAWholeAndIsServedWhenStockComes() {
    Playing shop = Playing.backordering(false);
    shop.world.on("EAST", MUG, 1);
    OrderId id = shop.order(AnOrder.numbered("1").line(TEE, 2).line(MUG, 1));
    assertThat(shop.order(id).waits()).isTrue();
    assertThat(shop.order(id).openShipments()).isEmpty();
    assertThat(reserved(shop, id)).isZero();
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 5, 0);
    assertThat(shop.order(id).waits()).isFalse();
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(reserved(shop, id)).isEqualTo(3);
    assertThat(shop.world.backorders.all()).isEmpty();
  }

  @Test
  void whatIsThereIsShippedAndTheRestWaits() {
    Playing shop = Playing.backordering(true);
    shop.world.on("EAST", TEE, 1);
    OrderId id = shop.order("1", TEE, 3);
    assertThat(shop.order(id).openShipments()).hasSize(1);
    assertThat(shop.order(id).backorder()).isNotNull();
    assertThat(shop.order(id).waits()).isTrue();
    shop.later(Duration.ofMinutes(2));
    assertThat(shop.machine.runnable()).as("waiting is no work").isEmpty();
    assertThat(shop.order(id).attempt()).isEqualTo(1);
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 2, 0);
    assertThat(shop.order(id).openShipments()).hasSize(2);
    assertThat(reserved(shop, id)).isEqualTo(3);
  }

  /** woocommerce#27704. */
  @Test
  void woocommerce27704TheCustomerLearnsOfABackorderAndOfItsDateAndOfEachNewDateOnce() {
    Playing shop = Playing.backordering(false);
    OrderId id = shop.order("1", TEE, 2);
    assertThat(shop.news(id)).as("nobody knows when").hasSize(1);
    assertThat(shop.expected(id)).isNull();
    var _ = shop.promise("PO-1", TEE, 5, "2026-12-01");
    assertThat(shop.expected(id)).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(shop.news(id)).hasSize(2);
    shop.later(Duration.ofMinutes(1));
    shop.later(Duration.ofMinutes(1));
    assertThat(shop.news(id)).as("told once").hasSize(2);
    shop.world.clock.advance(Duration.ofMinutes(1));
    var _ = shop.world.slipping.slip("PO-1", "1", LocalDate.parse("2026-12-09"));
    shop.settle();
    assertThat(shop.expected(id)).isEqualTo(LocalDate.parse("2026-12-09"));
    assertThat(shop.news(id)).hasSize(3);
    assertThat(
            shop.world.announcements.published().stream()
                .filter(each -> each.what() == Announcement.What.BACKORDERED)
                .map(Announcement::key))
        .doesNotHaveDuplicates();
  }

  @Test
  void anInboundLineNeverPromisesMoreThanItExpects() {
    Playing shop = Playing.backordering(false);
    var _ = shop.promise("PO-1", TEE, 3, "2026-12-01");
    OrderId first = shop.order("1", TEE, 2);
    OrderId second = shop.order("2", TEE, 2);
    OrderId third = shop.order("3", TEE, 1);
    assertThat(shop.expected(first)).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(shop.expected(second)).as("passed over").isNull();
    assertThat(shop.expected(third)).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(line(shop).promised()).isEqualTo(3);
    var _ = shop.promise("PO-2", TEE, 3, "2026-12-05");
    assertThat(shop.expected(second)).isEqualTo(LocalDate.parse("2026-12-05"));
  }

  @Test
  void whoCameFirstIsServedFirstAndWhoCanNotBeServedWholeKeepsThePlace() {
    Playing shop = Playing.backordering(false);
    OrderId big = shop.order("1", TEE, 3);
    OrderId small = shop.order("2", TEE, 1);
    OrderId last = shop.order("3", TEE, 1);
    var _ = shop.promise("PO-1", TEE, 9, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 1, 0);
    assertThat(shop.order(big).waits()).isTrue();
    assertThat(shop.order(small).waits()).as("nothing stays unsold").isFalse();
    assertThat(shop.order(last).waits()).isTrue();
    assertThat(shop.world.backorders.all()).extracting(Waiter::orderId).containsExactly(big, last);
    var _ = shop.receive("PO-1", "r2", 3, 0);
    assertThat(shop.order(big).waits()).isFalse();
    assertThat(shop.order(last).waits()).isTrue();
  }

  @Test
  void whoeverComesNewStandsBehindThoseWhoWait() {
    Playing shop = Playing.backordering(false);
    OrderId first = shop.order("1", TEE, 2);
    // Counted, and nobody was told yet.
    shop.world.on("EAST", TEE, 2);
    OrderId second = shop.order("2", TEE, 1);
    assertThat(shop.order(first).waits()).isFalse();
    assertThat(shop.order(second).waits()).isTrue();
  }

  @Test
  void whoeverComesNewIsServedAtOnceWhereThoseWhoWaitCanNotBe() {
    Playing shop = Playing.backordering(false);
    OrderId big = shop.order("1", TEE, 3);
    shop.world.on("EAST", TEE, 2);
    OrderId small = shop.order("2", TEE, 2);
    shop.later(Duration.ofMinutes(1));
    assertThat(shop.order(big).waits()).isTrue();
    assertThat(shop.order(small).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void kitsWaitForWhatTheyLackAndTellTheLatestDate() {
    Playing shop = Playing.backordering(false);
    OrderId kit = shop.order("1", "GIFT-SET", 1);
    var _ = shop.promise("PO-1", MUG, 5, "2026-12-01");
    assertThat(shop.expected(kit)).isNull();
    var _ = shop.promise("PO-2", "SOCKS-GRY", 5, "2026-12-04");
    assertThat(shop.expected(kit)).isEqualTo(LocalDate.parse("2026-12-04"));
    var _ = shop.receive("PO-1", "r1", 1, 0);
    assertThat(shop.expected(kit)).isEqualTo(LocalDate.parse("2026-12-04"));
    var _ = shop.receive("PO-2", "r2", 2, 0);
    assertThat(shop.order(kit).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void everyWaitHasAnEnd() {
    Playing shop = Playing.backordering(false);
    OrderId id = shop.order("1", TEE, 2);
    shop.later(Duration.ofDays(59));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.RECEIVED);
    shop.later(Duration.ofDays(2));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    assertThat(hold(shop.order(id))).isEqualTo(Reason.OUT_OF_STOCK);
    assertThat(shop.world.exceptions.of(id)).hasSize(1);
    assertThat(shop.world.backorders.all()).isEmpty();
    shop.world.on("EAST", TEE, 2);
    var open = shop.world.exceptions.of(id).getLast();
    var _ = shop.world.resolving.resolve(open.id(), dev.cutoff.exception.Action.RETRY, null, "me");
    shop.settle();
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void cancellingTakesAnOrderOffTheListOnceAndGivesItsPromiseToTheNext() {
    Playing shop = Playing.backordering(false);
    var _ = shop.promise("PO-1", TEE, 2, "2026-12-01");
    OrderId first = shop.order("1", TEE, 2);
    OrderId second = shop.order("2", TEE, 2);
    assertThat(shop.expected(second)).isNull();
    var _ = shop.world.cancelling.cancel(first, "shopper", "too long");
    shop.settle();
    assertThat(shop.order(first).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(shop.expected(second)).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(line(shop).promised()).isEqualTo(2);
    var _ = shop.world.compensating.compensate(first);
    shop.settle();
    assertThat(line(shop).promised()).isEqualTo(2);
  }

  /** vendure#1210: editing an order did not touch the allocation. */
  @Test
  void vendure1210EditingAWaitingOrderChangesWhatItWaitsForAndKeepsItsPlace() {
    Playing shop = Playing.backordering(false);
    OrderId first = shop.order("1", TEE, 2);
    OrderId second = shop.order("2", TEE, 1);
    var since = shop.world.backorders.all().getFirst().since();
    OrderId edited =
        shop.order(AnOrder.numbered("1").line(TEE, 1).updatedAt(AnOrder.PLACED.plusSeconds(60)));
    assertThat(edited).isEqualTo(first);
    assertThat(shop.world.backorders.all().getFirst().orderId()).isEqualTo(first);
    assertThat(shop.world.backorders.all().getFirst().since()).isEqualTo(since);
    assertThat(shop.world.backorders.all().getFirst().lines().getFirst().demand().quantity())
        .isEqualTo(1);
    shop.world.on("EAST", TEE, 1);
    shop.later(Duration.ofMinutes(1));
    assertThat(shop.order(first).waits()).isFalse();
    assertThat(shop.order(second).waits()).isTrue();
  }

  /** vendure#1250. */
  @Test
  void vendure1250EditingAWayWhatWaitsTakesItOffTheList() {
    Playing shop = Playing.backordering(false);
    shop.world.on("EAST", MUG, 1);
    OrderId id = shop.order("1", TEE, 2);
    var _ =
        shop.order(AnOrder.numbered("1").line(MUG, 1).updatedAt(AnOrder.PLACED.plusSeconds(60)));
    shop.later(Duration.ofMinutes(1));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.world.backorders.all()).isEmpty();
  }

  /** woocommerce PR 66303: stock stays held after a payment failed. */
  @Test
  void woocommercePr66303AnUnpaidOrderLosesItsPlaceByTimeOnce() {
    Playing shop = Playing.backordering(false);
    var _ = shop.promise("PO-1", TEE, 2, "2026-12-01");
    OrderId id = shop.order(AnOrder.numbered("1").line(TEE, 2).payment(Payment.Status.PENDING));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.AWAITING_PAYMENT);
    shop.later(Duration.ofHours(25));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(shop.world.backorders.all()).isEmpty();
    assertThat(line(shop).promised()).isZero();
  }

  @Test
  void aPaidOrderNeverLosesItsPlaceByTheUnpaidHold() {
    Playing shop = Playing.backordering(false);
    OrderId id = shop.order(AnOrder.numbered("1").line(TEE, 2).payment(Payment.Status.PENDING));
    shop.world.clock.advance(Duration.ofHours(23));
    var _ = shop.order(AnOrder.numbered("1").line(TEE, 2).updatedAt(AnOrder.PLACED.plusSeconds(9)));
    shop.later(Duration.ofDays(3));
    assertThat(shop.order(id).waits()).isTrue();
    assertThat(shop.order(id).cancellation()).isNull();
  }

  @Test
  void thePromiseToTheCustomerCountsFromTheDayOnWhichAllWasThere() {
    Playing shop = Playing.backordering(false);
    OrderId id = shop.order("1", TEE, 1);
    shop.later(Duration.ofDays(20));
    shop.world.on("EAST", TEE, 1);
    shop.later(Duration.ofMinutes(1));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void aListOfManyIsPromisedAndServedInItsOrderAndEachIsToldOnce() {
    Playing shop = Playing.backordering(false);
    var _ = shop.promise("PO-1", TEE, 60, "2026-12-01");
    for (int i = 100; i < 170; i++) {
      var _ = shop.order("" + i, TEE, 1);
    }
    assertThat(line(shop).promised()).isEqualTo(60);
    assertThat(shop.expected(new OrderId("DTC-159"))).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(shop.expected(new OrderId("DTC-160"))).isNull();
    var _ = shop.promise("PO-1", TEE, 30, "2026-12-20");
    shop.later(Duration.ofMinutes(1));
    assertThat(line(shop).promised()).isEqualTo(30);
    assertThat(shop.expected(new OrderId("DTC-129"))).isEqualTo(LocalDate.parse("2026-12-20"));
    assertThat(shop.expected(new OrderId("DTC-130"))).isNull();
    assertThat(shop.news(new OrderId("DTC-129"))).hasSize(2);
    var _ = shop.receive("PO-1", "r1", 30, 0);
    assertThat(shop.world.backorders.all()).hasSize(40);
    assertThat(shop.world.backorders.all().getFirst().orderId()).hasToString("DTC-130");
  }

  private static long reserved(Playing shop, OrderId id) {
    return shop.world.stock.reservations(id).stream()
        .filter(each -> each.state() == Reservation.State.RESERVED)
        .mapToLong(Reservation::quantity)
        .sum();
  }

  private static Reason hold(Order order) {
    Order.Hold hold = order.hold();
    if (hold == null) {
      throw new AssertionError(order.id() + " is not held");
    }
    return hold.refusal().reason();
  }

  private static InboundLine line(Playing shop) {
    return shop.world.inbounds.lines().getFirst();
  }

  private static dev.cutoff.stock.Sku sku(String sku) {
    return new dev.cutoff.stock.Sku(sku);
  }
}

package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.Rules;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Promise;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** No plan keeps the promise: Tuesday's cutoff is past, and Wednesday was promised. */
final class LatePlansTest {
  private static final OrderId ID = new OrderId("DTC-1001");

  private final Machine machine = new Machine(() -> true);
  private final World world = new World(machine);

  LatePlansTest() {
    machine.runs(world);
    world.on("EAST", "MUG-WHT", 5);
    world.clock.advance(
        Duration.between(world.clock.instant(), Instant.parse("2026-11-24T22:00:00Z")));
  }

  @Test
  void a_shop_that_holds_shows_the_late_plan_the_risky_ones_and_the_way_out_with_their_prices() {
    shop(PlanRules.WhenLate.HOLD);
    order();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.HELD);
    Refusal refusal = Objects.requireNonNull(world.order(ID).hold()).refusal();
    assertThat(refusal.reason()).isEqualTo(Reason.PROMISE_CANNOT_BE_KEPT);
    assertThat(refusal.offered())
        .extracting(PricedOption::action)
        .containsExactly(Action.SHIP_LATE, Action.CANCEL);
    PricedOption late = refusal.offered().getFirst();
    PricedOption.Sending sending = Objects.requireNonNull(late.plan());
    assertThat(sending.arrives()).isEqualTo("2026-11-26");
    assertThat(sending.cost().amount()).isEqualTo(2_940);
    assertThat(late.before()).isEqualTo("2026-11-25T21:00:00Z");
    assertThat(world.exceptions.of(ID).getFirst().refusal()).isEqualTo(refusal);
    assertThat(delays()).isEmpty();
  }

  @Test
  void a_plan_that_may_still_be_in_time_is_shown_with_its_chance_and_its_price() {
    world.merchants.put(TwoDayShop.standard().rules(rules(PlanRules.WhenLate.HOLD, 99)).build());
    world.clock.advance(
        Duration.between(world.clock.instant(), Instant.parse("2026-11-23T22:00:00Z")));
    order();

    PricedOption risky = Objects.requireNonNull(world.order(ID).hold()).refusal().offered().get(1);
    assertThat(risky.action()).isNull();
    assertThat(risky.what()).contains("Swift Air (swift air) from EAST").contains("chance of 97 %");
    assertThat(Objects.requireNonNull(risky.plan()).chance()).isEqualTo(0.97);
  }

  @Test
  void a_shop_that_ships_late_tells_the_customer_early_and_once_whatever_dies() {
    shop(PlanRules.WhenLate.SHIP);
    world.seam.crash("before Announcements.publish", 2);
    order();

    Order order = world.order(ID);
    assertThat(order.state()).isEqualTo(OrderState.LABELLED);
    Promise promise = Objects.requireNonNull(order.promise());
    assertThat(promise.deliverBy()).isEqualTo("2026-11-25");
    assertThat(promise.expected()).isEqualTo("2026-11-26");
    assertThat(delays()).containsOnly("DTC-1001##delayed#2026-11-26T08:00:00Z").isNotEmpty();
    world.tellCustomers();
    world.tellCustomers();
    assertThat(world.ears.mails())
        .filteredOn(each -> each.contains("delayed"))
        .containsExactly("DTC-1001##delayed#2026-11-26T08:00:00Z#email");
  }

  @Test
  void who_resolves_with_ship_late_tells_the_customer_too() {
    shop(PlanRules.WhenLate.HOLD);
    order();
    String id = world.exceptions.of(ID).getFirst().id();

    var _ = world.resolving.resolve(id, Action.SHIP_LATE, null, "ops");
    goOn();
    machine.wake();
    goOn();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
    assertThat(delays()).hasSize(1);
  }

  @Test
  void a_promise_that_is_kept_is_no_news() {
    shop(PlanRules.WhenLate.SHIP);
    world.clock.advance(
        Duration.between(world.clock.instant(), Instant.parse("2026-11-23T18:00:00Z")));
    order();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
    assertThat(delays()).isEmpty();
  }

  private void shop(PlanRules.WhenLate rule) {
    world.merchants.put(
        TwoDayShop.standard().rules(rules(rule, 90)).store(TwoDayShop.telling("delayed")).build());
  }

  private static Rules rules(PlanRules.WhenLate whenLate, int leastChance) {
    Rules usual = AMerchant.shop().rules();
    PlanRules plain = PlanRules.PLAIN;
    return new Rules(
        usual.deliverWithinDays(),
        usual.deliverAbroadWithinDays(),
        usual.unpaidHold(),
        usual.rateDeadline(),
        usual.owners(),
        usual.exceptionDue(),
        usual.stock(),
        new PlanRules(
            plain.strategy(),
            leastChance,
            plain.lateCost(),
            plain.mostShipments(),
            plain.leastPerShipment(),
            whenLate,
            plain.signatureOver(),
            plain.insureOver(),
            plain.provisionalPercent(),
            plain.oldQuotePercent(),
            plain.warnBefore()));
  }

  private void order() {
    var _ = world.receive(AnOrder.numbered("1001").line("MUG-WHT", 1));
    goOn();
    machine.wake();
    goOn();
  }

  private void goOn() {
    while (!machine.runnable().isEmpty()) {
      machine.step(machine.runnable().getFirst());
    }
  }

  private List<String> delays() {
    return world.announcements.published().stream()
        .filter(each -> each.what() == Announcement.What.DELAYED)
        .map(Announcement::key)
        .toList();
  }
}

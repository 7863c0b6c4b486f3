package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.application.ResolvingPromiseRisk.Outcome;
import dev.cutoff.merchant.PromiseRules;
import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.page.DelayPage;
import dev.cutoff.page.application.AnsweringDelay.Answered;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A customer in Los Angeles was promised Wednesday 25 November, and is told Friday 27, and then
 * Monday 30, while the parcel is still in Newark.
 */
final class LaterDaysTest {
  private static final OrderId ID = new OrderId("DTC-1001");
  private static final Instant MISSED = Instant.parse("2026-11-24T21:04:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-11-27");
  private static final LocalDate SECOND = LocalDate.parse("2026-11-30");

  /** The end of the day that was told first, in Los Angeles. */
  private static final Instant DEADLINE = Instant.parse("2026-11-28T08:00:00Z");

  private final Machine machine = new Machine(() -> false);
  private final World world = new World(machine);

  LaterDaysTest() {
    machine.runs(world);
    world.merchants.put(TwoDayShop.shop());
    world.on("EAST", "MUG-WHT", 50);
  }

  @Test
  void a_first_delay_is_offered_with_both_days_and_silence_keeps_the_order() {
    tellFirst();

    Answered asked = world.answering.ask(token()).orElseThrow();
    assertThat(asked.page())
        .returns(DelayPage.State.ASKS, DelayPage::state)
        .returns(LocalDate.parse("2026-11-25"), DelayPage::promised)
        .returns(FIRST, DelayPage::day)
        .returns(null, DelayPage::answerUntil);
    assertThat(asked.page().page().answer()).isEqualTo(token() + "/delay");
    at(DEADLINE.plus(Duration.ofDays(20)));
    watch();
    assertThat(world.order(ID).cancellation()).isNull();
  }

  @Test
  void reading_the_question_changes_nothing() {
    tellFirst();
    Order before = world.order(ID);

    var _ = world.answering.ask(token());

    assertThat(world.order(ID)).isEqualTo(before);
  }

  @Test
  void who_keeps_the_order_says_so_once_however_often() {
    tellFirst();

    for (int time = 0; time < 3; time++) {
      Answered kept = world.answering.keep(token(), FIRST).orElseThrow();
      assertThat(kept.done()).isTrue();
      assertThat(kept.page().state()).isEqualTo(DelayPage.State.KEPT);
    }

    assertThat(delay().consent()).isEqualTo(new Delay.Consent(FIRST, MISSED));
    assertThat(by("customer"))
        .containsExactly(
            "the later day is accepted: promised by 2026-11-25, kept until 2026-11-27");
  }

  @Test
  void who_cancels_is_cancelled_once_by_the_same_way_as_by_the_shop() {
    tellFirst();

    for (int time = 0; time < 3; time++) {
      assertThat(world.answering.cancel(token()).orElseThrow())
          .returns(true, Answered::done)
          .returns(DelayPage.State.CANCELLED, it -> it.page().state());
    }
    goOn();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(Objects.requireNonNull(world.order(ID).cancellation()).by()).isEqualTo("customer");
    assertThat(by("customer"))
        .containsExactly("cancellation asked for: it comes later than promised");
    assertThat(world.stock.reservations(ID)).noneMatch(each -> each.state().holds());
  }

  @Test
  void an_answer_after_the_hand_over_is_refused() {
    tellFirst();
    var _ =
        world.handingOver.handOver(
            world.order(ID).openShipments().getFirst().id(), world.clock.instant(), "floor");

    assertThat(world.answering.cancel(token()).orElseThrow())
        .returns(false, Answered::done)
        .returns(DelayPage.State.LEFT, it -> it.page().state());
    assertThat(world.answering.keep(token(), FIRST).orElseThrow().done()).isFalse();
    assertThat(world.order(ID).cancellation()).isNull();
    assertThat(world.answering.ask(token()).orElseThrow().page().page().answer()).isNull();
  }

  @Test
  void who_is_not_late_has_nothing_to_cancel_by_the_page() {
    labelled();

    assertThat(world.answering.cancel(token()).orElseThrow())
        .returns(false, Answered::done)
        .returns(DelayPage.State.ON_TIME, it -> it.page().state());
    assertThat(world.order(ID).cancellation()).isNull();
  }

  @Test
  void a_token_that_nobody_gave_leads_nowhere() {
    tellFirst();

    assertThat(world.answering.ask("unguessable-token-99999")).isEmpty();
    assertThat(world.answering.keep("unguessable-token-99999", FIRST)).isEmpty();
    assertThat(world.answering.cancel("../" + token())).isEmpty();
    assertThat(world.order(ID).cancellation()).isNull();
  }

  @Test
  void a_second_delay_without_consent_is_cancelled_once_the_day_told_before_is_over() {
    tellFirst();
    tellSecond();
    assertThat(delay().answerBy()).isEqualTo(DEADLINE);
    assertThat(world.answering.ask(token()).orElseThrow().page().answerUntil()).isEqualTo(FIRST);

    at(DEADLINE.minusSeconds(1));
    watch();
    assertThat(world.order(ID).cancellation()).isNull();
    at(DEADLINE);
    watch();
    watch();
    goOn();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(by("cutoff"))
        .filteredOn(each -> each.startsWith("cancellation asked for"))
        .containsExactly(
            "cancellation asked for: told to come by 2026-11-30 instead of 2026-11-25, and the customer did not agree by 2026-11-28T08:00:00Z");
    assertThat(world.answering.keep(token(), SECOND).orElseThrow())
        .returns(false, Answered::done)
        .returns(DelayPage.State.CANCELLED, it -> it.page().state());
  }

  @Test
  void nothing_is_cancelled_where_the_customer_agreed_to_the_second_day() {
    tellFirst();
    tellSecond();
    assertThat(world.answering.keep(token(), SECOND).orElseThrow().done()).isTrue();

    at(DEADLINE.plus(Duration.ofDays(1)));
    watch();

    assertThat(world.order(ID).cancellation()).isNull();
  }

  @Test
  void a_consent_to_one_day_does_not_cover_a_later_one() {
    tellFirst();
    assertThat(world.answering.keep(token(), FIRST).orElseThrow().done()).isTrue();
    tellSecond();

    assertThat(world.answering.ask(token()).orElseThrow().page().state())
        .isEqualTo(DelayPage.State.ASKS);
    // The page that was open all the while.
    assertThat(world.answering.keep(token(), FIRST).orElseThrow())
        .returns(false, Answered::done)
        .returns(SECOND, it -> it.page().day());
    at(DEADLINE);
    watch();

    assertThat(world.order(ID).cancellation()).isNotNull();
  }

  @Test
  void a_day_that_nobody_was_told_is_not_agreed_to() {
    tellFirst();

    assertThat(world.answering.keep(token(), LocalDate.parse("2030-01-01")).orElseThrow().done())
        .isFalse();

    assertThat(delay().consent()).isNull();
  }

  @Test
  void where_the_law_does_not_ask_silence_keeps_the_order() {
    world.merchants.put(
        TwoDayShop.standard()
            .rules(
                TwoDayShop.shop().rules().with(new PromiseRules(Set.of("CA"), Duration.ofDays(2))))
            .build());
    tellFirst();
    tellSecond();
    assertThat(delay().answerBy()).isNull();

    at(DEADLINE.plus(Duration.ofDays(3)));
    watch();

    assertThat(world.order(ID).cancellation()).isNull();
  }

  @Test
  void what_was_told_before_a_crash_is_noted_by_the_next_round_and_once() {
    tellFirst();
    Order noted = world.order(ID);

    watch();
    watch();

    assertThat(world.order(ID)).isEqualTo(noted);
    assertThat(by("cutoff"))
        .filteredOn(each -> each.startsWith("a later day"))
        .containsExactly("a later day is told: promised by 2026-11-25, now 2026-11-27");
  }

  @Test
  void who_waits_for_stock_without_a_promised_day_is_asked_beyond_thirty_days() {
    Playing shop = Playing.backordering(false);
    OrderId id = shop.order("1", "TEE-BLK-M", 2);
    var _ = shop.promise("PO-1", "TEE-BLK-M", 5, "2026-12-15");
    assertThat(shop.order(id).delay()).isNull();
    var _ = shop.promise("PO-1", "TEE-BLK-M", 5, "2027-01-12");
    LocalDate first = Objects.requireNonNull(shop.expected(id));
    assertThat(shop.order(id).delay())
        .isEqualTo(new Delay(LocalDate.parse("2026-12-23"), first, first, null, null));
    var _ = shop.promise("PO-1", "TEE-BLK-M", 5, "2027-01-20");
    Instant deadline = first.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    assertThat(Objects.requireNonNull(shop.order(id).delay()).answerBy()).isEqualTo(deadline);

    shop.world.clock.advance(
        Duration.between(shop.world.clock.instant(), deadline.minusSeconds(1)));
    var _ = shop.world.watching.watch(Duration.ofMinutes(4));
    assertThat(shop.order(id).cancellation()).isNull();
    shop.world.clock.advance(Duration.ofSeconds(1));
    var _ = shop.world.watching.watch(Duration.ofMinutes(4));
    shop.settle();

    assertThat(shop.order(id).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(shop.world.backorders.all()).isEmpty();
  }

  private void tellFirst() {
    labelled();
    at(MISSED);
    shipLate();
    assertThat(delay()).returns(FIRST, Delay::told).returns(null, Delay::answerBy);
  }

  private void tellSecond() {
    at(Instant.parse("2026-11-25T21:04:00Z"));
    shipLate();
    assertThat(delay().told()).isEqualTo(SECOND);
  }

  private void shipLate() {
    watch();
    assertThat(
            world.resolvingRisk.resolve(
                world.exceptions.latestRisk(ID).orElseThrow(), Action.SHIP_LATE, "ops"))
        .isInstanceOf(Outcome.Resolved.class);
  }

  private Delay delay() {
    return Objects.requireNonNull(world.order(ID).delay());
  }

  private String token() {
    return world.order(ID).trackingToken();
  }

  private List<String> by(String who) {
    return world.orders.timeline(ID).stream()
        .filter(each -> each.who().equals(who))
        .map((TimelineEntry each) -> each.what() + ": " + each.why())
        .toList();
  }

  private void labelled() {
    world.receive(AnOrder.numbered("1001").line("MUG-WHT", 1));
    goOn();
    world.clock.advance(Duration.ofMinutes(20));
    goOn();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
  }

  private void at(Instant instant) {
    world.clock.advance(Duration.between(world.clock.instant(), instant));
  }

  private void goOn() {
    while (!machine.runnable().isEmpty()) {
      machine.step(machine.runnable().getFirst());
    }
  }

  private void watch() {
    assertThat(world.watching.watch(Duration.ofMinutes(4)).failed()).isEmpty();
  }
}

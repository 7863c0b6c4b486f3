package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.CrowdedStock;
import dev.cutoff.stock.application.CrowdedStock.Answer;
import dev.cutoff.stock.application.ReservationQueue.Queued;
import dev.cutoff.stock.application.ReservingTogether;
import dev.cutoff.stock.application.ReservingTogether.Waiting;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.FakeExecutions;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryCrowdedStock;
import dev.cutoff.testkit.InMemoryStock;
import dev.cutoff.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that queue for a shelf are served once, in their order, and told. */
final class HotShelfTest {
  private static final Shelf SHELF = Shelf.of(new Sku("MUG-WHT"), new NodeId("EAST"));

  private final ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
  private final Stock stock = new InMemoryStock();
  private final FakeExecutions executions = new FakeExecutions();
  private final Map<Shelf, Integer> collisions = new TreeMap<>();
  private final List<Map<Shelf, Integer>> pools = new ArrayList<>();
  private final CrowdedStock crowded = new InMemoryCrowdedStock(stock);
  private final ReservingTogether together = over(crowded);

  @BeforeEach
  void open() {
    stock.observe(new Stock.Observation(SHELF, 5, clock.instant(), "opening"), Stock.Tolerance.ANY);
  }

  @Test
  void first_come_first_served_whatever_the_order_of_delivery() {
    List<Waiting> batch =
        new ArrayList<>(List.of(waiting(1, 3, 30), waiting(2, 2, 10), waiting(3, 2, 20)));
    assertThat(together.reserve(batch)).isEmpty();
    assertThat(held(2)).isEqualTo(2);
    assertThat(held(3)).isEqualTo(2);
    assertThat(held(1)).isZero();
  }

  @Test
  void winners_and_losers_are_both_let_go_on() {
    together.reserve(List.of(waiting(1, 5, 0), waiting(2, 1, 1)));
    assertThat(executions.resumed()).containsExactly("token-1", "token-2");
  }

  @Test
  void a_message_that_comes_twice_reserves_once_and_uses_its_token_once() {
    Waiting message = waiting(1, 2, 0);
    together.reserve(List.of(message, message));
    together.reserve(List.of(message));
    assertThat(stock.levels(List.of(SHELF.sku())).getFirst().reserved()).isEqualTo(2);
    assertThat(executions.resumed()).containsExactly("token-1");
  }

  @Test
  void
      after_a_crash_between_the_transaction_and_the_answer_the_message_comes_again_and_is_answered() {
    Waiting message = waiting(1, 2, 0);
    crowded.reserve(
        List.of(message.queued().wanted()),
        Map.of(),
        AMerchant.shop().safetyStock(),
        new dev.cutoff.stock.Cause(clock.instant(), "test", ""));
    assertThat(together.reserve(List.of(message))).isEmpty();
    assertThat(held(1)).isEqualTo(2);
    assertThat(stock.levels(List.of(SHELF.sku())).getFirst().reserved()).isEqualTo(2);
    assertThat(executions.resumed()).containsExactly("token-1");
  }

  @Test
  void what_is_undecided_comes_again_and_nobody_is_told_meanwhile() {
    Waiting message = waiting(1, 2, 0);
    ReservingTogether busy =
        over((claims, spread, safety, cause) ->
            new ArrayList<>(Collections.nCopies(claims.size(), Answer.UNDECIDED)));
    assertThat(busy.reserve(List.of(message))).containsExactly("message-1");
    assertThat(executions.resumed()).isEmpty();
  }

  @Test
  void an_execution_that_could_not_be_told_is_told_the_next_time() {
    Waiting message = waiting(1, 2, 0);
    ReservingTogether mute =
        new ReservingTogether(
            crowded,
            (shelf, times) -> {},
            new Mute(executions),
            new InTurn(),
            new FixedMerchants(AMerchant.shop()),
            clock);
    assertThat(mute.reserve(List.of(message))).containsExactly("message-1");
    assertThat(together.reserve(List.of(message))).isEmpty();
    assertThat(executions.resumed()).containsExactly("token-1");
    assertThat(stock.levels(List.of(SHELF.sku())).getFirst().reserved()).isEqualTo(2);
  }

  @Test
  void a_message_that_nobody_waits_for_any_more_takes_nothing() {
    Waiting message = waiting(1, 2, 0);
    clock.advance(Duration.ofSeconds(100));
    assertThat(together.reserve(List.of(message))).isEmpty();
    assertThat(held(1)).isZero();
  }

  @Test
  void orders_that_would_have_met_are_counted_so_that_a_crowded_shelf_stays_hot() {
    together.reserve(List.of(waiting(1, 1, 0), waiting(2, 1, 4), waiting(3, 1, 40)));
    assertThat(collisions).containsExactly(Map.entry(SHELF, 1));
  }

  @Test
  void a_rate_beyond_one_row_spreads_the_shelf_and_a_calm_one_takes_it_back() {
    List<Waiting> batch = new ArrayList<>();
    for (int order = 0; order < 2_000; order++) {
      batch.add(waiting(order, 1, order / 12));
    }
    together.reserve(batch);
    together.reserve(List.of(waiting(5_000, 1, 500)));
    assertThat(pools).containsExactly(Map.of(SHELF, 2), Map.of(SHELF, 0));
  }

  private ReservingTogether over(CrowdedStock over) {
    return new ReservingTogether(
        (claims, spread, safety, cause) -> {
          pools.add(spread);
          return over.reserve(claims, spread, safety, cause);
        },
        (shelf, times) -> collisions.merge(shelf, times, Integer::sum),
        executions,
        new InTurn(),
        new FixedMerchants(AMerchant.shop()),
        clock);
  }

  private Waiting waiting(int order, long units, long atMillis) {
    OrderId id = new OrderId("DTC-" + order);
    Reservation wanted =
        new Reservation(
            id,
            "1",
            SHELF.sku(),
            SHELF.node(),
            null,
            units,
            units,
            ShipmentId.of(id, 1),
            Reservation.State.RESERVED);
    executions.waits("token-" + order);
    return new Waiting(
        "message-" + order,
        clock.instant().plusMillis(atMillis),
        new Queued(id, "token-" + order, List.of(wanted)));
  }

  private long held(int order) {
    return stock.reservations(new OrderId("DTC-" + order)).stream()
        .mapToLong(Reservation::quantity)
        .sum();
  }

  /** Step Functions that does not answer. */
  private record Mute(FakeExecutions executions)
      implements dev.cutoff.effect.application.Executions {
    @Override
    public boolean resume(String taskToken) {
      throw new TryAgainLater("Step Functions: token");
    }

    @Override
    public boolean cancel(String taskToken, String why) {
      return executions.cancel(taskToken, why);
    }

    @Override
    public Started start(OrderId orderId, int attempt) {
      return executions.start(orderId, attempt);
    }

    @Override
    public Status status(OrderId orderId, int attempt) {
      return executions.status(orderId, attempt);
    }
  }
}

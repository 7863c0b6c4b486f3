package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.effect.application.Effects.Claim;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.order.Order;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders.Saved;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Outcome;
import dev.cutoff.stock.application.Stock.Tolerance;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ForAll;
import dev.cutoff.testkit.Stage;
import dev.cutoff.testkit.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens where DynamoDB is busy, or its answer is lost. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoTroubleTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Cause BECAUSE = new Cause(NOON, "test", "");
  private static final Sku MUG = new Sku("MUG");
  private static final NodeId EAST = new NodeId("EAST");

  private final EmbeddedDynamo embedded;
  private final Tables tables;
  private final Dynamo calm;

  DynamoTroubleTest(EmbeddedDynamo embedded) {
    this.embedded = embedded;
    this.tables = Embedded.tables(embedded);
    this.calm = Embedded.fresh(embedded.client(), tables);
  }

  @Test
  void a_conflict_between_two_transactions_is_never_reported_as_out_of_stock() {
    new DynamoStock(calm).observe(count(5), Tolerance.ANY);
    Troubled busy = troubled(1, 0);
    DynamoStock stock = new DynamoStock(Embedded.fresh(busy, tables));
    assertThatThrownBy(() -> stock.reserve(mugs("1", 2), SafetyStock.NONE, BECAUSE))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageContaining("reserve");
    assertThat(busy.transactions()).isEqualTo(8);
    assertThat(new DynamoStock(calm).reserve(mugs("1", 2), SafetyStock.NONE, BECAUSE))
        .isEqualTo(new Outcome.Reserved());
  }

  @Test
  void out_of_stock_is_not_tried_again() {
    new DynamoStock(calm).observe(count(1), Tolerance.ANY);
    Troubled counted = troubled(0, 0);
    assertThat(
            new DynamoStock(Embedded.fresh(counted, tables))
                .reserve(mugs("1", 2), SafetyStock.NONE, BECAUSE))
        .isInstanceOf(Outcome.Shortage.class);
    assertThat(counted.transactions()).isEqualTo(1);
  }

  @Test
  void a_reservation_whose_answer_was_lost_is_there_the_second_time() {
    new DynamoStock(calm).observe(count(2), Tolerance.ANY);
    DynamoStock deaf = new DynamoStock(Embedded.fresh(troubled(0, 1), tables));
    assertThatThrownBy(() -> deaf.reserve(mugs("1", 2), SafetyStock.NONE, BECAUSE))
        .isInstanceOf(TryAgainLater.class);
    assertThat(new DynamoStock(calm).reserve(mugs("1", 2), SafetyStock.NONE, BECAUSE))
        .isEqualTo(new Outcome.Reserved());
    assertThat(level(new DynamoStock(calm)).reserved()).isEqualTo(2);
  }

  @Test
  void with_answers_lost_at_random_every_unit_is_still_counted_once() {
    Stock calmStock = new DynamoStock(calm);
    ForAll.seeds(
        10,
        random -> {
          Sku sku = new Sku("SKU-" + random.nextInt(1, 1_000_000_000));
          Troubled troubled =
              new Troubled(embedded.client(), new SplittableRandom(random.nextLong()), 0.1, 0.2);
          Stock stock = new DynamoStock(Embedded.fresh(troubled, tables));
          Together.patiently(() ->
              stock.observe(
                  new Stock.Observation(Shelf.of(sku, EAST), 100, NOON, "scanner 3"),
                  Tolerance.ANY));
          List<Reservation> all = new ArrayList<>();
          for (int number = 0; number < 15; number++) {
            all.addAll(of(sku, sku + "-" + number, 1 + random.nextInt(4)));
            Together.patiently(
                () -> stock.reserve(List.of(all.getLast()), SafetyStock.NONE, BECAUSE));
          }
          List<Reservation> released = all.subList(0, 5);
          List<Reservation> consumed = all.subList(5, 11);
          Together.patiently(() -> stock.release(released, BECAUSE));
          Together.patiently(() -> stock.consume(consumed, BECAUSE));
          StockLevel level = calmStock.levels(List.of(sku)).getFirst();
          assertThat(level.onHand()).isEqualTo(100 - sum(consumed));
          assertThat(level.reserved()).isEqualTo(sum(all.subList(11, 15)));
        });
  }

  @Test
  void units_reserved_between_the_look_and_the_write_of_a_count_are_not_wiped_out() {
    Stock others = new DynamoStock(calm);
    others.observe(count(5), Tolerance.ANY);
    Troubled client = troubled(0, 0);
    client.meanwhile(() -> others.reserve(mugs("1", 4), SafetyStock.NONE, BECAUSE));
    Stock.Observation three =
        new Stock.Observation(Shelf.of(MUG, EAST), 3, NOON.plusSeconds(1), "scanner");
    assertThat(new DynamoStock(Embedded.fresh(client, tables)).observe(three, Tolerance.ANY))
        .isInstanceOf(Stock.Observed.BelowReserved.class);
    assertThat(level(others).onHand()).isEqualTo(5);
    assertThat(level(others).reserved()).isEqualTo(4);
  }

  @Test
  void units_consumed_between_the_look_and_the_write_of_a_count_keep_the_sum_of_the_ledger() {
    Stock others = new DynamoStock(calm);
    others.observe(count(5), Tolerance.ANY);
    others.reserve(mugs("1", 2), SafetyStock.NONE, BECAUSE);
    Troubled client = troubled(0, 0);
    client.meanwhile(() -> others.consume(mugs("1", 2), BECAUSE));
    Stock.Observation four =
        new Stock.Observation(Shelf.of(MUG, EAST), 4, NOON.plusSeconds(1), "scanner");
    new DynamoStock(Embedded.fresh(client, tables)).observe(four, Tolerance.ANY);
    long sum = others.ledger(Shelf.of(MUG, EAST), NOON).stream().mapToLong(Movement::onHand).sum();
    assertThat(level(others).onHand()).isEqualTo(4);
    assertThat(sum).isEqualTo(4);
    assertThat(others.reserve(mugs("2", 5), SafetyStock.NONE, BECAUSE))
        .isInstanceOf(Outcome.Shortage.class);
    assertThat(others.reserve(mugs("3", 4), SafetyStock.NONE, BECAUSE))
        .isEqualTo(new Outcome.Reserved());
  }

  @Test
  void two_first_counts_in_one_instant_open_the_shelf_once() {
    Stock others = new DynamoStock(calm);
    Troubled client = troubled(0, 0);
    client.meanwhile(() -> others.observe(count(5), Tolerance.ANY));
    assertThat(new DynamoStock(Embedded.fresh(client, tables)).observe(count(7), Tolerance.ANY))
        .isInstanceOf(Stock.Observed.Stale.class);
    assertThat(level(others).onHand()).isEqualTo(5);
  }

  @Test
  void a_save_whose_answer_was_lost_is_a_conflict_the_second_time_and_written_once() {
    Order order = AnOrder.numbered("1").received();
    List<TimelineEntry> entries = List.of(TimelineEntry.of(NOON, "test", "received"));
    Troubled client = troubled(0, 0);
    client.loseAnswersOf("ORDER");
    DynamoOrders deaf = new DynamoOrders(Embedded.fresh(client, tables));
    assertThatThrownBy(() -> deaf.save(null, order, entries)).isInstanceOf(TryAgainLater.class);
    DynamoOrders orders = new DynamoOrders(calm);
    assertThat(orders.save(null, order, entries)).isEqualTo(Saved.CONFLICT);
    assertThat(orders.find(order.id())).contains(order);
    assertThat(orders.timeline(order.id())).isEqualTo(entries);
  }

  @Test
  void an_effect_whose_claim_was_not_answered_is_in_doubt() {
    DynamoEffects deaf = new DynamoEffects(Embedded.fresh(troubled(0, 1), tables));
    assertThatThrownBy(() -> deaf.claim("key", NOON)).isInstanceOf(TryAgainLater.class);
    assertThat(new DynamoEffects(calm).claim("key", NOON)).isEqualTo(Claim.IN_DOUBT);
  }

  private Troubled troubled(double conflicts, double lostAnswers) {
    return new Troubled(embedded.client(), new SplittableRandom(3), conflicts, lostAnswers);
  }

  private static Stock.Observation count(long units) {
    return new Stock.Observation(Shelf.of(MUG, EAST), units, NOON, "scanner 3");
  }

  private static StockLevel level(Stock stock) {
    return stock.levels(List.of(MUG)).getFirst();
  }

  private static List<Reservation> mugs(String order, long units) {
    return of(MUG, order, units);
  }

  private static List<Reservation> of(Sku sku, String order, long units) {
    return Stage.reservations(AnOrder.numbered(order).line(sku.value(), units).received(), "EAST");
  }

  private static long sum(List<Reservation> reservations) {
    return reservations.stream().mapToLong(Reservation::quantity).sum();
  }
}

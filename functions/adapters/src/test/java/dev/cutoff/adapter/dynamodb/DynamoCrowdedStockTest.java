package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.audit.BookRow;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.application.CrowdedStock;
import dev.cutoff.stock.application.CrowdedStock.Answer;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.CrowdedStockContract;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ManualClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(EmbeddedDynamo.Extension.class)
class DynamoCrowdedStockTest extends CrowdedStockContract {
  private final EmbeddedDynamo embedded;
  private Dynamo dynamo;

  DynamoCrowdedStockTest(EmbeddedDynamo embedded) {
    this.embedded = embedded;
    this.dynamo = made(embedded);
  }

  Dynamo made(EmbeddedDynamo tables) {
    return Embedded.fresh(tables);
  }

  @Override
  protected Stock fresh() {
    dynamo = made(embedded);
    return new DynamoStock(dynamo);
  }

  @Override
  protected CrowdedStock crowded() {
    return new DynamoCrowdedStock(dynamo, new ManualClock(BECAUSE.at()));
  }

  @Test
  void units_that_were_put_aside_are_free_for_everybody() {
    spread(3_000);
    assertThat(attribute("reserved")).isEqualTo(3_000);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(1);
    assertThat(level("MUG", "EAST").available()).isEqualTo(2_999);
    List<Reservation> large = claim("DTC-2", 2_500);
    assertThat(stock().reserve(large, SafetyStock.NONE, BECAUSE))
        .isEqualTo(new Stock.Outcome.Reserved());
    assertThat(level("MUG", "EAST").available()).isEqualTo(499);
    assertThat(attribute("reserved")).isEqualTo(2_501);
  }

  @Test
  void what_was_taken_from_a_pool_goes_back_to_the_shelf_itself() {
    spread(3_000);
    stock().release(claim("DTC-1", 1), BECAUSE);
    assertThat(attribute("available")).isEqualTo(1);
    assertThat(level("MUG", "EAST").available()).isEqualTo(3_000);
  }

  @Test
  void a_count_of_what_orders_hold_is_taken_whatever_was_put_aside() {
    spread(3_000);
    assertThat(
            stock()
                .observe(
                    new Stock.Observation(shelf(), 10, BECAUSE.at().plusSeconds(60), "scanner 3"),
                    Stock.Tolerance.ANY))
        .isInstanceOf(Stock.Observed.Taken.class);
    assertThat(level("MUG", "EAST").available()).isEqualTo(9);
  }

  @Test
  void a_calm_shelf_takes_back_what_it_put_aside() {
    spread(3_000);
    crowded().reserve(List.of(claim("DTC-2", 1)), Map.of(shelf(), 0), SafetyStock.NONE, BECAUSE);
    assertThat(attribute("reserved")).isEqualTo(2);
    assertThat(attribute("available")).isEqualTo(2_998);
  }

  @Test
  void an_audit_finds_what_was_put_aside_beside_what_is_reserved() {
    spread(3_000);
    AtomicLong accounted = new AtomicLong();
    new DynamoStockBooks(dynamo)
        .read(
            row -> {
              if (row instanceof BookRow.Pooled pool && pool.shelf().equals(shelf())) {
                accounted.addAndGet(pool.free());
              } else if (row instanceof BookRow.Held held) {
                accounted.addAndGet(held.reservation().quantity());
              }
            },
            rows -> {});
    assertThat(accounted.get()).isEqualTo(attribute("reserved"));
  }

  @Test
  void too_little_for_several_rows_stays_in_one() {
    spread(900);
    assertThat(attribute("reserved")).isEqualTo(1);
  }

  @Test
  void a_turn_that_was_never_given_back_holds_nobody_up_for_long() {
    count("MUG", "EAST", 5);
    ManualClock clock = new ManualClock(BECAUSE.at());
    new Turns(dynamo, clock, "died").take(Key.shelf(shelf()));
    clock.advance(java.time.Duration.ofSeconds(11));
    assertThat(new Turns(dynamo, clock, "next").take(Key.shelf(shelf()))).isTrue();
    assertThat(new Turns(dynamo, clock, "third").take(Key.shelf(shelf()))).isFalse();
  }

  /** One order of one unit, over three rows. */
  private void spread(long units) {
    count("MUG", "EAST", units);
    assertThat(
            crowded()
                .reserve(List.of(claim("DTC-1", 1)), Map.of(shelf(), 3), SafetyStock.NONE, BECAUSE))
        .containsExactly(Answer.RESERVED);
    assertThat(stock().reservations(new OrderId("DTC-1"))).hasSize(1);
  }

  private long attribute(String name) {
    AttributeValue value =
        dynamo.get(dynamo.tables().stock(), Key.shelf(shelf())).orElseThrow().get(name);
    return Long.parseLong(Objects.requireNonNull(value).n());
  }
}

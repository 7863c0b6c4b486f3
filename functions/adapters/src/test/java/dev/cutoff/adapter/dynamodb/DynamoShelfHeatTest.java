package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.StockRules.HotSku;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.ShelfHeat;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.CrowdedStockContract;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoShelfHeatTest {
  private static final Shelf SHELF = Shelf.of(new Sku("MUG"), new NodeId("EAST"));

  private final ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
  private final EmbeddedDynamo embedded;
  private final DynamoStock stock;
  private final DynamoShelfHeat heat;

  DynamoShelfHeatTest(EmbeddedDynamo embedded) {
    this.embedded = embedded;
    Dynamo dynamo = Embedded.fresh(embedded);
    stock = new DynamoStock(dynamo);
    heat = new DynamoShelfHeat(dynamo, () -> new HotSku(60, 10), clock);
  }

  @BeforeEach
  void open() {
    stock.observe(new Stock.Observation(SHELF, 5, clock.instant(), "opening"), Stock.Tolerance.ANY);
  }

  @Test
  void sixty_collisions_in_a_minute_make_a_shelf_hot_for_ten_minutes() {
    heat.collided(SHELF, 59);
    assertThat(level().isHot(clock.instant())).isFalse();
    heat.collided(SHELF, 1);
    assertThat(level().isHot(clock.instant())).isTrue();
    clock.advance(Duration.ofMinutes(9));
    assertThat(level().isHot(clock.instant())).isTrue();
    clock.advance(Duration.ofMinutes(2));
    assertThat(level().isHot(clock.instant())).isFalse();
  }

  @Test
  void a_new_minute_begins_to_count_anew() {
    heat.collided(SHELF, 59);
    clock.advance(Duration.ofMinutes(1));
    heat.collided(SHELF, 59);
    assertThat(level().isHot(clock.instant())).isFalse();
  }

  @Test
  void a_shelf_stays_hot_while_it_is_crowded() {
    for (int minute = 0; minute < 30; minute++) {
      heat.collided(SHELF, 100);
      clock.advance(Duration.ofMinutes(1));
      assertThat(level().isHot(clock.instant())).isTrue();
    }
  }

  @Test
  void reservations_that_lose_against_others_say_so_themselves() {
    Dynamo troubled = Conflicts.fresh(embedded);
    ShelfHeat counting = new DynamoShelfHeat(troubled, () -> new HotSku(5, 10), clock);
    DynamoStock busy = new DynamoStock(troubled, counting);
    busy.observe(
        new Stock.Observation(SHELF, 500, clock.instant(), "opening"), Stock.Tolerance.ANY);
    for (int order = 0; order < 100; order++) {
      busy.reserve(
          CrowdedStockContract.claim("DTC-" + order, 1),
          SafetyStock.NONE,
          Cause.ours(clock.instant(), ""));
    }
    assertThat(busy.levels(List.of(SHELF.sku())).getFirst().isHot(clock.instant())).isTrue();
  }

  @Test
  void a_shelf_that_is_not_there_gets_no_row() {
    heat.collided(Shelf.of(new Sku("TEE"), new NodeId("EAST")), 100);
    assertThat(stock.levels(List.of(new Sku("TEE")))).isEmpty();
  }

  private StockLevel level() {
    return stock.levels(List.of(SHELF.sku())).getFirst();
  }
}

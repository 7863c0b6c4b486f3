package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.CrowdedStock.Answer;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.CrowdedStockContract;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transactions that happen and are never answered, until the messages come again. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class CrowdedStockWithoutAnswersTest {
  private static final Shelf SHELF = Shelf.of(new Sku("MUG"), new NodeId("EAST"));
  private static final int UNITS = 1_500;
  private static final int ORDERS = 600;

  private final ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
  private final Cause cause = Cause.ours(clock.instant(), "");
  private final EmbeddedDynamo embedded;

  CrowdedStockWithoutAnswersTest(EmbeddedDynamo embedded) {
    this.embedded = embedded;
  }

  @Test
  void every_order_is_served_once_however_often_its_message_comes() {
    Tables tables = Embedded.tables(embedded);
    Stock stock = new DynamoStock(Embedded.fresh(embedded.client(), tables));
    Troubled troubled = new Troubled(embedded.client(), new SplittableRandom(3), 0.1, 0.2);
    DynamoCrowdedStock crowded = new DynamoCrowdedStock(Embedded.fresh(troubled, tables), clock);
    stock.observe(
        new Stock.Observation(SHELF, UNITS, clock.instant(), "opening"), Stock.Tolerance.ANY);
    List<List<Reservation>> left = new ArrayList<>();
    for (int order = 0; order < ORDERS; order++) {
      left.add(CrowdedStockContract.claim("DTC-" + order, 1));
    }
    int rounds = 0;
    while (!left.isEmpty()) {
      List<Answer> answers = crowded.reserve(left, Map.of(), SafetyStock.NONE, cause);
      List<List<Reservation>> again = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        assertThat(answers.get(i)).isIn(Answer.RESERVED, Answer.UNDECIDED);
        if (answers.get(i) == Answer.UNDECIDED) {
          again.add(left.get(i));
        }
      }
      left = again;
      rounds++;
      clock.advance(Duration.ofSeconds(45));
    }
    assertThat(rounds).isGreaterThan(1);
    assertThat(stock.levels(List.of(SHELF.sku())).getFirst().reserved()).isEqualTo(ORDERS);
    for (int order = 0; order < ORDERS; order++) {
      assertThat(stock.reservations(new OrderId("DTC-" + order))).hasSize(1);
    }
  }
}

package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.CrowdedStock;
import dev.cutoff.stock.application.CrowdedStock.Answer;
import dev.cutoff.stock.application.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link CrowdedStock} does. */
public abstract class CrowdedStockContract {
  protected static final Cause BECAUSE =
      new Cause(Instant.parse("2026-11-27T05:00:00Z"), "test", "");

  private Stock stock;
  private CrowdedStock crowded;

  /** A stock with nothing in it. */
  protected abstract Stock fresh();

  /** Over the stock that was just made. */
  protected abstract CrowdedStock crowded();

  @BeforeEach
  void open() {
    stock = fresh();
    crowded = crowded();
  }

  protected final Stock stock() {
    return stock;
  }

  @Test
  void who_came_first_is_served_and_who_does_not_fit_is_passed_over() {
    count("MUG", "EAST", 5);
    assertThat(
            reserve(
                List.of(
                    claim("DTC-1", 2),
                    claim("DTC-2", 2),
                    claim("DTC-3", 2),
                    claim("DTC-4", 1),
                    claim("DTC-5", 1))))
        .containsExactly(
            Answer.RESERVED, Answer.RESERVED, Answer.SHORT, Answer.RESERVED, Answer.SHORT);
    assertThat(level("MUG", "EAST").available()).isZero();
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(5);
    assertThat(stock.reservations(new OrderId("DTC-3"))).isEmpty();
    assertThat(stock.reservations(new OrderId("DTC-4"))).hasSize(1);
  }

  @Test
  void a_flash_sale_of_300_units_sells_300_not_301() {
    count("MUG", "EAST", 300);
    List<List<Reservation>> claims = new ArrayList<>();
    for (int order = 0; order < 450; order++) {
      claims.add(claim("DTC-" + order, 1));
    }
    List<Answer> answers = crowded.reserve(claims, Map.of(), SafetyStock.NONE, BECAUSE);
    assertThat(answers.subList(0, 300)).containsOnly(Answer.RESERVED);
    assertThat(answers.subList(300, 450)).containsOnly(Answer.SHORT);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(300);
  }

  @Test
  void a_batch_that_comes_again_has_one_effect() {
    count("MUG", "EAST", 8);
    reserve(List.of(claim("DTC-1", 2), claim("DTC-2", 1)));
    assertThat(reserve(List.of(claim("DTC-1", 2), claim("DTC-2", 1))))
        .containsExactly(Answer.RESERVED, Answer.RESERVED);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(3);
  }

  @Test
  void a_batch_that_was_served_in_part_before_a_crash_is_served_to_its_end() {
    count("MUG", "EAST", 7);
    reserve(List.of(claim("DTC-2", 2)));
    assertThat(reserve(List.of(claim("DTC-1", 2), claim("DTC-2", 2), claim("DTC-3", 1))))
        .containsExactly(Answer.RESERVED, Answer.RESERVED, Answer.RESERVED);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(5);
  }

  @Test
  void the_last_unit_is_not_taken_twice_by_a_message_that_comes_twice() {
    count("MUG", "EAST", 2);
    reserve(List.of(claim("DTC-1", 2)));
    assertThat(reserve(List.of(claim("DTC-1", 2), claim("DTC-2", 1))).getLast())
        .isEqualTo(Answer.SHORT);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(2);
    assertThat(stock.reservations(new OrderId("DTC-1"))).hasSize(1);
  }

  @Test
  void what_was_given_back_is_not_taken_again_by_a_late_message() {
    count("MUG", "EAST", 5);
    reserve(List.of(claim("DTC-1", 2)));
    stock.release(claim("DTC-1", 2), BECAUSE);
    assertThat(reserve(List.of(claim("DTC-1", 2), claim("DTC-2", 1))))
        .containsExactly(Answer.USED, Answer.RESERVED);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(1);
  }

  @Test
  void what_was_reserved_at_another_node_meanwhile_is_not_taken_twice() {
    count("MUG", "EAST", 5);
    count("MUG", "WEST", 5);
    stock.reserve(List.of(one("DTC-1", "MUG", "WEST", 2)), SafetyStock.NONE, BECAUSE);
    assertThat(reserve(List.of(claim("DTC-1", 2)))).containsExactly(Answer.USED);
    assertThat(level("MUG", "EAST").reserved()).isZero();
  }

  @Test
  void an_order_of_several_shelves_gets_all_or_nothing() {
    count("MUG", "EAST", 5);
    count("TEE", "EAST", 1);
    List<Reservation> both =
        List.of(one("DTC-1", "MUG", "EAST", 1), one("DTC-1", "TEE", "EAST", 2));
    List<Reservation> fitting =
        List.of(one("DTC-2", "MUG", "EAST", 1), one("DTC-2", "TEE", "EAST", 1));
    assertThat(reserve(List.of(both, fitting, claim("DTC-3", 4))))
        .containsExactly(Answer.SHORT, Answer.RESERVED, Answer.RESERVED);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(5);
    assertThat(level("TEE", "EAST").reserved()).isEqualTo(1);
  }

  @Test
  void safety_stock_is_left_where_it_is() {
    count("MUG", "EAST", 5);
    assertThat(
            crowded.reserve(
                List.of(claim("DTC-1", 2), claim("DTC-2", 2)), Map.of(), (sku, node) -> 2, BECAUSE))
        .containsExactly(Answer.RESERVED, Answer.SHORT);
  }

  @Test
  void a_shelf_that_nobody_knows_has_nothing() {
    assertThat(reserve(List.of(claim("DTC-1", 1)))).containsExactly(Answer.SHORT);
  }

  @Test
  void what_it_took_ends_as_any_reservation_does() {
    count("MUG", "EAST", 5);
    reserve(List.of(claim("DTC-1", 2), claim("DTC-2", 2)));
    stock.release(claim("DTC-1", 2), BECAUSE);
    stock.consume(claim("DTC-2", 2), BECAUSE);
    assertThat(level("MUG", "EAST").onHand()).isEqualTo(3);
    assertThat(level("MUG", "EAST").available()).isEqualTo(3);
  }

  @Test
  void a_shelf_that_is_spread_over_rows_sells_out_completely() {
    count("MUG", "EAST", 2_000);
    List<List<Reservation>> claims = new ArrayList<>();
    for (int order = 0; order < 2_050; order++) {
      claims.add(claim("DTC-" + order, 1));
    }
    List<Answer> answers = new ArrayList<>();
    for (List<List<Reservation>> some :
        List.of(claims.subList(0, 100), claims.subList(100, 1_900), claims.subList(1_900, 2_050))) {
      answers.addAll(crowded.reserve(some, Map.of(shelf(), 3), SafetyStock.NONE, BECAUSE));
      assertThat(level("MUG", "EAST").reserved())
          .isEqualTo(Collections.frequency(answers, Answer.RESERVED));
    }
    assertThat(answers.subList(0, 2_000)).containsOnly(Answer.RESERVED);
    assertThat(answers.subList(2_000, 2_050)).containsOnly(Answer.SHORT);
    assertThat(level("MUG", "EAST").available()).isZero();
  }

  protected static Shelf shelf() {
    return Shelf.of(new Sku("MUG"), new NodeId("EAST"));
  }

  public static List<Reservation> claim(String order, long units) {
    return List.of(one(order, "MUG", "EAST", units));
  }

  private static Reservation one(String order, String sku, String node, long units) {
    OrderId id = new OrderId(order);
    return new Reservation(
        id,
        "1",
        new Sku(sku),
        new NodeId(node),
        null,
        units,
        units,
        ShipmentId.of(id, 1),
        Reservation.State.RESERVED);
  }

  private List<Answer> reserve(List<List<Reservation>> claims) {
    return crowded.reserve(claims, Map.of(), SafetyStock.NONE, BECAUSE);
  }

  protected final void count(String sku, String node, long units) {
    stock.observe(
        new Stock.Observation(
            Shelf.of(new Sku(sku), new NodeId(node)), units, BECAUSE.at(), "opening"),
        Stock.Tolerance.ANY);
  }

  protected final StockLevel level(String sku, String node) {
    return stock.levels(List.of(new Sku(sku))).stream()
        .filter(level -> level.node().value().equals(node))
        .findFirst()
        .orElseThrow();
  }
}

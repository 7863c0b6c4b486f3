package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Ended;
import dev.cutoff.stock.application.Stock.Observed;
import dev.cutoff.stock.application.Stock.Outcome;
import dev.cutoff.stock.application.Stock.Tolerance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Stock} does. */
public abstract class StockContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Cause BECAUSE = new Cause(NOON, "test", "");

  private Stock stock;

  /** One with nothing in it. */
  protected abstract Stock fresh();

  @BeforeEach
  void open() {
    stock = fresh();
  }

  @Test
  void the_first_count_is_the_opening_stock() {
    assertThat(count("MUG", "EAST", 12, NOON)).isInstanceOf(Observed.Taken.class);
    assertThat(level("MUG", "EAST"))
        .isEqualTo(StockLevel.of(new Sku("MUG"), new NodeId("EAST"), 12));
    assertThat(stock.levels(List.of(new Sku("TEE")))).isEmpty();
  }

  @Test
  void levels_come_by_sku_and_node() {
    count("TEE", "WEST", 1, NOON);
    count("MUG", "WEST", 2, NOON);
    count("MUG", "EAST", 3, NOON);
    assertThat(stock.levels(List.of(new Sku("TEE"), new Sku("MUG"), new Sku("TEE"))))
        .extracting(level -> level.sku() + " " + level.node() + " " + level.onHand())
        .containsExactly("MUG EAST 3", "MUG WEST 2", "TEE WEST 1");
  }

  @Test
  void reserving_takes_from_what_is_available() {
    count("MUG", "EAST", 12, NOON);
    Reservation five = reservation("DTC-1", "1", "MUG", "EAST", 5);
    assertThat(reserve(List.of(five))).isEqualTo(new Outcome.Reserved());
    assertThat(level("MUG", "EAST").onHand()).isEqualTo(12);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(5);
    assertThat(stock.reservations(new OrderId("DTC-1"))).containsExactly(five);
    assertThat(stock.reservations(new OrderId("DTC-2"))).isEmpty();
  }

  @Test
  void a_shortage_takes_nothing_at_all_and_says_what_was_there() {
    count("MUG", "EAST", 12, NOON);
    count("TEE", "EAST", 1, NOON);
    Outcome outcome =
        reserve(
            List.of(
                reservation("DTC-1", "1", "MUG", "EAST", 5),
                reservation("DTC-1", "2", "TEE", "EAST", 2)));
    assertThat(outcome).isEqualTo(new Outcome.Shortage(List.of(level("TEE", "EAST"))));
    assertThat(level("MUG", "EAST").reserved()).isZero();
    assertThat(level("TEE", "EAST").onHand()).isEqualTo(1);
    assertThat(stock.reservations(new OrderId("DTC-1"))).isEmpty();
  }

  @Test
  void what_was_never_counted_is_none() {
    assertThat(reserve(List.of(reservation("DTC-1", "1", "MUG", "EAST", 1))))
        .isEqualTo(
            new Outcome.Shortage(
                List.of(StockLevel.none(Shelf.of(new Sku("MUG"), new NodeId("EAST"))))));
    assertThat(stock.levels(List.of(new Sku("MUG")))).isEmpty();
  }

  @Test
  void two_lines_that_share_a_component_are_not_checked_one_by_one() {
    count("SOCKS", "EAST", 5, NOON);
    List<Reservation> kits =
        List.of(
            reservation("DTC-1", "1", "SOCKS", "EAST", 3),
            reservation("DTC-1", "2", "SOCKS", "EAST", 3));
    assertThat(reserve(kits)).isInstanceOf(Outcome.Shortage.class);
    assertThat(level("SOCKS", "EAST").reserved()).isZero();
    count("SOCKS", "EAST", 6, NOON.plusSeconds(1));
    assertThat(reserve(kits)).isEqualTo(new Outcome.Reserved());
    assertThat(level("SOCKS", "EAST").reserved()).isEqualTo(6);
  }

  @Test
  void reserving_looks_at_the_nodes_it_names_and_at_no_others() {
    count("MUG", "EAST", 1, NOON);
    count("MUG", "WEST", 9, NOON);
    assertThat(reserve(List.of(reservation("DTC-1", "1", "MUG", "EAST", 2))))
        .isEqualTo(new Outcome.Shortage(List.of(level("MUG", "EAST"))));
  }

  @Test
  void reserving_again_is_success_and_takes_nothing_more() {
    count("MUG", "EAST", 3, NOON);
    List<Reservation> both =
        List.of(
            reservation("DTC-1", "1", "MUG", "EAST", 2),
            reservation("DTC-1", "2", "MUG", "EAST", 1));
    reserve(both);
    assertThat(reserve(both)).isEqualTo(new Outcome.Reserved());
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(3);
  }

  @Test
  void of_several_only_those_that_are_not_there_yet_are_taken() {
    count("MUG", "EAST", 3, NOON);
    Reservation first = reservation("DTC-1", "1", "MUG", "EAST", 2);
    Reservation second = reservation("DTC-1", "2", "MUG", "EAST", 1);
    Reservation third = reservation("DTC-1", "3", "MUG", "EAST", 1);
    reserve(List.of(first));
    assertThat(reserve(List.of(first, second))).isEqualTo(new Outcome.Reserved());
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(3);
    assertThat(reserve(List.of(first, second, third)))
        .isEqualTo(new Outcome.Shortage(List.of(level("MUG", "EAST"))));
  }

  @Test
  void a_key_that_was_given_back_or_stands_for_something_else_is_never_used_again() {
    count("MUG", "EAST", 9, NOON);
    Reservation two = reservation("DTC-1", "1", "MUG", "EAST", 2);
    reserve(List.of(two));
    assertThatThrownBy(() -> reserve(List.of(reservation("DTC-1", "1", "MUG", "EAST", 3))))
        .isInstanceOf(IllegalStateException.class);
    release(List.of(two));
    assertThatThrownBy(() -> reserve(List.of(two))).isInstanceOf(IllegalStateException.class);
    assertThat(level("MUG", "EAST").reserved()).isZero();
  }

  @Test
  void releasing_twice_counts_once() {
    count("MUG", "EAST", 12, NOON);
    Reservation five = reservation("DTC-1", "1", "MUG", "EAST", 5);
    reserve(List.of(five, reservation("DTC-2", "1", "MUG", "EAST", 4)));
    release(List.of(five));
    release(List.of(five));
    consume(List.of(five));
    assertThat(level("MUG", "EAST").onHand()).isEqualTo(12);
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(4);
    assertThat(stock.reservations(new OrderId("DTC-1")).getFirst().state())
        .isEqualTo(Reservation.State.RELEASED);
  }

  @Test
  void consuming_twice_counts_once() {
    count("MUG", "EAST", 12, NOON);
    Reservation five = reservation("DTC-1", "1", "MUG", "EAST", 5);
    reserve(List.of(five));
    consume(List.of(five));
    consume(List.of(five));
    release(List.of(five));
    assertThat(level("MUG", "EAST").onHand()).isEqualTo(7);
    assertThat(level("MUG", "EAST").reserved()).isZero();
    assertThat(stock.reservations(new OrderId("DTC-1")).getFirst().state())
        .isEqualTo(Reservation.State.CONSUMED);
  }

  @Test
  void giving_back_what_never_was_reserved_is_told_and_changes_nothing() {
    count("MUG", "EAST", 12, NOON);
    Reservation real = reservation("DTC-1", "1", "MUG", "EAST", 5);
    reserve(List.of(real));
    Reservation never = reservation("DTC-1", "9", "MUG", "EAST", 2);
    assertThat(release(List.of(never, real)))
        .isEqualTo(new Ended(List.of(real), List.of(), List.of(never)));
    assertThat(release(List.of(never, real)).before()).containsExactly(real);
    assertThat(level("MUG", "EAST").reserved()).isZero();
    assertThat(stock.reservations(new OrderId("DTC-1"))).hasSize(1);
  }

  @Test
  void a_count_never_wipes_out_open_reservations() {
    count("MUG", "EAST", 12, NOON);
    reserve(List.of(reservation("DTC-1", "1", "MUG", "EAST", 5)));
    assertThat(count("MUG", "EAST", 7, NOON.plusSeconds(60)))
        .isEqualTo(new Observed.Taken(level("MUG", "EAST")));
    assertThat(level("MUG", "EAST").reserved()).isEqualTo(5);
    assertThat(level("MUG", "EAST").available()).isEqualTo(2);
  }

  @Test
  void an_older_count_changes_nothing() {
    count("MUG", "EAST", 12, NOON);
    assertThat(count("MUG", "EAST", 3, NOON.minusSeconds(1)))
        .isEqualTo(new Observed.Stale(level("MUG", "EAST")));
    assertThat(count("MUG", "EAST", 3, NOON)).isInstanceOf(Observed.Stale.class);
    assertThat(level("MUG", "EAST").onHand()).isEqualTo(12);
  }

  @Test
  void a_count_below_what_is_reserved_is_refused_and_may_come_again() {
    count("MUG", "EAST", 12, NOON);
    Reservation five = reservation("DTC-1", "1", "MUG", "EAST", 5);
    reserve(List.of(five));
    assertThat(count("MUG", "EAST", 4, NOON.plusSeconds(60)))
        .isEqualTo(new Observed.BelowReserved(level("MUG", "EAST"), 4));
    assertThat(level("MUG", "EAST").onHand()).isEqualTo(12);
    release(List.of(five));
    assertThat(count("MUG", "EAST", 4, NOON.plusSeconds(60))).isInstanceOf(Observed.Taken.class);
    assertThat(level("MUG", "EAST").available()).isEqualTo(4);
  }

  @Test
  void ninety_nine_lines_from_as_many_shelves_are_reserved_at_once_and_more_are_refused_clearly() {
    List<Reservation> lines = new ArrayList<>();
    for (int line = 0; line < 100; line++) {
      count("SKU-" + line, "EAST", 1, NOON);
      lines.add(reservation("DTC-1", "" + line, "SKU-" + line, "EAST", 1));
    }
    assertThatThrownBy(() -> reserve(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("split");
    assertThat(reserve(lines.subList(0, 99))).isEqualTo(new Outcome.Reserved());
    release(lines);
    release(lines);
    assertThat(level("SKU-98", "EAST").reserved()).isZero();
  }

  @Test
  void nothing_to_do_is_done() {
    assertThat(reserve(List.of())).isEqualTo(new Outcome.Reserved());
    release(List.of());
    consume(List.of());
    assertThat(stock.levels(List.of())).isEmpty();
  }

  @Test
  void a_reservation_of_no_units_is_a_bug() {
    count("MUG", "EAST", 12, NOON);
    Reservation one = reservation("DTC-1", "1", "MUG", "EAST", 1);
    assertThatThrownBy(() -> reserve(List.of(reservation("DTC-1", "1", "MUG", "EAST", 0))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> reserve(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Observed count(String sku, String node, long count, Instant at) {
    return stock.observe(
        new Stock.Observation(Shelf.of(new Sku(sku), new NodeId(node)), count, at, "scanner 3"),
        Tolerance.ANY);
  }

  private StockLevel level(String sku, String node) {
    return stock.levels(List.of(new Sku(sku))).stream()
        .filter(level -> level.node().value().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private Outcome reserve(List<Reservation> wanted) {
    return stock.reserve(wanted, SafetyStock.NONE, BECAUSE);
  }

  private Ended release(List<Reservation> some) {
    return stock.release(some, BECAUSE);
  }

  private Ended consume(List<Reservation> some) {
    return stock.consume(some, BECAUSE);
  }

  private static Reservation reservation(
      String order, String line, String sku, String node, long quantity) {
    OrderId orderId = new OrderId(order);
    return new Reservation(
        orderId,
        line,
        new Sku(sku),
        new NodeId(node),
        null,
        quantity,
        quantity,
        ShipmentId.of(orderId, 1),
        Reservation.State.RESERVED);
  }
}

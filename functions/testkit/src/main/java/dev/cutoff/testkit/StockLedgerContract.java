package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Movement.Kind;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Reservation.State;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Booked;
import dev.cutoff.stock.application.Stock.Moved;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Observed;
import dev.cutoff.stock.application.Stock.Outcome;
import dev.cutoff.stock.application.Stock.Tolerance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Stock} does with picks, moves, lots, movements and late counts. */
public abstract class StockLedgerContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Shelf EAST = Shelf.of(new Sku("MUG"), new NodeId("EAST"));
  private static final Shelf WEST = Shelf.of(new Sku("MUG"), new NodeId("WEST"));
  private static final Lot EARLY = new Lot("A1", LocalDate.parse("2027-01-31"));

  private Stock stock;

  /** One with nothing in it. */
  protected abstract Stock fresh();

  @BeforeEach
  void open() {
    stock = fresh();
    count(EAST, 12, 0);
    count(WEST, 3, 0);
  }

  @Test
  void picked_units_leave_the_shelf_and_not_the_building() {
    Reservation five = reserved("DTC-1", 1, EAST, 5);
    stock.pick(List.of(five), at(1));
    assertThat(stock.pick(List.of(five), at(1)).before()).containsExactly(five);
    assertThat(level(EAST)).isEqualTo(level(12, 0, 5, 0));
    assertThat(stock.reservations(five.orderId())).containsExactly(five.in(State.PICKED));
    stock.consume(List.of(five), at(2));
    stock.consume(List.of(five), at(2));
    assertThat(level(EAST)).isEqualTo(level(7, 0, 0, 0));
  }

  @Test
  void picked_units_that_are_given_back_are_free_again() {
    Reservation five = reserved("DTC-1", 1, EAST, 5);
    Reservation two = reserved("DTC-1", 2, EAST, 2);
    stock.pick(List.of(five), at(1));
    stock.release(List.of(five, two), at(2));
    assertThat(level(EAST)).isEqualTo(level(12, 0, 0, 0));
    stock.pick(List.of(five), at(3));
    assertThat(level(EAST)).isEqualTo(level(12, 0, 0, 0));
  }

  @Test
  void a_reservation_moves_to_another_node_once() {
    Reservation two = reserved("DTC-1", 1, EAST, 2);
    List<Reservation> there = List.of(reservation("DTC-1", 2, WEST, 2));
    assertThat(stock.move(List.of(two), there, at(1))).isEqualTo(new Moved.Done());
    assertThat(stock.move(List.of(two), there, at(1))).isEqualTo(new Moved.Done());
    assertThat(level(EAST)).isEqualTo(level(12, 0, 0, 0));
    assertThat(level(WEST).reserved()).isEqualTo(2);
    assertThat(stock.reservations(two.orderId()))
        .containsExactly(two.in(State.MOVED), there.getFirst());
  }

  @Test
  void a_move_to_where_there_is_not_enough_leaves_everything_as_it_was() {
    Reservation five = reserved("DTC-1", 1, EAST, 5);
    assertThat(stock.move(List.of(five), List.of(reservation("DTC-1", 2, WEST, 5)), at(1)))
        .isEqualTo(new Moved.Shortage(List.of(level(WEST))));
    assertThat(level(EAST).reserved()).isEqualTo(5);
    assertThat(stock.reservations(five.orderId())).containsExactly(five);
  }

  @Test
  void a_split_of_the_last_units_needs_no_others() {
    Reservation all = reserved("DTC-1", 1, WEST, 3);
    List<Reservation> two =
        List.of(reservation("DTC-1", 2, WEST, 1), reservation("DTC-1", 3, WEST, 2));
    assertThat(stock.move(List.of(all), two, at(1))).isEqualTo(new Moved.Done());
    assertThat(level(WEST).available()).isZero();
    assertThat(stock.move(two, List.of(reservation("DTC-1", 4, WEST, 3)), at(2)))
        .isEqualTo(new Moved.Done());
    stock.release(two, at(3));
    assertThat(level(WEST).reserved()).isEqualTo(3);
  }

  @Test
  void picked_units_are_moved_as_reserved_ones() {
    Reservation two = reserved("DTC-1", 1, WEST, 2);
    stock.pick(List.of(two), at(1));
    stock.move(List.of(two), List.of(reservation("DTC-1", 2, WEST, 2)), at(2));
    assertThat(level(WEST).reserved()).isEqualTo(2);
    assertThat(level(WEST).picked()).isZero();
  }

  @Test
  void what_holds_nothing_is_not_moved() {
    Reservation two = reserved("DTC-1", 1, EAST, 2);
    stock.release(List.of(two), at(1));
    Reservation never = reservation("DTC-2", 1, EAST, 1);
    assertThat(stock.move(List.of(two), List.of(reservation("DTC-1", 2, WEST, 2)), at(2)))
        .isEqualTo(new Moved.NotHeld(List.of(two.in(State.RELEASED))));
    assertThat(stock.move(List.of(never), List.of(reservation("DTC-2", 2, WEST, 1)), at(2)))
        .isInstanceOf(Moved.NotHeld.class);
    assertThat(level(WEST).reserved()).isZero();
    assertThatThrownBy(
            () -> stock.move(List.of(two), List.of(reservation("DTC-1", 2, WEST, 3)), at(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void safety_stock_is_left_on_the_shelf() {
    SafetyStock two = (sku, node) -> 2;
    assertThat(stock.reserve(List.of(reservation("DTC-1", 1, WEST, 2)), two, at(1)))
        .isEqualTo(new Outcome.Shortage(List.of(level(WEST))));
    assertThat(stock.reserve(List.of(reservation("DTC-2", 1, WEST, 1)), two, at(1)))
        .isEqualTo(new Outcome.Reserved());
  }

  @Test
  void a_lot_is_a_shelf_of_its_own() {
    Shelf lot = new Shelf(new Sku("TEA"), new NodeId("EAST"), EARLY);
    stock.book(received("po-1", lot, 4, 0));
    Reservation three = reserved("DTC-1", 1, lot, 3);
    assertThat(stock.levels(List.of(new Sku("TEA"))))
        .containsExactly(StockLevel.none(lot).plus(4, 3, 0, 0));
    assertThat(stock.reserve(List.of(reservation("DTC-2", 1, lot, 2)), SafetyStock.NONE, at(1)))
        .isInstanceOf(Outcome.Shortage.class);
    stock.consume(List.of(three), at(2));
    assertThat(stock.ledger(lot, NOON)).extracting(Movement::onHand).containsExactly(4L, -3L);
  }

  @Test
  void what_arrives_counts_once_and_what_is_damaged_is_not_for_sale() {
    Movement ten = received("po-1 #1", EAST, 10, 4);
    assertThat(stock.book(ten)).isEqualTo(new Booked.Done(level(22, 0, 0, 4)));
    assertThat(stock.book(ten)).isEqualTo(new Booked.Already());
    assertThat(level(EAST).available()).isEqualTo(18);
    assertThat(stock.ledger(EAST, NOON.plusSeconds(1))).containsExactly(ten);
  }

  @Test
  void a_shelf_may_begin_with_what_arrives_and_is_counted_later() {
    Shelf lot = new Shelf(new Sku("TEA"), new NodeId("WEST"), EARLY);
    stock.book(received("po-2", lot, 10, 0));
    assertThat(count(lot, 9, 60)).isEqualTo(new Observed.Taken(level(lot)));
    assertThat(level(lot).onHand()).isEqualTo(9);
    assertThat(sumOfLedger(lot)).isEqualTo(9);
  }

  @Test
  void nothing_is_written_off_that_is_reserved_or_was_never_there() {
    reserved("DTC-1", 1, WEST, 2);
    Movement lost = new Movement("w1", WEST, Kind.WRITTEN_OFF, -2, 0, at(1), null);
    assertThat(stock.book(lost)).isEqualTo(new Booked.Refused(level(WEST)));
    Movement cleared = new Movement("w2", WEST, Kind.CLEARED, 0, -1, at(1), null);
    assertThat(stock.book(cleared)).isEqualTo(new Booked.Refused(level(WEST)));
    Shelf nowhere = Shelf.of(new Sku("TEA"), new NodeId("WEST"));
    assertThat(stock.book(new Movement("w3", nowhere, Kind.DAMAGED, 0, 1, at(1), null)))
        .isEqualTo(new Booked.Refused(StockLevel.none(nowhere)));
    assertThat(stock.ledger(WEST, NOON.plusSeconds(1))).isEmpty();
    assertThat(stock.book(new Movement("w1", WEST, Kind.WRITTEN_OFF, -1, 0, at(2), null)))
        .isInstanceOf(Booked.Done.class);
  }

  @Test
  void a_late_count_is_set_against_what_moved_after_it() {
    stock.consume(List.of(reserved("DTC-1", 1, EAST, 5)), at(120));
    stock.book(received("po-1", EAST, 20, 0, 180));
    // Counted before both: 11 lay there, one less than was known.
    assertThat(count(EAST, 11, 60)).isEqualTo(new Observed.Taken(level(EAST)));
    assertThat(level(EAST).onHand()).isEqualTo(11 - 5 + 20);
    assertThat(sumOfLedger(EAST)).isEqualTo(26);
    assertThat(count(EAST, 11, 60)).isEqualTo(new Observed.Stale(level(EAST)));
    assertThat(count(EAST, 9, 30)).isEqualTo(new Observed.Stale(level(EAST)));
    assertThat(count(EAST, 25, 240)).isInstanceOf(Observed.Taken.class);
    assertThat(level(EAST).onHand()).isEqualTo(25);
  }

  @Test
  void a_count_that_is_too_far_off_is_not_taken_unseen() {
    Tolerance tolerance = new Tolerance(1, 10);
    assertThat(stock.observe(new Observation(EAST, 10, NOON.plusSeconds(60), "scanner"), tolerance))
        .isEqualTo(new Observed.Differs(level(12, 0, 0, 0), 10));
    assertThat(level(EAST)).isEqualTo(level(12, 0, 0, 0));
    assertThat(stock.observe(new Observation(EAST, 11, NOON.plusSeconds(60), "scanner"), tolerance))
        .isEqualTo(new Observed.Taken(level(11, 0, 0, 0)));
    assertThat(count(EAST, 2, 90)).isInstanceOf(Observed.Taken.class);
  }

  @Test
  void the_ledger_says_who_took_what_when_and_why_for_which_order() {
    for (int order = 1; order <= 30; order++) {
      stock.book(received("po-" + order, EAST, 1, 0, order));
      Reservation one = reserved("DTC-" + order, 1, EAST, 1);
      stock.consume(List.of(one), new Cause(NOON.plusSeconds(order), "dock 4", "handed over"));
    }
    List<Movement> consumed =
        stock.ledger(EAST, NOON.plusSeconds(10)).stream()
            .filter(each -> each.kind() == Kind.CONSUMED)
            .toList();
    assertThat(consumed).hasSize(21).allMatch(each -> each.onHand() == -1);
    assertThat(consumed.getFirst().cause())
        .isEqualTo(new Cause(NOON.plusSeconds(10), "dock 4", "handed over"));
    assertThat(consumed.getLast().orderId()).isEqualTo(new OrderId("DTC-30"));
    assertThat(sumOfLedger(EAST)).isEqualTo(level(EAST).onHand()).isEqualTo(12);
  }

  private long sumOfLedger(Shelf shelf) {
    return stock.ledger(shelf, Instant.EPOCH).stream().mapToLong(Movement::onHand).sum();
  }

  private static Movement received(String id, Shelf shelf, long units, long damaged) {
    return received(id, shelf, units, damaged, 1);
  }

  private static Movement received(String id, Shelf shelf, long units, long damaged, long seconds) {
    return new Movement(id, shelf, Kind.RECEIVED, units, damaged, at(seconds), null);
  }

  private static Cause at(long seconds) {
    return new Cause(NOON.plusSeconds(seconds), "test", "");
  }

  private Observed count(Shelf shelf, long units, long seconds) {
    return stock.observe(
        new Observation(shelf, units, NOON.plusSeconds(seconds), "scanner 3"), Tolerance.ANY);
  }

  private StockLevel level(Shelf shelf) {
    return stock.levels(List.of(shelf.sku())).stream()
        .filter(each -> each.shelf().equals(shelf))
        .findFirst()
        .orElseThrow();
  }

  private static StockLevel level(long onHand, long reserved, long picked, long unavailable) {
    return StockLevel.none(EAST).plus(onHand, reserved, picked, unavailable);
  }

  private Reservation reserved(String order, int shipment, Shelf shelf, long quantity) {
    Reservation each = reservation(order, shipment, shelf, quantity);
    assertThat(stock.reserve(List.of(each), SafetyStock.NONE, at(0)))
        .isEqualTo(new Outcome.Reserved());
    return each;
  }

  private static Reservation reservation(String order, int shipment, Shelf shelf, long quantity) {
    OrderId orderId = new OrderId(order);
    return new Reservation(
        orderId,
        "1",
        shelf.sku(),
        shelf.node(),
        shelf.lot(),
        quantity,
        quantity,
        ShipmentId.of(orderId, shipment),
        State.RESERVED);
  }
}

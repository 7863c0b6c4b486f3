package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.audit.BookRow;
import dev.cutoff.audit.Books;
import dev.cutoff.audit.application.StockBooks;
import dev.cutoff.audit.application.StockBooks.Progress;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Tolerance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StockBooks} reads of what its {@link Stock} wrote. */
public abstract class StockBooksContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** A SKU that looks like keys of rows. */
  private static final Shelf ODD =
      new Shelf(
          new Sku("A#NODE#B #LOT#2027-01-01.x"),
          new NodeId("EAST"),
          new Lot("L.1", LocalDate.parse("2027-05-31")));

  private static final Shelf MUG = Shelf.of(new Sku("MUG"), new NodeId("EAST"));

  private Stock stock;
  private StockBooks books;

  /** A stock with nothing in it and its books. */
  public record Kept(Stock stock, StockBooks books) {}

  protected abstract Kept fresh();

  /** Writes counters by hand, past all conditions. */
  protected abstract void tamper(StockLevel level);

  @BeforeEach
  void open() {
    Kept kept = fresh();
    stock = kept.stock();
    books = kept.books();
  }

  private Books read() {
    Books all = Books.ofAll();
    books.read(all::add, Progress.SILENT);
    return all;
  }

  private static Cause at(int minute) {
    return Cause.ours(NOON.plusSeconds(60L * minute), "test");
  }

  private Reservation reserved(Shelf shelf, int order, long units) {
    OrderId id = new OrderId("DTC-" + order);
    Reservation wanted =
        new Reservation(
            id,
            "1",
            shelf.sku(),
            shelf.node(),
            shelf.lot(),
            units,
            units,
            ShipmentId.of(id, 1),
            Reservation.State.RESERVED);
    assertThat(stock.reserve(List.of(wanted), SafetyStock.NONE, at(order)))
        .isEqualTo(new Stock.Outcome.Reserved());
    return wanted;
  }

  private Movement movement(String id, Shelf shelf, Movement.Kind kind, long more, long bad) {
    return new Movement(id, shelf, kind, more, bad, at(1), null);
  }

  /** Everything that changes a shelf, more often than a row of a shelf holds lines. */
  private void busy(Shelf shelf) {
    stock.observe(new Observation(shelf, 100, NOON, "opening"), Tolerance.ANY);
    for (int order = 1; order <= 30; order++) {
      Reservation held = reserved(shelf, order, 2);
      switch (order % 4) {
        case 0 -> stock.release(List.of(held), at(order));
        case 1 -> stock.consume(List.of(held), at(order));
        case 2 -> {
          stock.pick(List.of(held), at(order));
          stock.consume(List.of(held), at(order));
        }
        default -> {
          if (order % 3 == 0) {
            stock.pick(List.of(held), at(order));
          }
        }
      }
    }
    stock.book(movement("r " + shelf, shelf, Movement.Kind.RECEIVED, 12, 0));
    stock.book(movement("d " + shelf, shelf, Movement.Kind.DAMAGED, 0, 3));
    stock.book(movement("w " + shelf, shelf, Movement.Kind.WRITTEN_OFF, -1, -1));
    stock.observe(new Observation(shelf, 80, NOON.plusSeconds(3_600), "scanner 3"), Tolerance.ANY);
  }

  @Test
  void what_was_written_by_the_rules_adds_up() {
    busy(MUG);
    busy(ODD);
    assertThat(read().suspects()).isEmpty();
    assertThat(read().rows().keySet()).containsExactlyInAnyOrder(MUG, ODD);
    BookRow.Counters row = books.row(MUG).orElseThrow();
    assertThat(row.level()).isEqualTo(stock.levels(List.of(MUG.sku())).getFirst());
    assertThat(row.available()).isEqualTo(row.level().available());
    assertThat(read().verdict(MUG, row)).isEmpty();
    assertThat(read().agreeOn(MUG, read())).isTrue();
  }

  @Test
  void what_still_holds_units_comes_with_its_order() {
    stock.observe(new Observation(MUG, 9, NOON, "opening"), Tolerance.ANY);
    Reservation held = reserved(MUG, 1, 2);
    Reservation picked = reserved(MUG, 2, 1);
    Reservation gone = reserved(MUG, 3, 1);
    stock.pick(List.of(picked), at(4));
    stock.consume(List.of(gone), at(4));
    assertThat(read().held().values())
        .containsExactly(List.of(held), List.of(picked.in(Reservation.State.PICKED)));
  }

  @Test
  void what_was_tampered_with_is_a_suspect_and_is_set_right_once() {
    busy(MUG);
    StockLevel right = books.row(MUG).orElseThrow().level();
    tamper(right.plus(0, -right.reserved() - 3, 0, 0));
    assertThat(read().suspects()).containsExactly(MUG);
    BookRow.Counters row = books.row(MUG).orElseThrow();
    Correction.Counters correction =
        (Correction.Counters)
            read().verdict(MUG, row).orElseThrow().finding(List.of()).corrections().getFirst();
    assertThat(correction.byLedger()).isEqualTo(right);
    assertThat(books.set("fix-1", correction, at(90))).isTrue();
    assertThat(books.set("fix-1", correction, at(90))).isFalse();
    assertThat(books.row(MUG).orElseThrow().level()).isEqualTo(right);
    assertThat(read().suspects()).isEmpty();
    assertThat(stock.ledger(MUG, at(90).at()))
        .extracting(Movement::kind)
        .containsExactly(Movement.Kind.CORRECTED);
  }

  @Test
  void a_shelf_that_moved_since_it_was_read_is_not_set() {
    stock.observe(new Observation(MUG, 9, NOON, "opening"), Tolerance.ANY);
    tamper(StockLevel.of(MUG.sku(), MUG.node(), 12));
    BookRow.Counters row = books.row(MUG).orElseThrow();
    Correction.Counters correction =
        new Correction.Counters(
            row.level(), row.available(), StockLevel.of(MUG.sku(), MUG.node(), 9));
    reserved(MUG, 1, 2);
    assertThat(books.set("fix-1", correction, at(90))).isFalse();
    assertThat(books.row(MUG).orElseThrow().level().onHand()).isEqualTo(12);
    assertThat(stock.ledger(MUG, at(90).at())).isEmpty();
  }

  @Test
  void a_row_that_is_gone_is_written_anew_only_where_it_still_is_gone() {
    StockLevel right = StockLevel.of(MUG.sku(), MUG.node(), 9);
    Correction.Counters correction = new Correction.Counters(null, 0, right);
    assertThat(books.set("fix-1", correction, at(90))).isTrue();
    assertThat(books.row(MUG).orElseThrow().level()).isEqualTo(right);
    assertThat(books.set("fix-1", correction, at(91))).isFalse();
  }

  @Test
  void progress_is_told() {
    AtomicLong rows = new AtomicLong();
    busy(MUG);
    books.read(row -> {}, rows::set);
    assertThat(rows.get()).isGreaterThan(30);
  }
}

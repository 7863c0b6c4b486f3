package dev.cutoff.audit;

import static dev.cutoff.audit.Entries.MUG;
import static dev.cutoff.audit.Entries.NOON;
import static dev.cutoff.audit.Entries.TEE;
import static dev.cutoff.audit.Entries.books;
import static dev.cutoff.audit.Entries.consumed;
import static dev.cutoff.audit.Entries.held;
import static dev.cutoff.audit.Entries.movement;
import static dev.cutoff.audit.Entries.opened;
import static dev.cutoff.audit.Entries.row;
import static dev.cutoff.stock.Reservation.State.CONSUMED;
import static dev.cutoff.stock.Reservation.State.PICKED;
import static dev.cutoff.stock.Reservation.State.RELEASED;
import static dev.cutoff.stock.Reservation.State.RESERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.StockLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten tees were opened, six went out, two came, one is damaged, two are reserved, one picked. */
final class BooksTest {
  private static final Movement DAMAGED =
      new Movement("d", TEE, Movement.Kind.DAMAGED, 0, 1, new Cause(NOON, "floor", "torn"), null);

  private static List<BookRow> rows(BookRow.Counters counters) {
    return new ArrayList<>(
        List.of(
            opened(TEE, 10),
            new BookRow.Moved(consumed(TEE, "DTC-1", 4, NOON)),
            new BookRow.Moved(movement("r", TEE, Movement.Kind.RECEIVED, 2, NOON)),
            new BookRow.Moved(DAMAGED),
            held(TEE, "DTC-1", 4, CONSUMED),
            held(TEE, "DTC-2", 2, CONSUMED),
            held(TEE, "DTC-3", 2, RESERVED),
            held(TEE, "DTC-4", 1, PICKED),
            held(TEE, "DTC-5", 7, RELEASED),
            counters));
  }

  private static BookRow.Counters sound() {
    return row(TEE, 6, 2, 1, 1, consumed(TEE, "DTC-2", 2, NOON));
  }

  private static Finding finding(BookRow.Counters counters) {
    Books books = Books.of(List.of(TEE));
    rows(counters).forEach(books::add);
    return books.verdict(TEE, counters).orElseThrow().finding(books.orders(TEE));
  }

  @Test
  void countersThatTheLedgerSumsUpToAreSoundInWhateverOrderRowsCome() {
    for (int seed = 0; seed < 50; seed++) {
      List<BookRow> rows = rows(sound());
      Collections.shuffle(rows, new Random(seed));
      Books books = Books.ofAll();
      rows.forEach(books::add);
      assertThat(books.suspects()).isEmpty();
    }
  }

  /** medusa#12401, magento/inventory#2078. */
  @Test
  void reservedQuantityDriftsBelowZeroAndTheAuditNamesItWithItsOrdersAndTheCorrection() {
    BookRow.Counters broken = row(TEE, 6, -3, 1, 1, consumed(TEE, "DTC-2", 2, NOON));
    Finding found = finding(broken);
    assertThat(found.refusal().reason()).isEqualTo(Reason.STOCK_DRIFT);
    assertThat(found.refusal().message())
        .isEqualTo(
            "The counters of TEE at EAST are not what its ledger sums up to: set reserved -3 → 2, available 7 → 2.");
    assertThat(found.orders())
        .containsExactly(new OrderId("DTC-3"), new OrderId("DTC-4"), new OrderId("DTC-1"));
    assertThat(found.actions()).contains(Action.APPLY_CORRECTION);
    assertThat(found.corrections())
        .containsExactly(
            new Correction.Counters(
                broken.level(), 7, new StockLevel(TEE.sku(), TEE.node(), null, 6, 2, 1, 1)));
  }

  @Test
  void everyCounterIsHeldToTheLedger() {
    Movement gone = consumed(TEE, "DTC-2", 2, NOON);
    assertThat(finding(row(TEE, 7, 2, 1, 1, gone)).refusal().facts())
        .containsEntry("onHand", "7")
        .containsEntry("onHandByLedger", "6");
    assertThat(finding(row(TEE, 6, 2, 0, 1, gone)).refusal().facts())
        .containsEntry("pickedByLedger", "1");
    assertThat(finding(row(TEE, 6, 2, 1, 0, gone)).refusal().facts())
        .containsEntry("unavailableByLedger", "1");
    assertThat(finding(new BookRow.Counters(sound().level(), 3, List.of(gone))).refusal().facts())
        .containsEntry("available", "3")
        .containsEntry("availableByLedger", "2");
  }

  @Test
  void aShelfWhoseRowIsGoneIsNamed() {
    Books books = books(opened(MUG, 3));
    assertThat(books.suspects()).containsExactly(MUG);
    assertThat(books.verdict(MUG, null).orElseThrow().byLedger())
        .isEqualTo(StockLevel.of(MUG.sku(), MUG.node(), 3));
  }

  @Test
  void whereTheLedgerItselfPromisesMoreThanThereIsNoCounterIsSet() {
    BookRow.Counters counters = row(MUG, 3, 5, 0, 0);
    Books books = books(opened(MUG, 3), held(MUG, "DTC-9", 5, RESERVED), counters);
    Finding found = books.verdict(MUG, counters).orElseThrow().finding(books.orders(MUG));
    assertThat(found.refusal().reason()).isEqualTo(Reason.STOCK_OVERCOMMITTED);
    assertThat(found.orders()).containsExactly(new OrderId("DTC-9"));
    assertThat(found.corrections()).isEmpty();
    assertThat(found.actions()).doesNotContain(Action.APPLY_CORRECTION);
  }

  @Test
  void freeUnitsOfAPoolCountAsReserved() {
    BookRow.Counters counters = row(MUG, 9, 6, 0, 0);
    assertThat(
            books(
                    opened(MUG, 9),
                    held(MUG, "DTC-9", 2, RESERVED),
                    new BookRow.Pooled("p1", MUG, 4),
                    counters)
                .suspects())
        .isEmpty();
  }

  @Test
  void twoReadingsAgreeOnlyWhereNoEntryCameAndNoReservationWentOn() {
    Books first = books(opened(MUG, 9), held(MUG, "DTC-9", 2, RESERVED));
    assertThat(first.agreeOn(MUG, books(held(MUG, "DTC-9", 2, RESERVED), opened(MUG, 9)))).isTrue();
    assertThat(first.agreeOn(MUG, books(opened(MUG, 9), held(MUG, "DTC-9", 2, PICKED)))).isFalse();
    assertThat(first.agreeOn(MUG, books(opened(MUG, 9)))).isFalse();
    // One ended and another of the same size began: every counter is as before.
    assertThat(
            first.agreeOn(
                MUG,
                books(
                    opened(MUG, 9),
                    held(MUG, "DTC-9", 2, RELEASED),
                    held(MUG, "DTC-8", 2, RESERVED))))
        .isFalse();
  }

  @Test
  void booksOfSomeShelvesPassOverTheOthers() {
    Books books = Books.of(List.of(TEE));
    books.add(opened(MUG, 3));
    assertThat(books.suspects()).isEmpty();
  }
}

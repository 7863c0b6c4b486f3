package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.audit.BookRow;
import dev.cutoff.audit.Books;
import dev.cutoff.audit.application.ConfirmingDrift;
import dev.cutoff.audit.application.StockBooks;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Tolerance;
import dev.cutoff.testkit.ForAll;
import dev.cutoff.testkit.InMemoryBooks;
import dev.cutoff.testkit.InMemoryStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A reading is no snapshot: others reserve, release and consume between any two of its rows. */
final class MotionTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Shelf MUG = Shelf.of(new Sku("MUG"), new NodeId("EAST"));

  /** Reads row by row as each is by then, in a random order, with others at work in between. */
  private static final class Busy implements StockBooks {
    private final InMemoryStock stock;
    private final RandomGenerator random;
    private final List<Reservation> held = new ArrayList<>();
    private int orders;
    private int quiet;

    Busy(InMemoryStock stock, RandomGenerator random) {
      this.stock = stock;
      this.random = random;
    }

    private void somebodyWrites() {
      if (quiet > 0 || random.nextInt(3) > 0) {
        return;
      }
      Cause cause = Cause.ours(NOON.plusSeconds(++orders), "test");
      if (held.isEmpty() || random.nextBoolean()) {
        OrderId id = new OrderId("DTC-" + orders);
        Reservation wanted =
            new Reservation(
                id,
                "1",
                MUG.sku(),
                MUG.node(),
                null,
                1,
                1,
                ShipmentId.of(id, 1),
                Reservation.State.RESERVED);
        stock.reserve(List.of(wanted), SafetyStock.NONE, cause);
        held.add(wanted);
        return;
      }
      Reservation one = held.remove(random.nextInt(held.size()));
      if (random.nextBoolean()) {
        stock.release(List.of(one), cause);
      } else {
        stock.consume(List.of(one), cause);
      }
    }

    /** Rows that are there at the start, each as it is when its turn comes. */
    @Override
    public void read(Consumer<BookRow> each, Progress progress) {
      List<BookRow> there = new ArrayList<>();
      new InMemoryBooks(stock).read(there::add, Progress.SILENT);
      Collections.shuffle(there, new Random(random.nextLong()));
      for (BookRow row : there) {
        somebodyWrites();
        each.accept(now(row));
      }
      quiet = Math.max(0, quiet - 1);
    }

    private BookRow now(BookRow row) {
      return switch (row) {
        case BookRow.Counters counters -> row(counters.shelf()).orElseThrow();
        case BookRow.Moved moved -> moved;
        case BookRow.Held taken ->
            new BookRow.Held(
                stock.reservations(taken.reservation().orderId()).stream()
                    .filter(each -> each.key().equals(taken.reservation().key()))
                    .findFirst()
                    .orElseThrow());
        case BookRow.Pooled pool -> pool;
      };
    }

    @Override
    public Optional<BookRow.Counters> row(Shelf shelf) {
      return new InMemoryBooks(stock).row(shelf);
    }

    @Override
    public boolean set(String id, Correction.Counters counters, Cause cause) {
      throw new UnsupportedOperationException("nobody told it to");
    }
  }

  private static InMemoryStock mugs() {
    InMemoryStock stock = new InMemoryStock();
    stock.observe(new Observation(MUG, 1_000, NOON, "opening"), Tolerance.ANY);
    return stock;
  }

  private static Books first(Busy busy) {
    Books books = Books.ofAll();
    busy.read(books::add, StockBooks.Progress.SILENT);
    return books;
  }

  @Test
  void motionIsNeverNamedAsDriftAndSomeOfItLookedLikeIt() {
    int[] suspected = new int[1];
    int[] settled = new int[1];
    ForAll.seeds(
        3_000,
        random -> {
          Busy busy = new Busy(mugs(), random);
          for (int i = 0; i < 20; i++) {
            busy.somebodyWrites();
          }
          Books before = first(busy);
          suspected[0] += before.suspects().size();
          busy.quiet = random.nextInt(4);
          ConfirmingDrift.Confirmed confirmed =
              new ConfirmingDrift(busy).confirm(before, StockBooks.Progress.SILENT);
          assertThat(confirmed.findings()).isEmpty();
          settled[0] += before.suspects().size() - confirmed.unsettled().size();
        });
    assertThat(suspected[0]).as("readings that looked like drift").isPositive();
    assertThat(settled[0]).as("of these, told from drift").isPositive();
  }

  @Test
  void realDriftIsNamedAsSoonAsTheShelfRestsAndUntilThenTheShelfIsSaidToBeUnsettled() {
    int[] named = new int[1];
    ForAll.seeds(
        500,
        random -> {
          InMemoryStock stock = mugs();
          Busy busy = new Busy(stock, random);
          for (int i = 0; i < 20; i++) {
            busy.somebodyWrites();
          }
          stock.with(stock.levels(List.of(MUG.sku())).getFirst().plus(0, 7, 0, 0));
          Books before = first(busy);
          busy.quiet = 3;
          ConfirmingDrift.Confirmed confirmed =
              new ConfirmingDrift(busy).confirm(before, StockBooks.Progress.SILENT);
          if (before.suspects().isEmpty()) {
            return;
          }
          named[0] += confirmed.findings().size();
          assertThat(confirmed.unsettled()).isEmpty();
          Correction.Counters correction =
              (Correction.Counters) confirmed.findings().getFirst().corrections().getFirst();
          assertThat(correction.available()).isEqualTo(correction.byLedger().available() - 7);
        });
    assertThat(named[0]).isGreaterThan(450);
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.adapter.dynamodb.StockRows.Held;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.Stock.Ended;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Releases, picks and consumes, each reservation once, whoever asks how often. */
final class Ending {
  /** With as many stock rows at most, half of what one transaction takes. */
  private static final int AT_ONCE = 25;

  private final Dynamo dynamo;
  private final StockRows shelves;
  private final ReservationRows rows;
  private final Ledger ledger;

  Ending(Dynamo dynamo, StockRows shelves, ReservationRows rows, Ledger ledger) {
    this.dynamo = dynamo;
    this.shelves = shelves;
    this.rows = rows;
    this.ledger = ledger;
  }

  Ended end(List<Reservation> given, Reservation.State how, Cause cause) {
    Map<String, Reservation> byKey = new LinkedHashMap<>();
    given.forEach(each -> byKey.putIfAbsent(each.key(), each));
    Sorted sorted = new Sorted();
    List<Reservation> left = new ArrayList<>(byKey.values());
    while (!left.isEmpty()) {
      List<Reservation> some = left.subList(0, Math.min(AT_ONCE, left.size()));
      if (goesOn(some, how) && transact(some, how, cause) instanceof Transacted.Done) {
        sorted.done.addAll(some);
      } else {
        some.forEach(each -> endOne(each, how, cause, sorted));
      }
      some.clear();
    }
    return new Ended(sorted.done, sorted.before, sorted.unknown);
  }

  /** What became of each. */
  private static final class Sorted {
    final List<Reservation> done = new ArrayList<>();
    final List<Reservation> before = new ArrayList<>();
    final List<Reservation> unknown = new ArrayList<>();
  }

  /** Whether that is what may become of all of them, as the caller knows them. */
  private static boolean goesOn(Collection<Reservation> some, Reservation.State how) {
    return some.stream().allMatch(each -> mayBecome(each, how));
  }

  private static boolean mayBecome(Reservation each, Reservation.State how) {
    return how == Reservation.State.PICKED
        ? each.state() == Reservation.State.RESERVED
        : each.state().holds();
  }

  /** What the row holds is the truth, should the caller have had it otherwise. */
  private void endOne(Reservation asked, Reservation.State how, Cause cause, Sorted sorted) {
    Reservation held = there(dynamo.get(rows.table(), ReservationRows.key(asked)), asked);
    while (held != null && mayBecome(held, how)) {
      List<Reservation> one = List.of(held);
      if (!(transact(one, how, cause) instanceof Transacted.Refused refused)) {
        sorted.done.add(held);
        return;
      }
      if (refused.failed(0)) {
        held = there(Optional.of(refused.row(0)), asked);
      } else if (how == Reservation.State.CONSUMED && Ledger.full(refused.row(1))) {
        ledger.moveOut(held.shelf(), refused.row(1));
      } else {
        throw drift(held);
      }
    }
    (held == null ? sorted.unknown : sorted.before).add(asked);
  }

  private static @Nullable Reservation there(
      Optional<Map<String, AttributeValue>> row, Reservation asked) {
    return row.filter(found -> !found.isEmpty()).stream()
        .flatMap(found -> ReservationRows.read(found).stream())
        .filter(each -> each.key().equals(asked.key()))
        .findFirst()
        .orElse(null);
  }

  private Transacted transact(List<Reservation> some, Reservation.State how, Cause cause) {
    List<TransactWriteItem> items = new ArrayList<>();
    ReservationRows.byRow(some).values().forEach(each -> items.add(rows.end(each, how, cause)));
    SortedMap<Shelf, Held> sums = ReservationRows.sums(some);
    sums.forEach((shelf, held) -> items.add(moved(shelf, held, some, how, cause)));
    return dynamo.transact("end reservations", items);
  }

  private TransactWriteItem moved(
      Shelf shelf, Held held, List<Reservation> all, Reservation.State how, Cause cause) {
    return switch (how) {
      case RELEASED -> shelves.giveBack(shelf, held);
      case PICKED -> shelves.pick(shelf, held);
      case CONSUMED ->
          ledger.consume(
              shelf, held, all.stream().filter(each -> each.shelf().equals(shelf)).toList(), cause);
      case RESERVED, MOVED ->
          throw new IllegalArgumentException("a reservation does not end as " + how);
    };
  }

  private static IllegalStateException drift(Reservation reservation) {
    return new IllegalStateException(
        "the counters of %s hold less than the reservation %s: run the audit of stock"
            .formatted(reservation.shelf(), reservation.key()));
  }
}

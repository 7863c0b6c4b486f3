package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.adapter.dynamodb.StockRows.Held;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.Stock.Moved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Puts reservations in the place of others, in one transaction. */
final class Moving {
  private static final int MOST_TRIES = 4;

  private final Dynamo dynamo;
  private final StockRows shelves;
  private final ReservationRows rows;

  Moving(Dynamo dynamo, StockRows shelves, ReservationRows rows) {
    this.dynamo = dynamo;
    this.shelves = shelves;
    this.rows = rows;
  }

  Moved move(List<Reservation> asked, List<Reservation> to, Cause cause) {
    same(asked, to);
    if (isThere(asked, to)) {
      return new Moved.Done();
    }
    List<Reservation> from = asked;
    for (int tried = 0; tried < MOST_TRIES; tried++) {
      List<Shelf> touched = new ArrayList<>();
      List<TransactWriteItem> items = new ArrayList<>(rows.replace(from, to, cause));
      int ofRows = items.size();
      changes(from, to)
          .forEach((shelf, change) -> {
            touched.add(shelf);
            items.add(shelves.replace(shelf, change.held(), change.units()));
          });
      Reserving.fits(items);
      if (!(dynamo.transact("move reservations", items) instanceof Transacted.Refused refused)) {
        return new Moved.Done();
      }
      Map<String, Reservation> there = there(from, to);
      if (there.keySet().containsAll(to.stream().map(Reservation::key).toList())) {
        return new Moved.Done();
      }
      List<Reservation> now =
          from.stream().map(each -> there.getOrDefault(each.key(), each)).toList();
      List<Reservation> ended =
          now.stream()
              .filter(each -> !there.containsKey(each.key()) || !each.state().holds())
              .toList();
      if (!ended.isEmpty()) {
        return new Moved.NotHeld(ended);
      }
      if (now.equals(from)) {
        return new Moved.Shortage(Reserving.tooLow(touched, refused, ofRows));
      }
      from = now;
    }
    throw new IllegalStateException("reservations change all the time: " + asked);
  }

  /** Whoever looks at what an order holds after it was moved asks to move it to where it is. */
  private boolean isThere(List<Reservation> from, List<Reservation> to) {
    Set<String> keys = from.stream().map(Reservation::key).collect(Collectors.toSet());
    if (to.stream().noneMatch(each -> keys.contains(each.key()))) {
      return false;
    }
    if (there(from, to).keySet().containsAll(to.stream().map(Reservation::key).toList())) {
      return true;
    }
    throw new IllegalArgumentException("moved to where it is, and elsewhere: " + to);
  }

  private Map<String, Reservation> there(List<Reservation> from, List<Reservation> to) {
    Map<String, Reservation> there = new HashMap<>();
    ReservationRows.byRow(Stream.concat(from.stream(), to.stream()).toList())
        .keySet()
        .forEach(key ->
            dynamo
                .get(rows.table(), key)
                .ifPresent(
                    row -> ReservationRows.read(row).forEach(each -> there.put(each.key(), each))));
    return there;
  }

  /** What a shelf held for them, and is to hold. */
  private record Change(Held held, long units) {}

  private static SortedMap<Shelf, Change> changes(List<Reservation> from, List<Reservation> to) {
    SortedMap<Shelf, Change> changes = new TreeMap<>();
    ReservationRows.sums(from).forEach((shelf, held) -> changes.put(shelf, new Change(held, 0)));
    ReservationRows.sums(to)
        .forEach((shelf, held) ->
            changes.merge(
                shelf,
                new Change(Held.NONE, held.units()),
                (before, after) -> new Change(before.held(), after.units())));
    // A split leaves the shelf as it is.
    changes.values().removeIf(each -> each.held().equals(new Held(each.units(), 0)));
    return changes;
  }

  private static void same(List<Reservation> from, List<Reservation> to) {
    if (!Reserving.units(from).equals(Reserving.units(to))) {
      throw new IllegalArgumentException("what is moved is as much before as after: " + from);
    }
    Reserving.checked(to);
  }
}

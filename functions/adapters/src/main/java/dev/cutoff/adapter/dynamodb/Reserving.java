package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.adapter.dynamodb.StockRows.Held;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.ShelfHeat;
import dev.cutoff.stock.application.Stock.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Takes units, all or nothing: conditions in one transaction decide who gets the last one. */
final class Reserving {
  private static final int MOST_ROWS = 100;

  private final Dynamo dynamo;
  private final StockRows shelves;
  private final ReservationRows rows;
  private final Pools pools;
  private final ShelfHeat heat;

  Reserving(Dynamo dynamo, StockRows shelves, ReservationRows rows, Pools pools, ShelfHeat heat) {
    this.dynamo = dynamo;
    this.shelves = shelves;
    this.rows = rows;
    this.pools = pools;
    this.heat = heat;
  }

  Outcome reserve(List<Reservation> wanted, SafetyStock safety, Cause cause) {
    checked(wanted);
    SortedMap<Shelf, Integer> lost = new TreeMap<>();
    try {
      return reserve(wanted, safety, cause, lost);
    } finally {
      lost.forEach(heat::collided);
    }
  }

  private Outcome reserve(
      List<Reservation> wanted, SafetyStock safety, Cause cause, Map<Shelf, Integer> lost) {
    List<Reservation> missing = List.copyOf(wanted);
    while (!missing.isEmpty()) {
      SortedMap<Shelf, Held> sums = ReservationRows.sums(missing);
      List<TransactWriteItem> items = new ArrayList<>();
      sums.forEach((shelf, held) -> items.add(shelves.take(shelf, held.units(), safety)));
      List<List<Reservation>> byRow = List.copyOf(ReservationRows.byRow(missing).values());
      byRow.forEach(each -> items.add(rows.write(each, cause)));
      fits(items);
      List<Shelf> touched = List.copyOf(sums.keySet());
      switch (dynamo.transact("reserve", items, reasons -> note(reasons, touched, lost))) {
        case Transacted.Done done -> {
          return new Outcome.Reserved();
        }
        case Transacted.Refused refused -> {
          List<Reservation> still = withoutThoseThere(byRow, sums.size(), refused);
          if (still.size() == missing.size()) {
            if (!gathered(touched, refused)) {
              return new Outcome.Shortage(tooLow(touched, refused, 0));
            }
          }
          // Some are there from a call before: what is left decides by itself.
          missing = still;
        }
      }
    }
    return new Outcome.Reserved();
  }

  private static void note(
      List<CancellationReason> reasons, List<Shelf> touched, Map<Shelf, Integer> lost) {
    for (int number = 0; number < touched.size(); number++) {
      if (!"None".equals(reasons.get(number).code())) {
        lost.merge(touched.get(number), 1, Integer::sum);
      }
    }
  }

  /** Whether units that were put aside flowed back: then it is worth another try. */
  private boolean gathered(List<Shelf> touched, Transacted.Refused refused) {
    boolean gathered = false;
    for (int number = 0; number < touched.size(); number++) {
      if (refused.failed(number) && Pools.number(refused.row(number)) > 0) {
        pools.gather(touched.get(number));
        gathered = true;
      }
    }
    return gathered;
  }

  static void checked(List<Reservation> wanted) {
    Set<String> keys = new HashSet<>();
    for (Reservation each : wanted) {
      if (each.quantity() < 1
          || each.state() != Reservation.State.RESERVED
          || !keys.add(each.key())) {
        throw new IllegalArgumentException("not one reservation of units: " + each.key());
      }
    }
  }

  static void fits(List<TransactWriteItem> items) {
    if (items.size() > MOST_ROWS) {
      throw new IllegalArgumentException(
          "more than " + MOST_ROWS + " rows can't be reserved at once: split the order");
    }
  }

  /** Units by order, line and SKU. */
  static Map<String, Long> units(List<Reservation> some) {
    Map<String, Long> units = new TreeMap<>();
    some.forEach(each ->
        units.merge(
            each.orderId() + "#" + each.lineId() + "#" + each.sku(),
            each.quantity(),
            Math::addExact));
    return units;
  }

  private static List<Reservation> withoutThoseThere(
      List<List<Reservation>> byRow, int shelves, Transacted.Refused refused) {
    List<Reservation> missing = new ArrayList<>();
    for (int number = 0; number < byRow.size(); number++) {
      Map<String, Reservation> there = new HashMap<>();
      if (refused.failed(shelves + number)) {
        ReservationRows.read(refused.row(shelves + number))
            .forEach(each -> there.put(each.key(), each));
      }
      for (Reservation each : byRow.get(number)) {
        Reservation known = there.get(each.key());
        if (known == null) {
          missing.add(each);
        } else if (!serves(known, each)) {
          throw new IllegalStateException(
              "used before, for something else or given back: " + each.key());
        }
      }
    }
    return missing;
  }

  static boolean serves(Reservation known, Reservation wanted) {
    return (known.state().holds() || known.state() == Reservation.State.CONSUMED)
        && known.node().equals(wanted.node())
        && known.quantity() == wanted.quantity()
        && known.sets() == wanted.sets();
  }

  /** The rows of shelves that refused; the first of them is that item of the transaction. */
  static List<StockLevel> tooLow(List<Shelf> shelves, Transacted.Refused refused, int first) {
    List<StockLevel> tooLow = new ArrayList<>();
    for (int number = 0; number < shelves.size(); number++) {
      if (refused.failed(first + number)) {
        Map<String, AttributeValue> row = refused.row(first + number);
        tooLow.add(row.isEmpty() ? StockLevel.none(shelves.get(number)) : StockRows.level(row));
      }
    }
    return tooLow;
  }
}

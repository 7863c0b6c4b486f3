package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.adapter.dynamodb.StockRows.Shelf;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Stock in DynamoDB: conditions in one transaction decide who gets the last unit. One transaction
 * takes a hundred rows, stock and reservations together: fifty lines from as many shelves.
 */
public final class DynamoStock implements Stock {
  private static final int MOST_ROWS = 100;

  private final Dynamo dynamo;
  private final String table;
  private final StockRows rows;
  private final Ending ending;
  private final Counting counting;

  /** Makes the stock of these tables. */
  public DynamoStock(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    this.rows = new StockRows(table);
    this.ending = new Ending(dynamo, rows);
    this.counting = new Counting(dynamo);
  }

  @Override
  public List<StockLevel> levels(Collection<Sku> skus) {
    List<StockLevel> levels = new ArrayList<>();
    for (Sku sku : new TreeSet<>(skus)) {
      dynamo
          .below(table, Key.shelfPk(sku), Key.NODE)
          .forEach(row -> levels.add(StockRows.level(row)));
    }
    return List.copyOf(levels);
  }

  @Override
  public List<Reservation> reservations(OrderId orderId) {
    return dynamo.below(table, Key.reservationsPk(orderId), "").stream()
        .flatMap(row -> StockRows.reservations(row).stream())
        .sorted(Comparator.comparing(Reservation::key))
        .toList();
  }

  @Override
  public Outcome reserve(List<Reservation> wanted) {
    Set<String> keys = new HashSet<>();
    for (Reservation each : wanted) {
      if (each.quantity() < 1
          || each.state() != Reservation.State.RESERVED
          || !keys.add(each.key())) {
        throw new IllegalArgumentException("not one reservation of units: " + each.key());
      }
    }
    List<Reservation> missing = List.copyOf(wanted);
    while (!missing.isEmpty()) {
      SortedMap<Shelf, Long> sums = sums(missing);
      switch (take(sums, missing)) {
        case Transacted.Done done -> {
          return new Outcome.Reserved();
        }
        case Transacted.Refused refused -> {
          List<Reservation> still = withoutThoseThere(missing, sums.size(), refused);
          if (still.size() == missing.size()) {
            return new Outcome.Shortage(tooLow(List.copyOf(sums.keySet()), refused));
          }
          // Some are there from a call before: what is left decides by itself.
          missing = still;
        }
      }
    }
    return new Outcome.Reserved();
  }

  @Override
  public void release(List<Reservation> reservations) {
    ending.end(reservations, Reservation.State.RELEASED);
  }

  @Override
  public void consume(List<Reservation> reservations) {
    ending.end(reservations, Reservation.State.CONSUMED);
  }

  @Override
  public Observed observe(Observation observation) {
    return counting.count(observation);
  }

  private Transacted take(SortedMap<Shelf, Long> sums, List<Reservation> missing) {
    if (sums.size() + missing.size() > MOST_ROWS) {
      throw new IllegalArgumentException(
          "more than " + MOST_ROWS + " rows can't be reserved at once: split the order");
    }
    List<TransactWriteItem> items = new ArrayList<>();
    sums.forEach((shelf, units) -> items.add(rows.take(shelf, units)));
    StockRows.byRow(missing).forEach(each -> items.add(rows.write(each)));
    return dynamo.transact("reserve", items);
  }

  /** Units of one SKU and node are one condition, whatever the number of lines. */
  static SortedMap<Shelf, Long> sums(List<Reservation> reservations) {
    SortedMap<Shelf, Long> sums =
        new TreeMap<>(Comparator.comparing(Shelf::sku).thenComparing(Shelf::node));
    reservations.forEach(each -> sums.merge(Shelf.of(each), each.quantity(), Math::addExact));
    return sums;
  }

  private static List<Reservation> withoutThoseThere(
      List<Reservation> wanted, int shelves, Transacted.Refused refused) {
    List<Reservation> missing = new ArrayList<>();
    List<List<Reservation>> rows = StockRows.byRow(wanted);
    for (int number = 0; number < rows.size(); number++) {
      Map<String, Reservation> there = new HashMap<>();
      if (refused.failed(shelves + number)) {
        StockRows.reservations(refused.row(shelves + number))
            .forEach(each -> there.put(each.key(), each));
      }
      for (Reservation each : rows.get(number)) {
        Reservation known = there.get(each.key());
        if (known == null) {
          missing.add(each);
        } else if (!holds(known, each)) {
          throw new IllegalStateException(
              "used before, for something else or given back: " + each.key());
        }
      }
    }
    return missing;
  }

  private static boolean holds(Reservation known, Reservation wanted) {
    return known.state() != Reservation.State.RELEASED
        && known.node().equals(wanted.node())
        && known.quantity() == wanted.quantity()
        && known.sets() == wanted.sets();
  }

  private static List<StockLevel> tooLow(List<Shelf> shelves, Transacted.Refused refused) {
    List<StockLevel> tooLow = new ArrayList<>();
    for (int number = 0; number < shelves.size(); number++) {
      if (refused.failed(number)) {
        Map<String, AttributeValue> row = refused.row(number);
        Shelf shelf = shelves.get(number);
        tooLow.add(
            row.isEmpty() ? StockLevel.none(shelf.sku(), shelf.node()) : StockRows.level(row));
      }
    }
    return tooLow;
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Stock in DynamoDB. One transaction takes a hundred rows: the shelves, and one for the
 * reservations of each shipment.
 */
public final class DynamoStock implements Stock {
  private final Dynamo dynamo;
  private final String table;
  private final Reserving reserving;
  private final Moving moving;
  private final Ending ending;
  private final Ledger ledger;
  private final Booking booking;
  private final Counting counting;

  /** Makes the stock of these tables. */
  public DynamoStock(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    StockRows shelves = new StockRows(table);
    ReservationRows rows = new ReservationRows(table);
    this.ledger = new Ledger(dynamo, shelves);
    this.reserving = new Reserving(dynamo, shelves, rows);
    this.moving = new Moving(dynamo, shelves, rows);
    this.ending = new Ending(dynamo, shelves, rows, ledger);
    this.booking = new Booking(dynamo, ledger);
    this.counting = new Counting(dynamo, shelves, ledger);
  }

  @Override
  public List<StockLevel> levels(Collection<Sku> skus) {
    List<StockLevel> levels = new ArrayList<>();
    for (Sku sku : new TreeSet<>(skus)) {
      dynamo
          .below(table, Key.shelfPk(sku), Key.NODE)
          .forEach(row -> levels.add(StockRows.level(row)));
    }
    return levels.stream().sorted(Comparator.comparing(StockLevel::shelf)).toList();
  }

  @Override
  public List<Reservation> reservations(OrderId orderId) {
    return dynamo.below(table, Key.reservationsPk(orderId), "").stream()
        .flatMap(row -> ReservationRows.read(row).stream())
        .sorted(Comparator.comparing(Reservation::key))
        .toList();
  }

  @Override
  public Outcome reserve(List<Reservation> wanted, SafetyStock safety, Cause cause) {
    return reserving.reserve(wanted, safety, cause);
  }

  @Override
  public Moved move(List<Reservation> from, List<Reservation> to, Cause cause) {
    return moving.move(from, to, cause);
  }

  @Override
  public Ended release(List<Reservation> reservations, Cause cause) {
    return ending.end(reservations, Reservation.State.RELEASED, cause);
  }

  @Override
  public Ended pick(List<Reservation> reservations, Cause cause) {
    return ending.end(reservations, Reservation.State.PICKED, cause);
  }

  @Override
  public Ended consume(List<Reservation> reservations, Cause cause) {
    return ending.end(reservations, Reservation.State.CONSUMED, cause);
  }

  @Override
  public Booked book(Movement movement) {
    return booking.book(movement);
  }

  @Override
  public Observed observe(Observation observation, Tolerance tolerance) {
    return counting.count(observation, tolerance);
  }

  @Override
  public List<Movement> ledger(Shelf shelf, Instant from) {
    return ledger.since(shelf, dynamo.get(table, Key.shelf(shelf)).orElse(null), from);
  }
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.ShelfHeat;
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
  private final Pools pools;

  /** Makes the stock of these tables. */
  public DynamoStock(Dynamo dynamo) {
    this(dynamo, (shelf, times) -> {});
  }

  /**
   * Makes the stock of these tables.
   *
   * @param heat is told where reservations lost against others
   */
  public DynamoStock(Dynamo dynamo, ShelfHeat heat) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
    StockRows shelves = new StockRows(table);
    ReservationRows rows = new ReservationRows(table);
    this.ledger = new Ledger(dynamo, shelves);
    this.pools = new Pools(dynamo, shelves);
    this.reserving = new Reserving(dynamo, shelves, rows, pools, heat);
    this.moving = new Moving(dynamo, shelves, rows);
    this.ending = new Ending(dynamo, shelves, rows, ledger);
    this.booking = new Booking(dynamo, ledger);
    this.counting = new Counting(dynamo, shelves, ledger);
  }

  @Override
  public List<StockLevel> levels(Collection<Sku> skus) {
    List<StockLevel> levels = new ArrayList<>();
    for (Sku sku : new TreeSet<>(skus)) {
      dynamo.below(table, Key.shelfPk(sku), Key.NODE).forEach(row -> levels.add(pools.level(row)));
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
    Moved moved = moving.move(from, to, cause);
    return moved instanceof Moved.Shortage shortage && gathered(shortage.actual())
        ? moving.move(from, to, cause)
        : moved;
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
    Booked booked = booking.book(movement);
    return booked instanceof Booked.Refused refused && gathered(List.of(refused.level()))
        ? booking.book(movement)
        : booked;
  }

  @Override
  public Observed observe(Observation observation, Tolerance tolerance) {
    Observed seen = counting.count(observation, tolerance);
    return seen instanceof Observed.BelowReserved below && gathered(List.of(below.level()))
        ? counting.count(observation, tolerance)
        : seen;
  }

  /** Whether a refusal may have been about units that were only put aside. */
  private boolean gathered(List<StockLevel> refused) {
    boolean gathered = false;
    for (StockLevel level : refused) {
      gathered |= pools.gather(level.shelf());
    }
    return gathered;
  }

  @Override
  public List<Movement> ledger(Shelf shelf, Instant from) {
    return ledger.since(shelf, dynamo.get(table, Key.shelf(shelf)).orElse(null), from);
  }
}

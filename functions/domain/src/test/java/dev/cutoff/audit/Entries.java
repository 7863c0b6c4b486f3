package dev.cutoff.audit;

import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Rows of made-up shelves: tees, mugs and dated syrup in the east. */
final class Entries {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final NodeId EAST = new NodeId("EAST");
  static final Shelf TEE = Shelf.of(new Sku("TEE"), EAST);
  static final Shelf MUG = Shelf.of(new Sku("MUG"), EAST);
  static final Lot MAY = new Lot("L1", LocalDate.parse("2027-05-31"));
  static final Shelf SYRUP = new Shelf(new Sku("SYRUP"), EAST, MAY);

  private Entries() {}

  static BookRow.Counters row(
      Shelf shelf, long onHand, long reserved, long picked, long unavailable, Movement... inRow) {
    StockLevel level =
        new StockLevel(
            shelf.sku(), shelf.node(), shelf.lot(), onHand, reserved, picked, unavailable);
    return new BookRow.Counters(level, level.available(), List.of(inRow));
  }

  static Movement movement(String id, Shelf shelf, Movement.Kind kind, long onHand, Instant at) {
    return new Movement(id, shelf, kind, onHand, 0, new Cause(at, "scanner 3", ""), null);
  }

  static BookRow opened(Shelf shelf, long units) {
    return new BookRow.Moved(movement("open", shelf, Movement.Kind.OPENED, units, NOON));
  }

  static Movement consumed(Shelf shelf, String order, long units, Instant at) {
    return new Movement(
        order,
        shelf,
        Movement.Kind.CONSUMED,
        -units,
        0,
        Cause.ours(at, "handed over"),
        new OrderId(order));
  }

  static Reservation reservation(Shelf shelf, String order, long units, Reservation.State state) {
    OrderId id = new OrderId(order);
    return new Reservation(
        id, "1", shelf.sku(), shelf.node(), shelf.lot(), units, units, ShipmentId.of(id, 1), state);
  }

  static BookRow held(Shelf shelf, String order, long units, Reservation.State state) {
    return new BookRow.Held(reservation(shelf, order, units, state));
  }

  static Books books(BookRow... rows) {
    Books books = Books.ofAll();
    for (BookRow each : rows) {
      books.add(each);
    }
    return books;
  }
}

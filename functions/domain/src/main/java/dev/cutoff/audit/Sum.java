package dev.cutoff.audit;

import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.StockLevel;

/**
 * What the entries of a shelf sum up to, in whatever order they come.
 *
 * @param fingerprint of all entries and their states: two readings with the same one have read the
 *     same. Entries that are still in the row of the shelf are no part of it.
 */
record Sum(long onHand, long reserved, long picked, long unavailable, long fingerprint) {
  static final Sum NOTHING = new Sum(0, 0, 0, 0, 0);

  Sum plus(BookRow row) {
    return switch (row) {
      case BookRow.Counters counters -> this;
      case BookRow.Moved moved ->
          plus(moved.movement()).seen("M " + moved.movement().id() + " " + moved.movement().kind());
      case BookRow.Held held ->
          plus(held.reservation())
              .seen("R " + held.reservation().key() + " " + held.reservation().state());
      case BookRow.Pooled pool ->
          new Sum(onHand, reserved + pool.free(), picked, unavailable, fingerprint)
              .seen("P " + pool.id() + " " + pool.free());
    };
  }

  Sum plus(Movement movement) {
    return new Sum(
        onHand + movement.onHand(),
        reserved,
        picked,
        unavailable + movement.unavailable(),
        fingerprint);
  }

  private Sum plus(Reservation each) {
    return switch (each.state()) {
      case RESERVED ->
          new Sum(onHand, reserved + each.quantity(), picked, unavailable, fingerprint);
      case PICKED -> new Sum(onHand, reserved, picked + each.quantity(), unavailable, fingerprint);
      case RELEASED, MOVED, CONSUMED -> this;
    };
  }

  /** With the entries that are in the row itself. */
  StockLevel level(BookRow.Counters row) {
    Sum all = this;
    for (Movement each : row.inTheRow()) {
      all = all.plus(each);
    }
    return all.level(row.shelf());
  }

  StockLevel level(Shelf shelf) {
    return new StockLevel(
        shelf.sku(), shelf.node(), shelf.lot(), onHand, reserved, picked, unavailable);
  }

  /** FNV-1a over 64 bits, then mixed, so that a plain sum keeps entries apart. */
  private Sum seen(String entry) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < entry.length(); i++) {
      hash = (hash ^ entry.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return new Sum(onHand, reserved, picked, unavailable, fingerprint + (hash ^ (hash >>> 29)));
  }
}

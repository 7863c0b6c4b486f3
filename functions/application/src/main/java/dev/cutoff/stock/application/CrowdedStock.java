package dev.cutoff.stock.application;

import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import java.util.List;
import java.util.Map;

/** Reservations of many orders in few transactions, for shelves that many orders want at once. */
public interface CrowdedStock {
  /** What became of what one order wants. */
  enum Answer {
    /** Its reservations are there, from now or from before. */
    RESERVED,
    /**
     * There was not enough for it when its turn came: this call changed nothing for it. An earlier
     * one may have.
     */
    SHORT,
    /** Its keys were used before, for something else or for what was given back. */
    USED,
    /** Nobody knows yet: it is to be asked again. */
    UNDECIDED
  }

  /**
   * Takes what each order wants, all or nothing, first come, first served. Who does not fit is
   * passed over, so that what is left goes to those behind.
   *
   * @param claims reservations of one order each, by arrival; a key is in one of them at most
   * @param pools over how many rows a shelf is to be spread: 0 for one and no more, left out for as
   *     it is
   * @return one answer for each claim, in their order
   */
  List<Answer> reserve(
      List<List<Reservation>> claims, Map<Shelf, Integer> pools, SafetyStock safety, Cause cause);
}

package dev.cutoff.adapter.dynamodb;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.CrowdedStock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Takes units for up to 99 orders in one transaction: each shelf is written once with the sum, each
 * order's reservations are new. What the transaction met decides what is tried next: orders whose
 * reservations are there are served, and of a shelf that is too low the first ones that fit.
 */
public final class DynamoCrowdedStock implements CrowdedStock {
  private final Dynamo dynamo;
  private final StockRows shelves;
  private final ReservationRows rows;
  private final Pools pools;
  private final InstantSource clock;

  /** Makes it of these tables. */
  public DynamoCrowdedStock(Dynamo dynamo, InstantSource clock) {
    this.dynamo = dynamo;
    this.shelves = new StockRows(dynamo.tables().stock());
    this.rows = new ReservationRows(dynamo.tables().stock());
    this.pools = new Pools(dynamo, shelves);
    this.clock = clock;
  }

  @Override
  public List<Answer> reserve(
      List<List<Reservation>> claims, Map<Shelf, Integer> spread, SafetyStock safety, Cause cause) {
    if (claims.isEmpty()) {
      return List.of();
    }
    String name = claims.getFirst().getFirst().key() + "@" + clock.instant();
    Stripes stripes = new Stripes(shelves, pools, new Turns(dynamo, clock, name), safety, clock);
    Crowd crowd = new Crowd(dynamo, rows, stripes, cause, claims);
    try {
      stripes.open(crowd.shelves(), spread);
      crowd.decide();
    } catch (TryAgainLater busy) {
      System.err.println("reservations left undecided: " + busy.getMessage());
    } finally {
      stripes.close();
    }
    return crowd.answers();
  }
}

package dev.cutoff.testkit;

import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.CrowdedStock;
import dev.cutoff.stock.application.Stock;
import java.util.List;
import java.util.Map;

/** One order after the other, over the stock of a test. */
public final class InMemoryCrowdedStock implements CrowdedStock {
  private final Stock stock;

  public InMemoryCrowdedStock(Stock stock) {
    this.stock = stock;
  }

  @Override
  public List<Answer> reserve(
      List<List<Reservation>> claims, Map<Shelf, Integer> pools, SafetyStock safety, Cause cause) {
    return claims.stream().map(claim -> reserve(claim, safety, cause)).toList();
  }

  private Answer reserve(List<Reservation> claim, SafetyStock safety, Cause cause) {
    try {
      return switch (stock.reserve(claim, safety, cause)) {
        case Stock.Outcome.Reserved reserved -> Answer.RESERVED;
        case Stock.Outcome.Shortage shortage -> Answer.SHORT;
      };
    } catch (IllegalStateException usedBefore) {
      return Answer.USED;
    }
  }
}

package dev.cutoff.merchant;

import dev.cutoff.money.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How plans are chosen.
 *
 * @param strategy what is best among those that keep the promise
 * @param leastChancePercent chance of keeping the promise that a plan needs, of the whole order
 * @param lateCost what an order that comes late costs the shop: in the currency, null where only
 *     the chance counts
 * @param mostShipments nodes that may share an order
 * @param leastPerShipment value of goods that each half of a split must have; null where any
 * @param whenLate what becomes of an order whose promise no plan keeps
 * @param signatureOver a shipment of more value is signed for; null where never
 * @param insureOver a shipment of more value is insured; null where never
 * @param provisionalPercent how much more than planned a label may cost whose price was
 *     provisional, before it is planned again
 * @param oldQuotePercent added to a last good quote, for each day of its age
 * @param warnBefore how long before its last safe instant an order is named as at risk
 */
public record PlanRules(
    Strategy strategy,
    int leastChancePercent,
    @Nullable Money lateCost,
    int mostShipments,
    @Nullable Money leastPerShipment,
    WhenLate whenLate,
    @Nullable Money signatureOver,
    @Nullable Money insureOver,
    int provisionalPercent,
    int oldQuotePercent,
    Duration warnBefore) {
  public static final PlanRules PLAIN =
      new PlanRules(
          Strategy.CHEAPEST,
          90,
          null,
          4,
          null,
          WhenLate.HOLD,
          null,
          null,
          10,
          5,
          Duration.ofHours(1));

  private static final double HUNDRED = 100.0;

  /** Of keeping the promise, 0 to 1. */
  public double leastChance() {
    return leastChancePercent / HUNDRED;
  }

  /** What is best. */
  public enum Strategy {
    /** The least cost that keeps the promise. */
    CHEAPEST,
    /** The earliest arrival, then the least cost. */
    FASTEST,
    /** The fewest gram-kilometres, then the least cost. */
    GREENEST
  }

  /** What becomes of an order whose promise no plan keeps. */
  public enum WhenLate {
    HOLD,
    /** The best one goes, and the customer is told early. */
    SHIP
  }
}

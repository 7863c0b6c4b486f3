package dev.cutoff.postage.application;

import dev.cutoff.money.Money;
import java.time.Instant;

/** How much was spent in an hour, where the merchant file limits it. */
public interface SpentPostage {
  /**
   * Adds to what was spent, unless that would be more than the limit: then nothing is added and the
   * answer is false.
   *
   * @param whose "all", or the carrier's id
   * @param hour its begin
   */
  boolean spend(String whose, Instant hour, Money amount, Money limit);
}

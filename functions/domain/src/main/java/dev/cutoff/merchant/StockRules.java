package dev.cutoff.merchant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The shop's rules of stock.
 *
 * @param whenShort what becomes of units that nobody has
 * @param shipPartial ship what is there and leave the rest to {@code whenShort}; otherwise an order
 *     waits until it is whole
 * @param longestBackorder how long an order waits for stock before a person looks
 * @param countTolerance null where any count is taken
 * @param hotSku when reservations of a SKU go through a queue
 * @param counts how often shelves are counted
 */
public record StockRules(
    WhenShort whenShort,
    boolean shipPartial,
    Duration longestBackorder,
    @Nullable CountTolerance countTolerance,
    HotSku hotSku,
    CountRules counts) {
  public static final StockRules PLAIN =
      new StockRules(WhenShort.HOLD, false, Duration.ofDays(60), null, new HotSku(600, 10));

  /** With the usual rules of counting. */
  public StockRules(
      WhenShort whenShort,
      boolean shipPartial,
      Duration longestBackorder,
      @Nullable CountTolerance countTolerance,
      HotSku hotSku) {
    this(whenShort, shipPartial, longestBackorder, countTolerance, hotSku, CountRules.USUAL);
  }

  /** What becomes of units that nobody has. */
  public enum WhenShort {
    HOLD,
    BACKORDER,
    CANCEL
  }

  /** A count that is further off than both is not taken unseen. */
  public record CountTolerance(long units, int percent) {}

  /**
   * When a shelf is hot.
   *
   * @param conflictsPerMinute from so many on, lost against other transactions
   * @param calmMinutes without a queue's need before it goes back
   */
  public record HotSku(int conflictsPerMinute, int calmMinutes) {}
}

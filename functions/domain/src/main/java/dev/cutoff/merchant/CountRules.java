package dev.cutoff.merchant;

/**
 * How often shelves are counted.
 *
 * @param byValue whether units moved weigh by their item's value, else each the same
 * @param overDays how far back moves count
 * @param shareA percent of the weight that makes class A
 * @param shareB percent of the weight that makes A and B
 * @param daysA between two counts of a shelf of class A
 */
public record CountRules(
    boolean byValue, int overDays, int shareA, int shareB, int daysA, int daysB, int daysC) {
  /** A monthly, B quarterly, C half-yearly, by the value of what moved in ninety days. */
  public static final CountRules USUAL = new CountRules(true, 90, 80, 95, 30, 91, 182);

  private static final int MOST_DAYS = 3_650;

  public CountRules {
    if (shareA < 0 || shareB < shareA || shareB > 100) {
      throw new IllegalArgumentException("shares are 0 to 100, B's with that of A");
    }
    if (outOfRange(overDays) || outOfRange(daysA) || outOfRange(daysB) || outOfRange(daysC)) {
      throw new IllegalArgumentException("days are 1 to " + MOST_DAYS);
    }
  }

  private static boolean outOfRange(int days) {
    return days < 1 || days > MOST_DAYS;
  }
}

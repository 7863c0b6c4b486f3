package dev.cutoff.local.limits;

/**
 * What was asked of the model.
 *
 * @param writeUnits of all writes, refused ones included
 * @param transactions that were done
 * @param refused transactions whose condition failed
 * @param conflicts with a transaction in work
 * @param throttled by a partition
 */
public record Spent(
    long writeUnits, long transactions, long refused, long conflicts, long throttled) {
  static final Spent NOTHING = new Spent(0, 0, 0, 0, 0);

  Spent units(long more) {
    return new Spent(writeUnits + more, transactions, refused, conflicts, throttled);
  }

  Spent done() {
    return new Spent(writeUnits, transactions + 1, refused, conflicts, throttled);
  }

  Spent conditionFailed() {
    return new Spent(writeUnits, transactions, refused + 1, conflicts, throttled);
  }

  Spent conflict() {
    return new Spent(writeUnits, transactions, refused, conflicts + 1, throttled);
  }

  Spent throttle() {
    return new Spent(writeUnits, transactions, refused, conflicts, throttled + 1);
  }
}

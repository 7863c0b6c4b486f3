package dev.cutoff.local.meter;

/** From bytes to the units that DynamoDB bills: steps of 1 KB written, 4 KB read. */
public final class Capacity {
  private static final long WRITE_STEP = 1024;
  private static final long READ_STEP = 4096;
  private static final int TRANSACTION = 2;

  private Capacity() {}

  /** What one write costs; the larger of the item before and after it is what counts. */
  public static long write(long before, long after) {
    return steps(Math.max(before, after), WRITE_STEP);
  }

  public static long transactionalWrite(long before, long after) {
    return TRANSACTION * write(before, after);
  }

  /** What one read costs: of an item that is not there as much as of a small one. */
  static double read(long bytes, boolean consistent) {
    return steps(bytes, READ_STEP) * (consistent ? 1.0 : 0.5);
  }

  static double transactionalRead(long bytes) {
    return (double) TRANSACTION * steps(bytes, READ_STEP);
  }

  private static long steps(long bytes, long step) {
    return Math.max(1, Math.ceilDiv(bytes, step));
  }
}

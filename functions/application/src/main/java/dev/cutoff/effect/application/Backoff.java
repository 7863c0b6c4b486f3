package dev.cutoff.effect.application;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a limit, and by chance
 * between half of that and all of it, so that what failed together does not come back together.
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("waits grow from something to no less");
    }
  }

  /**
   * The wait after so many tries.
   *
   * @param tries 1 or more
   */
  public Duration after(int tries, RandomGenerator random) {
    long whole = longest.toMillis();
    int doublings = Math.max(0, Math.min(tries - 1, MOST_DOUBLINGS));
    long grown = Math.multiplyExact(first.toMillis(), 1L << doublings);
    long limit = Math.min(whole, grown);
    return Duration.ofMillis(limit / 2 + (long) (random.nextDouble() * (limit - limit / 2)));
  }
}

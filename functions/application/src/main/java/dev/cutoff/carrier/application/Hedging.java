package dev.cutoff.carrier.application;

import java.time.Duration;
import java.util.Arrays;

/**
 * When a read of one carrier is asked a second time, and how often that may be. The delay is what
 * 95 of 100 of its recent answers came within. Every question earns a twentieth of a second one,
 * carrier by carrier: one that is ill spends nothing that another has earned, and over all there
 * are never more than five extra calls for a hundred.
 */
public final class Hedging {
  private static final int RECENT = 100;

  /** Fewer say nothing of the tail. */
  private static final int ENOUGH = 20;

  private static final Duration AT_FIRST = Duration.ofMillis(800);
  private static final Duration LEAST = Duration.ofMillis(30);

  /** One question earns so many parts, and a second one costs as many as twenty earn. */
  private static final int COST = 20;

  /** What may be saved up: after a quiet hour not all of it goes in one minute. */
  private static final int MOST = 10 * COST;

  private final long[] millis = new long[RECENT];
  private long answers;
  private int earned;

  public synchronized void answered(Duration after) {
    millis[(int) (answers % RECENT)] = after.toMillis();
    answers++;
  }

  public synchronized void asked() {
    earned = Math.min(MOST, earned + 1);
  }

  /** One extra call, where it was earned. */
  public synchronized boolean take() {
    if (earned < COST) {
      return false;
    }
    earned -= COST;
    return true;
  }

  public synchronized Duration delay() {
    if (answers < ENOUGH) {
      return AT_FIRST;
    }
    long[] recent = Arrays.copyOf(millis, (int) Math.min(answers, RECENT));
    Arrays.sort(recent);
    Duration p95 = Duration.ofMillis(recent[(int) Math.ceil(0.95 * recent.length) - 1]);
    return p95.compareTo(LEAST) < 0 ? LEAST : p95;
  }
}

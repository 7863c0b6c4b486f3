package dev.cutoff.carrier.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long the questions of one kind to one carrier took, the newest of them. */
public final class Latencies {
  private static final int RECENT = 500;

  private final long[] millis = new long[RECENT];
  private long asked;
  private long failures;
  private @Nullable Failure last;

  /** The newest question without an answer, in our own words. */
  public record Failure(Instant at, String why) {}

  /**
   * What is known now.
   *
   * @param asked since the process began
   * @param failures of them without an answer
   * @param p50 of the newest 500, those without an answer included
   * @param last null where all were answered
   */
  public record Figures(
      long asked, long failures, Duration p50, Duration p99, @Nullable Failure last) {}

  synchronized void answered(Duration took) {
    millis[(int) (asked % RECENT)] = took.toMillis();
    asked++;
  }

  synchronized void failed(Duration took, Failure why) {
    answered(took);
    failures++;
    last = why;
  }

  public synchronized Figures figures() {
    long[] recent = Arrays.copyOf(millis, (int) Math.min(asked, RECENT));
    Arrays.sort(recent);
    return new Figures(asked, failures, quantile(recent, 0.5), quantile(recent, 0.99), last);
  }

  private static Duration quantile(long[] sorted, double share) {
    return sorted.length == 0
        ? Duration.ZERO
        : Duration.ofMillis(sorted[(int) Math.ceil(share * sorted.length) - 1]);
  }
}

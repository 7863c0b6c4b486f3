package dev.cutoff.local.messaging;

import java.time.Duration;

/**
 * An event source mapping: the function that gets a queue's messages, in batches.
 *
 * @param window how long the first message of a batch waits for others; more than ten in a batch
 *     want one
 */
public record Mapping(String queue, String function, int batchSize, Duration window) {
  private static final int MOST_AT_ONCE = 10;
  private static final int MOST = 10_000;

  public Mapping(String queue, String function, int batchSize) {
    this(queue, function, batchSize, Duration.ZERO);
  }

  public Mapping {
    if (batchSize < 1 || batchSize > (window.isZero() ? MOST_AT_ONCE : MOST)) {
      throw new IllegalArgumentException(
          "A batch has 1 to 10 messages, or 10,000 with a window: " + queue);
    }
  }
}

package dev.cutoff.local.limits;

import java.time.Duration;

/**
 * What the model takes for granted.
 *
 * @param partitions that the keys of a table are spread over, by their hash
 * @param unitsPerSecond write units a second and partition
 * @param saved how long a partition keeps what it did not use; DynamoDB documents five minutes
 * @param full whether partitions begin with all of that saved
 * @param transaction how long one takes; no other write touches its items meanwhile
 * @param other how long any other request takes, and a refusal that needs no look at conditions
 */
public record Limits(
    int partitions,
    double unitsPerSecond,
    Duration saved,
    boolean full,
    Duration transaction,
    Duration other) {
  /**
   * As many partitions as a table on demand may use by its default quota, 40,000 units a second.
   */
  private static final int BY_QUOTA = 40;

  /** DynamoDB's, with nothing saved: what can be kept up. */
  public static final Limits SUSTAINED =
      new Limits(
          BY_QUOTA,
          1000,
          Duration.ofMinutes(5),
          false,
          Duration.ofMillis(10),
          Duration.ofMillis(5));
}

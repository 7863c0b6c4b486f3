package dev.cutoff.local.schedule;

import java.time.Duration;

/**
 * A function invoked at a rate with a JSON input; {@code <aws.scheduler.scheduled-time>} in it
 * becomes the instant, as EventBridge Scheduler does it.
 */
public record Schedule(String name, Duration rate, String function, String input) {

  public Schedule {
    if (rate.isNegative() || rate.isZero()) {
      throw new IllegalArgumentException("A rate is more than nothing: " + name);
    }
  }
}

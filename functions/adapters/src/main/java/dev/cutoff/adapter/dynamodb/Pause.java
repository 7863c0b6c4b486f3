package dev.cutoff.adapter.dynamodb;

import dev.cutoff.effect.application.TryAgainLater;
import java.time.Duration;

/** How to wait before a conflict is tried again; a parameter, so that tests don't wait. */
@FunctionalInterface
public interface Pause {
  void pause(Duration time);

  /** Really waits. */
  static Pause sleeping() {
    return time -> {
      try {
        Thread.sleep(time);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new TryAgainLater("DynamoDB: stopped while waiting to try again", stopped);
      }
    };
  }
}

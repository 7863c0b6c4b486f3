package dev.cutoff.local.messaging;

import java.time.Duration;

/** A queue: how long a message in work is hidden, and how often it is tried before it is dead. */
public record QueueSettings(String name, Duration visibilityTimeout, int maxReceiveCount) {

  public QueueSettings {
    if (maxReceiveCount < 1) {
      throw new IllegalArgumentException("A message is tried once at least: " + name);
    }
  }

  String deadLetterQueue() {
    return name + "-dead-letters";
  }
}

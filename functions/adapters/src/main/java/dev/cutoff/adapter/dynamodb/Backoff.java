package dev.cutoff.adapter.dynamodb;

import dev.cutoff.effect.application.TryAgainLater;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Tries again, after a random and growing time, what lost against another transaction. */
final class Backoff {
  private static final int TRIES = 8;
  private static final long FIRST_MILLIS = 20;
  private static final long LONGEST_MILLIS = 500;

  private final RandomGenerator random;
  private final Pause pause;

  Backoff(RandomGenerator random, Pause pause) {
    this.random = random;
    this.pause = pause;
  }

  /** The first answer; an empty one means "busy". */
  <T> T untilAnswered(String what, Supplier<Optional<T>> attempt) {
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<T> answer = attempt.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      pause.pause(jitter(tried));
    }
    throw new TryAgainLater("DynamoDB: " + what + ": others kept changing the same rows");
  }

  private Duration jitter(int tried) {
    long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << tried);
    // The generator is shared by all threads, and not every kind of it may be.
    synchronized (random) {
      return Duration.ofMillis(random.nextLong(most + 1));
    }
  }
}

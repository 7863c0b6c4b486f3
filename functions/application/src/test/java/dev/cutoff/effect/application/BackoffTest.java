package dev.cutoff.effect.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(45), Duration.ofHours(1));

  @Test
  void eachWaitIsTwiceTheOneBeforeUpToTheLimit() {
    assertThat(least(1)).isEqualTo(Duration.ofMillis(22_500));
    assertThat(least(2)).isEqualTo(Duration.ofSeconds(45));
    assertThat(least(3)).isEqualTo(Duration.ofSeconds(90));
    assertThat(least(8)).isEqualTo(Duration.ofMinutes(30));
    assertThat(least(1_000)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void chanceIsBetweenHalfOfItAndAllOfIt() {
    RandomGenerator random = new Random(1);
    for (int tries = 0; tries < 1_000; tries++) {
      assertThat(BACKOFF.after(2, random))
          .isBetween(Duration.ofSeconds(45), Duration.ofSeconds(90));
    }
    assertThat(BACKOFF.after(2, random)).isNotEqualTo(BACKOFF.after(2, random));
  }

  /** Eight waits: an outage of an hour is waited out even where chance makes all of them short. */
  @Test
  void eightWaitsAreLongerThanAnHour() {
    Duration all = Duration.ZERO;
    for (int tries = 1; tries <= 8; tries++) {
      all = all.plus(least(tries));
    }
    assertThat(all).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void aWaitThatDoesNotGrowIsNone() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(Duration.ofHours(2), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Duration least(int tries) {
    return BACKOFF.after(tries, () -> 0);
  }
}

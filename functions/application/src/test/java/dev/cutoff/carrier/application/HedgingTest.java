package dev.cutoff.carrier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HedgingTest {
  private final Hedging hedging = new Hedging();

  @Test
  void theDelayIsWhat95OfTheRecent100CameWithin() {
    IntStream.rangeClosed(1, 100).forEach(number -> answered(10L * number));
    assertThat(hedging.delay()).isEqualTo(Duration.ofMillis(950));
  }

  @Test
  void onlyTheRecentOnesCount() {
    IntStream.range(0, 100).forEach(number -> answered(2_000));
    IntStream.range(0, 100).forEach(number -> answered(100));
    assertThat(hedging.delay()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void beforeThereAreEnoughAnswersTheDelayIsASaneOne() {
    IntStream.range(0, 19).forEach(number -> answered(1));
    assertThat(hedging.delay()).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  void oneThatAnswersInNoTimeIsNotAskedTwiceForNothing() {
    IntStream.range(0, 100).forEach(number -> answered(1));
    assertThat(hedging.delay()).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void aSecondCallHasToBeEarnedByTwentyQuestions() {
    assertThat(hedging.take()).isFalse();
    ask(19);
    assertThat(hedging.take()).isFalse();
    ask(1);
    assertThat(hedging.take()).isTrue();
    assertThat(hedging.take()).isFalse();
  }

  @Test
  void whateverHappensThereAreNeverMoreThanFiveExtraCallsInAHundred() {
    int taken = 0;
    for (int asked = 1; asked <= 10_000; asked++) {
      ask(1);
      while (asked % 7 == 0 && hedging.take()) {
        taken++;
      }
      assertThat(taken * 100).isLessThanOrEqualTo(asked * 5);
    }
    assertThat(taken).isEqualTo(499);
  }

  @Test
  void aQuietHourSavesUpForTenAtMost() {
    ask(100_000);
    assertThat(IntStream.range(0, 100).filter(number -> hedging.take()).count()).isEqualTo(10);
  }

  private void ask(int times) {
    IntStream.range(0, times).forEach(number -> hedging.asked());
  }

  private void answered(long millis) {
    hedging.answered(Duration.ofMillis(millis));
  }
}

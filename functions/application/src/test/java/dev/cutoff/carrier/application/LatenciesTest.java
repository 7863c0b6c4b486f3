package dev.cutoff.carrier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long questions took. */
final class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void nothing_is_known_before_the_first_question() {
    assertThat(latencies.figures())
        .isEqualTo(new Latencies.Figures(0, 0, Duration.ZERO, Duration.ZERO, null));
  }

  @Test
  void half_are_no_slower_than_p50_and_ninety_nine_of_a_hundred_than_p99() {
    for (int i = 100; i >= 1; i--) {
      latencies.answered(Duration.ofMillis(i));
    }
    assertThat(latencies.figures().p50()).isEqualTo(Duration.ofMillis(50));
    assertThat(latencies.figures().p99()).isEqualTo(Duration.ofMillis(99));
  }

  @Test
  void only_the_newest_count_for_them_and_all_for_the_numbers() {
    var why = new Latencies.Failure(Instant.EPOCH, "can't be reached");
    latencies.failed(Duration.ofSeconds(30), why);
    for (int i = 0; i < 500; i++) {
      latencies.answered(Duration.ofMillis(7));
    }
    assertThat(latencies.figures())
        .isEqualTo(new Latencies.Figures(501, 1, Duration.ofMillis(7), Duration.ofMillis(7), why));
  }
}

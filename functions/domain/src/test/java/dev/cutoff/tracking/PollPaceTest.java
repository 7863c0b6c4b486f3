package dev.cutoff.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class PollPaceTest {
  private static final Instant SINCE = Instant.parse("2026-11-23T21:00:00Z");
  private static final Duration ROUND = Duration.ofMinutes(5);
  private static final Duration POLL_FOR = Duration.ofDays(30);

  @Test
  void itIsAskedEverLessAsItAges() {
    Track track = Track.labelMade();

    assertThat(asked(track, Duration.ZERO, Duration.ofDays(1))).isEqualTo(96);
    assertThat(asked(track, Duration.ofDays(1), Duration.ofDays(1))).isEqualTo(24);
    assertThat(asked(track, Duration.ofDays(3), Duration.ofDays(1))).isEqualTo(6);
    assertThat(asked(track, Duration.ofDays(10), Duration.ofDays(1))).isEqualTo(2);
    assertThat(asked(track, Duration.ofDays(30), Duration.ofDays(1))).isZero();
  }

  @Test
  void onItsLastDayItIsAskedOften() {
    assertThat(
            asked(track(TrackingStatus.OUT_FOR_DELIVERY), Duration.ofDays(4), Duration.ofDays(1)))
        .isEqualTo(96);
  }

  @Test
  void whatArrivedIsNotAskedFor() {
    assertThat(asked(track(TrackingStatus.DELIVERED), Duration.ZERO, Duration.ofDays(1))).isZero();
    assertThat(asked(track(TrackingStatus.RETURNED), Duration.ZERO, Duration.ofDays(1))).isZero();
  }

  @Test
  void parcelsAreNotAskedForAllAtOnce() {
    Set<Integer> rounds = new TreeSet<>();
    for (int parcel = 1; parcel <= 50; parcel++) {
      for (int round = 1; round <= 3; round++) {
        if (isDue("SHP-DTC-" + (1_000 + 37 * parcel) + "-1-1", Track.labelMade(), round)) {
          rounds.add(round);
        }
      }
    }
    assertThat(rounds).containsExactly(1, 2, 3);
  }

  private static int asked(Track track, Duration from, Duration during) {
    int asked = 0;
    long first = from.dividedBy(ROUND);
    for (long round = first; round < first + during.dividedBy(ROUND); round++) {
      asked += isDue("SHP-DTC-1-1-1", track, round) ? 1 : 0;
    }
    return asked;
  }

  private static boolean isDue(String parcelId, Track track, long round) {
    Instant now = SINCE.plus(ROUND.multipliedBy(round));
    return PollPace.isDue(parcelId, track, SINCE, POLL_FOR, now.minus(ROUND), now);
  }

  private static Track track(TrackingStatus status) {
    return Track.labelMade().with(new Scan("s", "swift", "1Z", status, null, SINCE, ""));
  }
}

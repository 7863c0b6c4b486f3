package dev.cutoff.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a carrier is asked for a parcel of which it tells nothing by itself: often while much
 * happens, and ever less as it ages. Nothing is written down for it: each parcel has its own times
 * on the clock, so that not all are asked for at once.
 */
public final class PollPace {
  private static final Duration OFTEN = Duration.ofMinutes(15);
  private static final Duration HOURLY = Duration.ofHours(1);
  private static final Duration SELDOM = Duration.ofHours(4);
  private static final Duration RARELY = Duration.ofHours(12);

  private static final Duration FIRST_DAY = Duration.ofDays(1);
  private static final Duration FIRST_DAYS = Duration.ofDays(3);
  private static final Duration FIRST_WEEKS = Duration.ofDays(10);

  private PollPace() {}

  /**
   * Whether it is its turn.
   *
   * @param since when it was handed over, or else its label was made
   * @param pollFor after which nobody asks any more
   * @param before when the round before this was
   */
  public static boolean isDue(
      String parcelId, Track track, Instant since, Duration pollFor, Instant before, Instant now) {
    return now.isBefore(since.plus(pollFor))
        && every(track, Duration.between(since, now))
            .filter(every -> turn(parcelId, every, before) != turn(parcelId, every, now))
            .isPresent();
  }

  /** Empty where it arrived. */
  static Optional<Duration> every(Track track, Duration age) {
    return switch (track.status()) {
      case DELIVERED, RETURNED -> Optional.empty();
      case OUT_FOR_DELIVERY -> Optional.of(age.compareTo(FIRST_WEEKS) < 0 ? OFTEN : SELDOM);
      case LABEL_MADE, ACCEPTED, IN_TRANSIT -> Optional.of(byAge(age));
    };
  }

  private static Duration byAge(Duration age) {
    if (age.compareTo(FIRST_DAY) < 0) {
      return OFTEN;
    }
    if (age.compareTo(FIRST_DAYS) < 0) {
      return HOURLY;
    }
    return age.compareTo(FIRST_WEEKS) < 0 ? SELDOM : RARELY;
  }

  private static long turn(String parcelId, Duration every, Instant at) {
    long seconds = every.toSeconds();
    long own = Math.floorMod(parcelId.hashCode(), seconds);
    return Math.floorDiv(at.getEpochSecond() + own, seconds);
  }
}

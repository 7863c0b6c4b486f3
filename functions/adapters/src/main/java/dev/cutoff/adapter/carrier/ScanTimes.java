package dev.cutoff.adapter.carrier;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Which times a scan may have. What is older than its label is found out where the label is. */
public final class ScanTimes {
  /** Of one call: more can't be whole events within its bytes, and ten thousand are. */
  public static final int MOST_SCANS = 20_000;

  /** A device with its clock at zero says 1970. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Clocks differ by minutes; what is further ahead has another zone than it says. */
  private static final Duration AHEAD = Duration.ofMinutes(15);

  private ScanTimes() {}

  /** A time with its offset; empty where it is none, or a local one. */
  public static Optional<Instant> read(String written) {
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  /** Whether it can be believed. */
  public static boolean isPlausible(Instant at, Instant now) {
    return !at.isBefore(EARLIEST) && !at.isAfter(now.plus(AHEAD));
  }

  /** What is wrong with it, to stand behind the name of the time. */
  public static String implausible() {
    return "is before 2000 or more than " + AHEAD.toMinutes() + " minutes ahead";
  }
}

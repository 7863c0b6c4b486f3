package dev.cutoff.adapter.dynamodb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as texts of one length, which sort as the instants do ({@code toString} does not). */
final class Sortable {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final long BUCKET_SECONDS = 600;

  private Sortable() {}

  static String text(Instant instant) {
    return FORMAT.format(instant);
  }

  /** The ten minutes it is in: an index on this is written once for many changes. */
  static String bucket(Instant instant) {
    long seconds = Math.floorDiv(instant.getEpochSecond(), BUCKET_SECONDS) * BUCKET_SECONDS;
    return text(Instant.ofEpochSecond(seconds).truncatedTo(ChronoUnit.SECONDS));
  }

  static Instant read(String text) {
    return Instant.parse(text);
  }
}

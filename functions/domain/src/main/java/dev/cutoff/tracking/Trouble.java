package dev.cutoff.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is the matter with a parcel that the carrier has, so that somebody has to act.
 *
 * @param since when it was seen last, or when the carrier said so
 */
public record Trouble(Kind kind, Instant since) {
  /** What it is. */
  public enum Kind {
    /** Nobody has seen it for too long. */
    SILENT,
    LOST,
    DAMAGED,
    /** It came back. */
    RETURNED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * As things stand; what the carrier says comes first.
   *
   * @param silentFor how long no scan is no trouble
   */
  public static Optional<Trouble> of(
      Track track, Instant handedOver, Duration silentFor, Instant now) {
    Instant seen = track.lastSeen().filter(handedOver::isBefore).orElse(handedOver);
    TrackingFlag flag = track.flag();
    if (flag != null) {
      Optional<Kind> told =
          switch (flag) {
            case LOST -> Optional.of(Kind.LOST);
            case DAMAGED -> Optional.of(Kind.DAMAGED);
            case DELIVERY_ATTEMPTED, AT_PICKUP_POINT, HELD_AT_CUSTOMS, DELAYED -> Optional.empty();
          };
      if (told.isPresent()) {
        return told.map(kind -> new Trouble(kind, seen));
      }
    }
    return switch (track.status()) {
      case RETURNED -> Optional.of(new Trouble(Kind.RETURNED, seen));
      case DELIVERED -> Optional.empty();
      case LABEL_MADE, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY ->
          flag == TrackingFlag.AT_PICKUP_POINT || now.isBefore(seen.plus(silentFor))
              ? Optional.empty()
              : Optional.of(new Trouble(Kind.SILENT, seen));
    };
  }
}

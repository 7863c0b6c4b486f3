package dev.cutoff.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scan of one parcel, normalised.
 *
 * @param id the carrier's id of the scan: the same scan twice counts once
 * @param status null where the scan is a flag alone
 * @param flag null where the scan moves the parcel
 * @param place as the carrier says it, for people
 */
public record Scan(
    String id,
    String carrier,
    String trackingNumber,
    @Nullable TrackingStatus status,
    @Nullable TrackingFlag flag,
    Instant occurredAt,
    String place) {
  public Scan {
    if ((status == null) == (flag == null)) {
      throw new IllegalArgumentException("a scan says either a status or a flag");
    }
  }
}

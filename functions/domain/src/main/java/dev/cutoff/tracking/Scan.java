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
 * @param reason why it is not on its way; null where the carrier says nothing of it
 * @param proof of a delivery; null where there is none
 */
public record Scan(
    String id,
    String carrier,
    String trackingNumber,
    @Nullable TrackingStatus status,
    @Nullable TrackingFlag flag,
    Instant occurredAt,
    String place,
    @Nullable ScanReason reason,
    @Nullable DeliveryProof proof) {
  /** One without a reason and a proof. */
  public Scan(
      String id,
      String carrier,
      String trackingNumber,
      @Nullable TrackingStatus status,
      @Nullable TrackingFlag flag,
      Instant occurredAt,
      String place) {
    this(id, carrier, trackingNumber, status, flag, occurredAt, place, null, null);
  }

  public Scan {
    if ((status == null) == (flag == null)) {
      throw new IllegalArgumentException("a scan says either a status or a flag");
    }
  }
}

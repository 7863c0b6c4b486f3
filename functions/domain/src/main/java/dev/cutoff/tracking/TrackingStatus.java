package dev.cutoff.tracking;

import java.util.Locale;

/** Where a parcel is; the order of the names is the rank, and a parcel only moves forward. */
public enum TrackingStatus {
  LABEL_MADE,
  ACCEPTED,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  DELIVERED,
  RETURNED;

  public boolean after(TrackingStatus other) {
    return compareTo(other) > 0;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

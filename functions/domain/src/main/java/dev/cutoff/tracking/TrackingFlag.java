package dev.cutoff.tracking;

import java.util.Locale;

/** What went wrong on the way; a later scan clears it. */
public enum TrackingFlag {
  DELIVERY_ATTEMPTED,
  AT_PICKUP_POINT,
  HELD_AT_CUSTOMS,
  DAMAGED,
  LOST,
  DELAYED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

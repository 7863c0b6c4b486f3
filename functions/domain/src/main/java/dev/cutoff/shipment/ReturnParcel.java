package dev.cutoff.shipment;

import java.util.regex.Pattern;

/**
 * The way back of a parcel, as often as it was asked for.
 *
 * @param parcelId of the parcel that went out
 * @param request which one of its return labels, from 1
 */
public record ReturnParcel(String parcelId, int request) {
  /** The ids of parcels that go out end in a number alone. */
  private static final Pattern ID = Pattern.compile(".*-r[0-9]+");

  public ReturnParcel {
    if (request < 1) {
      throw new IllegalArgumentException("requests are counted from 1, not " + request);
    }
  }

  /** "SHP-DTC-90412-1-1-r1". */
  public String id() {
    return parcelId + "-r" + request;
  }

  /** Whether a parcel of that id comes back. */
  public static boolean isOne(String id) {
    return ID.matcher(id).matches();
  }
}

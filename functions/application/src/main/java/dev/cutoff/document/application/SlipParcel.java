package dev.cutoff.document.application;

import org.jspecify.annotations.Nullable;

/**
 * How one parcel of the shipment goes.
 *
 * @param box code of the box
 * @param carrierName the carrier as people know it
 * @param serviceName the carrier's service
 * @param trackingNumber null before the label is bought
 * @param weightGrams weight in grams, above zero
 */
public record SlipParcel(
    String box,
    String carrierName,
    String serviceName,
    @Nullable String trackingNumber,
    int weightGrams) {

  public SlipParcel {
    if (weightGrams < 1) {
      throw new IllegalArgumentException("A parcel needs a weight above zero");
    }
  }
}

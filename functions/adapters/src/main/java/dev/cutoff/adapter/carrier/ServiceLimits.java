package dev.cutoff.adapter.carrier;

import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.Carrier.Service;

/** Why a carrier that sends an empty list has no price, as far as the merchant file knows. */
public final class ServiceLimits {
  private ServiceLimits() {}

  /** In words that begin with the name of the service: "Ground: does not deliver to DE". */
  public static String why(Service service, RateRequest request) {
    return service.name() + ": " + reason(service, request);
  }

  private static String reason(Service service, RateRequest request) {
    String country = request.to().country();
    if (!service.countries().contains(country)) {
      return "does not deliver to " + country;
    }
    for (ParcelSpec parcel : request.parcels()) {
      if (parcel.grams() > service.maxGrams()) {
        return parcel.grams() + " g is over its limit of " + service.maxGrams() + " g";
      }
      if (parcel.size().longestMm() > service.maxLengthMm()) {
        return "%d mm is over its limit of %d mm"
            .formatted(parcel.size().longestMm(), service.maxLengthMm());
      }
    }
    return "the carrier gave no price to "
        + country
        + " for "
        + request.parcels().stream().mapToLong(ParcelSpec::grams).max().orElse(0)
        + " g and no reason";
  }
}

package dev.cutoff.merchant;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shop's account with a carrier, or with the server that speaks for it.
 *
 * @param apiUrl where its API is; null for the provider's own address
 * @param secretName of the secret that lets us in: a key, or "id:secret"
 * @param number which of the accounts there; "" where it has one
 * @param settle how long after a lost answer "not found" still means "not yet known"
 * @param voidWithin how long after its purchase a label can be voided
 * @param serviceCodes the carrier's own code by our service's id; the id itself where it is missing
 */
public record CarrierAccount(
    @Nullable String apiUrl,
    String secretName,
    String number,
    Duration settle,
    Duration voidWithin,
    Map<String, String> serviceCodes) {
  public CarrierAccount {
    serviceCodes = java.util.Collections.unmodifiableMap(new TreeMap<>(serviceCodes));
  }

  public String serviceCode(String service) {
    return serviceCodes.getOrDefault(service, service);
  }
}

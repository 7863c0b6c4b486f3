package dev.cutoff.carrier.application;

import dev.cutoff.merchant.Carrier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The carrier providers by the name that the merchant file uses. */
public final class Providers {
  private final Map<String, CarrierProvider> byName = new TreeMap<>();

  public Providers(Set<CarrierProvider> providers) {
    providers.forEach(provider -> byName.put(provider.name(), provider));
  }

  /** The carrier's provider; one that nobody built is a mistake in the merchant file. */
  public CarrierProvider of(Carrier carrier) {
    CarrierProvider provider = byName.get(carrier.provider());
    if (provider == null) {
      throw new IllegalStateException(
          "carrier '%s' has the provider '%s'; known are %s"
              .formatted(carrier.id(), carrier.provider(), byName.keySet()));
    }
    return provider;
  }

  /** The same for who goes on without it. */
  public Optional<CarrierProvider> find(Carrier carrier) {
    return Optional.ofNullable(byName.get(carrier.provider()));
  }
}

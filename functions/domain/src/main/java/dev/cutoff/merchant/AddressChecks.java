package dev.cutoff.merchant;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * That a carrier is asked about ship-to addresses before units are held.
 *
 * @param within how long the answer is waited for; without one the order goes on
 * @param countries whose addresses are asked about; empty for all
 */
public record AddressChecks(Duration within, Set<String> countries) {
  /** Where the merchant file says no time. */
  public static final Duration USUAL_WITHIN = Duration.ofSeconds(3);

  public AddressChecks {
    countries = java.util.Collections.unmodifiableSet(new TreeSet<>(countries));
  }

  public boolean concerns(String country) {
    return countries.isEmpty() || countries.contains(country);
  }
}

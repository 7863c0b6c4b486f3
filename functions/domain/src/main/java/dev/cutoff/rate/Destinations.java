package dev.cutoff.rate;

import dev.cutoff.geo.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where the United States end for a parcel carrier, and where they are far away. */
public final class Destinations {
  /** Have a country code of their own, and US ZIP codes. */
  private static final Set<String> TERRITORIES = Set.of("PR", "GU", "VI", "AS", "MP", "UM");

  /** Alaska, Hawaii, the islands and the freely associated states. */
  private static final Set<String> REMOTE_REGIONS =
      Set.of("AK", "HI", "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW");

  private static final Set<String> MILITARY_REGIONS = Set.of("AA", "AE", "AP");

  private static final Set<String> MILITARY_CITIES = Set.of("APO", "FPO", "DPO");

  private Destinations() {}

  /**
   * The country code under which a card that lists these countries serves the address: its own, or
   * US for a territory.
   */
  static Optional<String> servedAs(Address to, Set<String> countries) {
    if (countries.contains(to.country())) {
      return Optional.of(to.country());
    }
    return TERRITORIES.contains(to.country()) && countries.contains("US")
        ? Optional.of("US")
        : Optional.empty();
  }

  /** Whether the address has a US ZIP code. */
  public static boolean zipCoded(Address to) {
    return to.country().equals("US") || TERRITORIES.contains(to.country());
  }

  public static boolean remote(Address to) {
    if (TERRITORIES.contains(to.country())) {
      return true;
    }
    return military(to)
        || (to.country().equals("US")
            && (REMOTE_REGIONS.contains(to.region().toUpperCase(Locale.ROOT))
                || remoteZip(to.postcode())));
  }

  /** APO, FPO and DPO. */
  public static boolean military(Address to) {
    return to.country().equals("US")
        && (MILITARY_REGIONS.contains(to.region().toUpperCase(Locale.ROOT))
            || MILITARY_CITIES.contains(to.city().toUpperCase(Locale.ROOT)));
  }

  /** For addresses whose region is missing or written out. */
  private static boolean remoteZip(String postcode) {
    if (!postcode.matches("\\d{5}.*")) {
      return false;
    }
    int zip3 = Integer.parseInt(postcode.substring(0, 3));
    return (zip3 >= 6 && zip3 <= 9)
        || (zip3 >= 90 && zip3 <= 98)
        || zip3 == 340
        || (zip3 >= 962 && zip3 <= 969)
        || zip3 >= 995;
  }
}

package dev.cutoff.adapter.geo;

import dev.cutoff.geo.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an address lacks, in words for a person and never with the person's data. */
final class Defects {
  private static final String US = "US";

  private final Map<String, Country> countries;
  private final Zones zones;

  Defects(Map<String, Country> countries, Zones zones) {
    this.countries = countries;
    this.zones = zones;
  }

  List<String> of(Address address) {
    List<String> found = new ArrayList<>();
    want(address.name(), "no name", found);
    if (empty(address.street1()) && empty(address.street2())) {
      found.add("no street");
    }
    Country country = countries.get(Atlas.normal(address.country()));
    if (country == null) {
      found.add("country is missing or unknown");
      return found;
    }
    if (country.wants('C')) {
      want(address.city(), "no city", found);
    }
    if (country.wants('S')) {
      want(address.region(), "no " + country.stateWord(), found);
    }
    destination(address, country, found);
    return found;
  }

  /** Without what only a person knows: name, street, city. */
  List<String> ofDestination(Address address) {
    Country country = countries.get(Atlas.normal(address.country()));
    if (country == null) {
      return List.of("country is missing or unknown");
    }
    List<String> found = new ArrayList<>();
    destination(address, country, found);
    return found;
  }

  private void destination(Address address, Country country, List<String> found) {
    if (country.code().equals(US)
        && !empty(address.region())
        && !zones.knowsState(US, Atlas.normal(address.region()))) {
      found.add("state is not a US state as two letters, like CA");
    }
    postcode(address.postcode(), country, found);
  }

  private static void postcode(String postcode, Country country, List<String> found) {
    Pattern form = country.postcode();
    if (empty(postcode)) {
      if (country.wants('Z')) {
        found.add("no postcode");
      }
    } else if (form != null && !form.matcher(postcode.strip()).matches()) {
      found.add(
          "postcode has not the form of "
              + country.code()
              + " postcodes, like "
              + country.postcodeExample());
    }
  }

  private static void want(String value, String defect, List<String> found) {
    if (empty(value)) {
      found.add(defect);
    }
  }

  /** Shops send non-breaking and zero-width spaces too. */
  private static boolean empty(String value) {
    return value
        .codePoints()
        .allMatch(c ->
            Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT);
  }
}

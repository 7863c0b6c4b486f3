package dev.cutoff.world;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import dev.cutoff.merchant.application.Geography;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A few American cities. */
final class Atlas implements Geography {
  private static final Map<String, Place> ZIP3 =
      Map.of(
          "071", new Place(40.7, -74.2),
          "100", new Place(40.7, -74.0),
          "606", new Place(41.9, -87.6),
          "900", new Place(34.0, -118.2));

  @Override
  public Optional<Place> place(String country, String postcode) {
    return country.equals("US") && postcode.length() >= 3
        ? Optional.ofNullable(ZIP3.get(postcode.substring(0, 3)))
        : Optional.empty();
  }

  @Override
  public ZoneId zone(Address address) {
    return ZoneId.of(address.region().equals("CA") ? "America/Los_Angeles" : "America/New_York");
  }

  @Override
  public List<String> defects(Address address) {
    List<String> missing = new ArrayList<>();
    if (address.postcode().isBlank()) {
      missing.add("postcode");
    }
    if (address.country().isBlank()) {
      missing.add("country");
    }
    return missing;
  }

  @Override
  public List<String> destinationDefects(Address address) {
    return defects(address);
  }
}

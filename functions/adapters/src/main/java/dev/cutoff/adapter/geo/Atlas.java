package dev.cutoff.adapter.geo;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import dev.cutoff.merchant.application.Geography;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Geography from the tables in this package; it asks nobody and needs no network. */
public final class Atlas implements Geography {
  private final Map<String, Country> countries = Country.all();
  private final Places places = Places.read();
  private final Zones zones = Zones.read();
  private final Defects defects = new Defects(countries, zones);

  @Override
  public Optional<Place> place(String country, String postcode) {
    String code = normal(country);
    if (Places.hasZips(code)) {
      return places.ofZip(normal(postcode));
    }
    return places
        .ofArea(code, normal(postcode))
        .or(() -> Optional.ofNullable(countries.get(code)).map(Country::place));
  }

  @Override
  public ZoneId zone(Address address) {
    String code = normal(address.country());
    return zones
        .of(code, normal(address.region()), normal(address.postcode()))
        .or(() -> Optional.ofNullable(countries.get(code)).map(Country::zone))
        .orElse(ZoneOffset.UTC);
  }

  @Override
  public List<String> defects(Address address) {
    return defects.of(address);
  }

  @Override
  public List<String> destinationDefects(Address address) {
    return defects.ofDestination(address);
  }

  /** Upper case, without spaces: "m5v 2t6" and "M5V2T6" are one postcode. */
  static String normal(String code) {
    return code.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
  }
}

package dev.cutoff.geo;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A postal address as the channel gave it; blank parts are empty strings, never null.
 *
 * @param name the person
 * @param region state or province, as a code where the country has them
 * @param country ISO 3166-1 alpha-2, upper case; empty where the channel sent none
 */
public record Address(
    String name,
    String company,
    String street1,
    String street2,
    String city,
    String region,
    String postcode,
    String country,
    String phone) {

  public Address {
    Objects.requireNonNull(name);
    Objects.requireNonNull(company);
  }

  /** Null and surrounding space become nothing; the country is upper-cased. */
  public static Address of(
      @Nullable String name,
      @Nullable String company,
      @Nullable String street1,
      @Nullable String street2,
      @Nullable String city,
      @Nullable String region,
      @Nullable String postcode,
      @Nullable String country,
      @Nullable String phone) {
    return new Address(
        clean(name),
        clean(company),
        clean(street1),
        clean(street2),
        clean(city),
        clean(region),
        clean(postcode),
        clean(country).toUpperCase(java.util.Locale.ROOT),
        clean(phone));
  }

  /** The lines to print, name first, without empty ones. */
  public List<String> lines() {
    String place =
        String.join(
            " ", Stream.of(city, region, postcode).filter(part -> !part.isBlank()).toList());
    return Stream.of(name, company, street1, street2, place, country)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static String clean(@Nullable String part) {
    return part == null ? "" : part.strip();
  }
}

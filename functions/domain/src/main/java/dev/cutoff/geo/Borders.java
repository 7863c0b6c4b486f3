package dev.cutoff.geo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a parcel meets customs: not between countries of one union, but on the way to some islands.
 */
public final class Borders {
  private static final Set<String> EUROPEAN_UNION =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  /** Belong to another country's customs territory. */
  private static final Map<String, String> BELONGS_TO =
      Map.of("MC", "FR", "PR", "US", "IM", "GB", "LI", "CH");

  /** By country and begin of the postcode: outside the customs or the tax area of the Union. */
  private static final List<String> OUTSIDE =
      List.of(
          "ES35", "ES38", "ES51", "ES52", "FR97", "FR98", "FI22", "IT23041", "IT22061", "DE78266",
          "DE27498", "GR63086");

  private Borders() {}

  public static boolean inEuropeanUnion(String country) {
    return EUROPEAN_UNION.contains(country);
  }

  /** Whether customs want a declaration of what goes from one place to the other. */
  public static boolean crossed(Address from, Address to) {
    Optional<String> left = outside(from);
    Optional<String> right = outside(to);
    if (left.isPresent() || right.isPresent()) {
      return !left.equals(right);
    }
    return !area(from.country()).equals(area(to.country()));
  }

  private static String area(String country) {
    String main = BELONGS_TO.getOrDefault(country, country);
    return inEuropeanUnion(main) ? "EU" : main;
  }

  private static Optional<String> outside(Address at) {
    String place = at.country() + at.postcode().replace(" ", "");
    return OUTSIDE.stream().filter(place::startsWith).findFirst();
  }
}

package dev.cutoff.geo;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two addresses are the same place, written in two ways: letter case, accents, points, the
 * abbreviations of the United States' post office and the last four digits of a ZIP code aside.
 * Another house number, city or postcode is another place.
 */
public final class Spelling {
  private static final int ZIP_DIGITS = 5;

  /** Where the postcode may have four digits more that only machines read. */
  private static final Set<String> ZIP_CODED = Set.of("US", "PR", "GU", "VI", "AS", "MP");

  /** Publication 28, appendices B and C: what is seen most; the other way round means the same. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("STREET", "ST"),
          Map.entry("SAINT", "ST"),
          Map.entry("AVENUE", "AVE"),
          Map.entry("AV", "AVE"),
          Map.entry("BOULEVARD", "BLVD"),
          Map.entry("ROAD", "RD"),
          Map.entry("DRIVE", "DR"),
          Map.entry("LANE", "LN"),
          Map.entry("COURT", "CT"),
          Map.entry("PLACE", "PL"),
          Map.entry("PLAZA", "PLZ"),
          Map.entry("SQUARE", "SQ"),
          Map.entry("TERRACE", "TER"),
          Map.entry("CIRCLE", "CIR"),
          Map.entry("HIGHWAY", "HWY"),
          Map.entry("PARKWAY", "PKWY"),
          Map.entry("EXPRESSWAY", "EXPY"),
          Map.entry("TRAIL", "TRL"),
          Map.entry("CROSSING", "XING"),
          Map.entry("HEIGHTS", "HTS"),
          Map.entry("FORT", "FT"),
          Map.entry("MOUNT", "MT"),
          Map.entry("NORTH", "N"),
          Map.entry("EAST", "E"),
          Map.entry("SOUTH", "S"),
          Map.entry("WEST", "W"),
          Map.entry("NORTHEAST", "NE"),
          Map.entry("NORTHWEST", "NW"),
          Map.entry("SOUTHEAST", "SE"),
          Map.entry("SOUTHWEST", "SW"),
          Map.entry("APARTMENT", "#"),
          Map.entry("APT", "#"),
          Map.entry("SUITE", "#"),
          Map.entry("STE", "#"),
          Map.entry("UNIT", "#"),
          Map.entry("FLOOR", "FL"),
          Map.entry("BUILDING", "BLDG"),
          Map.entry("ROOM", "RM"));

  private Spelling() {}

  public static boolean same(Address one, Address other) {
    return one.country().equals(other.country())
        && street(one).equals(street(other))
        && plain(one.city()).equals(plain(other.city()))
        && plain(one.region()).equals(plain(other.region()))
        && postcode(one).equals(postcode(other));
  }

  /** Where the line breaks says nothing. */
  private static String street(Address address) {
    return plain(address.street1() + " " + address.street2());
  }

  private static String postcode(Address address) {
    String letters = plain(address.postcode()).replace(" ", "");
    boolean zip = ZIP_CODED.contains(address.country()) && letters.length() > ZIP_DIGITS;
    return zip ? letters.substring(0, ZIP_DIGITS) : letters;
  }

  private static String plain(String text) {
    String upper =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT)
            .replaceAll("['.]", "")
            .replace("#", " # ")
            .replaceAll("[^\\p{L}\\p{N}#]+", " ")
            .strip();
    return Arrays.stream(upper.split(" "))
        .map(word -> SHORT.getOrDefault(word, word))
        .collect(Collectors.joining(" "))
        .replace("P O BOX", "PO BOX")
        .replace("# #", "#");
  }
}

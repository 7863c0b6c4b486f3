package dev.cutoff.adapter.geo;

import dev.cutoff.geo.Place;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a country.
 *
 * @param place of the city that its main time zone is named after
 * @param required letters of Google's address data: A street, C city, S state, Z postcode
 * @param stateWord what S is called there
 * @param postcode form of its postcodes; null where it has none
 */
record Country(
    String code,
    ZoneId zone,
    Place place,
    String required,
    String stateWord,
    String postcodeExample,
    @Nullable Pattern postcode) {

  static Map<String, Country> all() {
    Map<String, Country> countries = new LinkedHashMap<>();
    for (String[] row : Table.rows("countries.txt", '|', 8)) {
      countries.put(
          row[0],
          new Country(
              row[0],
              ZoneId.of(row[1]),
              new Place(Double.parseDouble(row[2]), Double.parseDouble(row[3])),
              row[4],
              row[5],
              row[6],
              row[7].isEmpty() ? null : Pattern.compile(row[7], Pattern.CASE_INSENSITIVE)));
    }
    return countries;
  }

  boolean wants(char field) {
    return required.indexOf(field) >= 0;
  }
}

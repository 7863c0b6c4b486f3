package dev.cutoff.adapter.geo;

import dev.cutoff.geo.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Centres of postal areas. */
final class Places {
  /** Countries whose post is the US Postal Service, with its ZIP codes. */
  private static final Set<String> ZIP_COUNTRIES =
      Set.of("US", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "VI");

  private final Map<String, Place> byZip3;
  private final Map<String, Place> byArea;

  private Places(Map<String, Place> byZip3, Map<String, Place> byArea) {
    this.byZip3 = byZip3;
    this.byArea = byArea;
  }

  static Places read() {
    Map<String, Place> byZip3 = new HashMap<>(2048);
    for (String[] row : Table.rows("us-zip3-centroids.csv", ',', 4)) {
      if (!row[0].equals("zip3")) {
        byZip3.put(row[0], place(row[1], row[2]));
      }
    }
    Map<String, Place> byArea = new HashMap<>();
    for (String[] row : Table.rows("places.txt", '|', 4)) {
      Place neighbour = byZip3.get(row[3]);
      if (row[2].equals("=") && neighbour != null) {
        byZip3.put(row[1], neighbour);
      } else {
        byArea.put(row[0] + row[1], place(row[2], row[3]));
      }
    }
    return new Places(byZip3, byArea);
  }

  static boolean hasZips(String country) {
    return ZIP_COUNTRIES.contains(country);
  }

  Optional<Place> ofZip(String zip) {
    return zip.length() < 3
        ? Optional.empty()
        : Optional.ofNullable(byZip3.get(zip.substring(0, 3)));
  }

  /** By the first letter of the postcode. */
  Optional<Place> ofArea(String country, String postcode) {
    return postcode.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byArea.get(country + postcode.charAt(0)));
  }

  private static Place place(String latitude, String longitude) {
    return new Place(Double.parseDouble(latitude), Double.parseDouble(longitude));
  }
}

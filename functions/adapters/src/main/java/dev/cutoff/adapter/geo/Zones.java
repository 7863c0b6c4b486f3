package dev.cutoff.adapter.geo;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Time zones within the countries that have several. */
final class Zones {
  private static final int LONGEST_PREFIX = 5;

  /** Key: country, bar, then a state or the start of a postcode; only the latter has digits. */
  private final Map<String, ZoneId> byKey;

  private Zones(Map<String, ZoneId> byKey) {
    this.byKey = byKey;
  }

  static Zones read() {
    Map<String, ZoneId> byKey = new HashMap<>();
    for (String[] row : Table.rows("zones.txt", '|', 3)) {
      byKey.put(row[0] + "|" + row[1], ZoneId.of(row[2]));
    }
    return new Zones(byKey);
  }

  Optional<ZoneId> of(String country, String region, String postcode) {
    for (int length = Math.min(LONGEST_PREFIX, postcode.length()); length >= 2; length--) {
      String prefix = postcode.substring(0, length);
      ZoneId zone = byKey.get(country + "|" + prefix);
      if (zone != null && hasDigit(prefix)) {
        return Optional.of(zone);
      }
    }
    return Optional.ofNullable(byKey.get(country + "|" + region));
  }

  boolean knowsState(String country, String state) {
    return !hasDigit(state) && byKey.containsKey(country + "|" + state);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}

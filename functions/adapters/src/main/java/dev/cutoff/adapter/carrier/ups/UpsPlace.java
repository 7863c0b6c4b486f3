package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address as UPS writes it. The islands under the flag of the United States are countries of
 * their own there, whether the shop says so or calls them a state.
 *
 * @param name whose it is: the company, else the person
 */
record UpsPlace(Address address, String name) {
  private static final int LONGEST_NAME = 35;
  private static final int LONGEST_LINE = 35;
  private static final int LONGEST_CITY = 30;
  private static final int MOST_LINES = 3;
  private static final int LONGEST_PHONE = 15;
  private static final int NORTH_AMERICAN = 11;

  private static final Set<String> ISLANDS = Set.of("PR", "GU", "VI", "AS", "MP");

  /** Whose phone numbers UPS wants without the country in front. */
  private static final Set<String> TEN_DIGITS = Set.of("US", "CA", "PR", "VI", "GU", "AS", "MP");

  static UpsPlace of(Node node) {
    Address address = node.address();
    return new UpsPlace(address, first(address.company(), address.name(), node.name()));
  }

  static UpsPlace of(Address address) {
    return new UpsPlace(address, first(address.company(), address.name(), "-"));
  }

  private static String first(String... names) {
    return Stream.of(names).filter(name -> !name.isBlank()).findFirst().orElse("-");
  }

  String country() {
    return isIsland() ? address.region() : address.country();
  }

  private boolean isIsland() {
    return address.country().equals("US") && ISLANDS.contains(address.region());
  }

  /** Where weights are pounds and a signature belongs to the package. */
  boolean unitedStates() {
    return country().equals("US") || country().equals("PR");
  }

  /** Somebody's home, as far as the address tells. */
  boolean residential() {
    return address.company().isBlank();
  }

  /** In lines of 35 characters; more than three are no address that UPS prints whole. */
  List<String> streetLines() {
    List<String> lines = new ArrayList<>();
    for (String street : List.of(address.street1(), address.street2())) {
      StringBuilder line = new StringBuilder();
      for (String word : street.strip().split("\\s+", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > LONGEST_LINE) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
    }
    return List.copyOf(lines);
  }

  /** Whether all of it can be printed. */
  boolean fits() {
    List<String> lines = streetLines();
    return !lines.isEmpty()
        && lines.size() <= MOST_LINES
        && lines.stream().allMatch(line -> line.length() <= LONGEST_LINE);
  }

  void write(ObjectNode to) {
    ArrayNode lines = to.putArray("AddressLine");
    streetLines().stream()
        .limit(MOST_LINES)
        .map(line -> cut(line, LONGEST_LINE))
        .forEach(lines::add);
    to.put("City", cut(address.city(), LONGEST_CITY));
    String region = isIsland() ? "" : address.region();
    if (!region.isBlank() && region.length() <= 5) {
      to.put("StateProvinceCode", region);
    }
    String postcode = address.postcode().replaceAll("[\\s-]", "");
    if (!postcode.isEmpty()) {
      to.put("PostalCode", postcode);
    }
    to.put("CountryCode", country());
  }

  /** Name, person and phone, where UPS asks for a party and not for a place alone. */
  void writeParty(ObjectNode to) {
    to.put("Name", cut(name, LONGEST_NAME));
    to.put("AttentionName", cut(first(address.name(), name), LONGEST_NAME));
    String phone = phone();
    if (!phone.isEmpty()) {
      to.putObject("Phone").put("Number", phone);
    }
  }

  private String phone() {
    String digits = address.phone().replaceAll("\\D", "");
    boolean withCountry =
        TEN_DIGITS.contains(country())
            && digits.length() == NORTH_AMERICAN
            && digits.startsWith("1");
    return cut(withCountry ? digits.substring(1) : digits, LONGEST_PHONE);
  }

  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)).strip();
  }
}

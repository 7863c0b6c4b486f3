package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.ups.UpsApi.Reply;
import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Street-level address validation, of the United States and Puerto Rico. One candidate is a
 * correction; of several nobody can say which one is meant, so they are named and the address is
 * bad.
 */
final class UpsAddresses {
  private static final String PATH = "/api/addressvalidation/v2/1?maximumcandidatelistsize=5";
  private static final Set<String> SERVED = Set.of("US", "PR");
  private static final int MOST_NAMED = 3;

  private final UpsApi api;
  private final InstantSource clock;

  UpsAddresses(UpsApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  AddressAnswer verify(Carrier carrier, CarrierAccount account, Address address) {
    UpsPlace place = UpsPlace.of(address);
    if (!SERVED.contains(place.country())) {
      return new AddressAnswer.CouldNotAsk(
          carrier.name() + " verifies addresses of US and PR only, not of " + place.country());
    }
    ObjectNode body = question(place);
    Reply answer;
    try {
      answer =
          api.read(
              account,
              false,
              UpsApi.Question.post(PATH, References.ofQuestion(PATH + body, clock.millis()), body));
    } catch (NoAnswer none) {
      return new AddressAnswer.CouldNotAsk(carrier.name() + " " + none.told());
    }
    if (!answer.isYes()) {
      UpsErrors errors = answer.errors();
      return new AddressAnswer.CouldNotAsk(
          carrier.name()
              + (errors.isEmpty() ? " answered " + answer.status() : ": " + errors.told()));
    }
    return meaning(carrier, address, answer.body().path("XAVResponse"));
  }

  private static ObjectNode question(UpsPlace place) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode key = root.putObject("XAVRequest").putObject("AddressKeyFormat");
    ArrayNode lines = key.putArray("AddressLine");
    place.streetLines().stream().limit(MOST_NAMED).forEach(lines::add);
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    place.write(written);
    put(key, "PoliticalDivision2", written.path("City").asText(""));
    put(key, "PoliticalDivision1", written.path("StateProvinceCode").asText(""));
    String postcode = written.path("PostalCode").asText("");
    boolean extended = postcode.matches("\\d{9}");
    put(key, "PostcodePrimaryLow", extended ? postcode.substring(0, 5) : postcode);
    put(key, "PostcodeExtendedLow", extended ? postcode.substring(5) : "");
    key.put("CountryCode", place.country());
    return root;
  }

  private static void put(ObjectNode to, String name, String value) {
    if (!value.isBlank()) {
      to.put(name, value);
    }
  }

  private static AddressAnswer meaning(Carrier carrier, Address asked, JsonNode said) {
    List<Address> candidates = new ArrayList<>();
    for (JsonNode candidate : Listed.in(said.path("Candidate"))) {
      Address read = candidate(asked, candidate.path("AddressKeyFormat"));
      if (!read.street1().isBlank() && !candidates.contains(read)) {
        candidates.add(read);
      }
    }
    // An indicator is there or not; its value means nothing.
    if (said.has("NoCandidatesIndicator")) {
      return new AddressAnswer.Bad(carrier.name() + " knows no such address");
    }
    if (said.has("ValidAddressIndicator")) {
      return candidates.isEmpty() || same(asked, candidates.getFirst())
          ? new AddressAnswer.Good()
          : new AddressAnswer.Corrected(candidates.getFirst());
    }
    if (!said.has("AmbiguousAddressIndicator") || candidates.isEmpty()) {
      return new AddressAnswer.CouldNotAsk(carrier.name() + " " + NoAnswer.garbled().told());
    }
    if (candidates.size() == 1) {
      return same(asked, candidates.getFirst())
          ? new AddressAnswer.Good()
          : new AddressAnswer.Corrected(candidates.getFirst());
    }
    return new AddressAnswer.Bad(
        carrier.name()
            + " knows several such addresses: "
            + candidates.stream()
                .limit(MOST_NAMED)
                .map(UpsAddresses::inOneLine)
                .collect(Collectors.joining("; "))
            + (candidates.size() > MOST_NAMED
                ? " and " + (candidates.size() - MOST_NAMED) + " more"
                : ""));
  }

  private static Address candidate(Address asked, JsonNode key) {
    List<String> lines = new ArrayList<>();
    JsonNode said = key.path("AddressLine");
    (said.isTextual() ? List.of(said) : said).forEach(line -> lines.add(line.asText("")));
    String postcode =
        Stream.of("PostcodePrimaryLow", "PostcodeExtendedLow")
            .map(part -> key.path(part).asText(""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("-"));
    return Address.of(
        asked.name(),
        asked.company(),
        lines.isEmpty() ? "" : lines.getFirst(),
        String.join(" ", lines.stream().skip(1).toList()),
        key.path("PoliticalDivision2").asText(""),
        // Puerto Rico is a state to some, and has none to others.
        asked.country().equals("US")
            ? key.path("PoliticalDivision1").asText(asked.region())
            : asked.region(),
        postcode,
        asked.country(),
        asked.phone());
  }

  /** But for case, punctuation and the four digits behind a ZIP code, which nobody asked for. */
  private static boolean same(Address asked, Address proposed) {
    return letters(asked).equals(letters(proposed));
  }

  private static List<String> letters(Address address) {
    String zip = address.postcode();
    return Stream.of(
            address.street1() + " " + address.street2(),
            address.city(),
            address.region(),
            zip.length() > 5 ? zip.substring(0, 5) : zip)
        .map(part -> part.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
        .toList();
  }

  private static String inOneLine(Address address) {
    return String.join(
        ", ",
        Stream.of(
                address.street1(),
                address.street2(),
                address.city(),
                address.region() + " " + address.postcode())
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList());
  }
}

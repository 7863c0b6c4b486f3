package dev.cutoff.adapter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our table against another edition of the same data, read from its own format. */
final class GoogleAddressDataTest {
  private static final Path SUBSET =
      Path.of(System.getProperty("cutoff.root"))
          .resolve("../shared/fixtures/geo/libaddressinput-countryinfo-subset.txt");
  private static final Pattern COUNTRY = Pattern.compile("data/[A-Y][A-Z]=.*");

  /** The two editions differ: ours lets Japan go without a city and wants Mexico's state. */
  private static final Set<String> REQUIRED_DIFFERS = Set.of("JP", "MX");

  private final Map<String, Country> ours = Country.all();

  @Test
  void requiredFieldsAreGoogles() throws IOException {
    for (JsonNode google : countries()) {
      Country country = ours(google);
      if (!REQUIRED_DIFFERS.contains(country.code())) {
        assertThat(letters(country.required()))
            .as("what %s requires", country.code())
            .isEqualTo(letters(google.path("require").asText("AC")));
      }
    }
  }

  @Test
  void everyPostcodeThatGoogleGivesAsAnExampleIsTaken() throws IOException {
    for (JsonNode google : countries()) {
      Country country = ours(google);
      Pattern form = country.postcode();
      for (String example : google.path("zipex").asText("").split(",", -1)) {
        // One British example has a letter O for a zero and fails Google's own form too.
        if (form != null && google.has("zip") && example.matches(google.path("zip").asText())) {
          assertThat(example).as("postcode of %s", country.code()).matches(form);
        }
      }
      assertThat(form == null && google.has("zip")).as("%s has none", country.code()).isFalse();
    }
  }

  private Country ours(JsonNode google) {
    Country country = ours.get(google.path("key").asText());
    if (country == null) {
      throw new AssertionError("we do not know " + google.path("key"));
    }
    return country;
  }

  private static List<JsonNode> countries() throws IOException {
    assumeTrue(Files.exists(SUBSET), "skipped: no " + SUBSET);
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> countries = new ArrayList<>();
    for (String line : Files.readAllLines(SUBSET)) {
      if (COUNTRY.matcher(line).matches()) {
        countries.add(mapper.readTree(line.substring(line.indexOf('=') + 1)));
      }
    }
    assertThat(countries).hasSizeGreaterThan(8);
    return countries;
  }

  private static String letters(String required) {
    return required
        .chars()
        .filter(c -> "ACSZ".indexOf(c) >= 0)
        .sorted()
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}

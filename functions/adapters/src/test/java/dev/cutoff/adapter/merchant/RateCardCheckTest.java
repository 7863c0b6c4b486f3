package dev.cutoff.adapter.merchant;

import static dev.cutoff.adapter.merchant.SlipOfThePen.expect;
import static dev.cutoff.adapter.merchant.SlipOfThePen.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Slips in rate cards, which cost money in silence where nobody tells. */
final class RateCardCheckTest {
  @Test
  void aZoneWithBothDistanceAndCountriesIsTold() {
    expect(
        "{\"id\": \"2\", \"upToKm\": 240,",
        "{\"id\": \"2\", \"upToKm\": 240, \"countries\": [\"US\"],",
        "carriers[0].services[0].cards[0].zones[0]",
        "one of the two");
  }

  @Test
  void aZoneWithNeitherDistanceNorCountriesIsTold() {
    expect(
        "{\"id\": \"2\", \"upToKm\": 240,",
        "{\"id\": \"2\",",
        "carriers[0].services[0].cards[0].zones[0]",
        "one of the two");
  }

  @Test
  void aDayThatIsNotInTheCalendarIsTold() {
    expect(
        "\"until\": \"2026-12-31\",",
        "\"until\": \"2026-12-32\",",
        "carriers[0].services[0].cards[0].until",
        "day of the calendar");
  }

  @Test
  void rateCardsThatOverlapAreTold() {
    expect(
        "\"from\": \"2027-01-01\",\n",
        "\"from\": \"2026-12-24\",\n",
        "carriers[0].services[0].cards[1].from",
        "overlaps");
  }

  @Test
  void daysWithoutARateCardAreTold() {
    expect(
        "\"from\": \"2027-01-01\",\n",
        "\"from\": \"2027-01-04\",\n",
        "carriers[0].services[0].cards[1].from",
        "begin on 2027-01-01");
  }

  @Test
  void aCardWithoutEndBeforeAnotherIsTold() {
    expect(
        "\"from\": \"2026-01-01\", \"until\": \"2026-12-31\",\n",
        "\"from\": \"2026-01-01\",\n",
        "carriers[0].services[0].cards[0].until",
        "must end before",
        "{\n              \"from\"");
  }

  @Test
  void zonesThatDoNotReachFurtherAreTold() {
    expect(
        "\"upToKm\": 480",
        "\"upToKm\": 48",
        "carriers[0].services[0].cards[0].zones[1].upToKm",
        "further than");
  }

  @Test
  void aPriceThatFallsWithTheWeightIsTold() {
    expect(
        "\"5.40\", \"5.60\", \"5.80\"",
        "\"5.40\", \"5.06\", \"5.80\"",
        "carriers[0].services[0].cards[0].zones[0].prices[1]",
        "lower than");
  }

  @Test
  void aStepWithoutAPriceIsTold() {
    expect(
        "\"5.40\", \"5.60\", \"5.80\"",
        "\"5.40\", \"5.80\"",
        "carriers[0].services[0].cards[0].zones[0].prices",
        "each step needs its price");
  }

  @Test
  void weightStepsThatDoNotAscendAreTold() {
    expect(
        "\"weightsGrams\": [250, 500, 750",
        "\"weightsGrams\": [250, 5000, 750",
        "carriers[0].services[0].cards[0].weightsGrams[2]",
        "heavier");
  }

  @Test
  void aServiceHeavierThanItsPricesIsToldForEachCard() {
    byte[] json =
        ExampleShop.with(
            "\"maxGrams\": 30000, \"maxLengthMm\": 1500",
            "\"maxGrams\": 31000, \"maxLengthMm\": 1500");
    assertThat(problems(json))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.message()).contains("31000"))
        .extracting(Problem::field)
        .containsExactly(
            "carriers[0].services[0].cards[0].weightsGrams",
            "carriers[0].services[0].cards[1].weightsGrams");
  }

  @Test
  void aCountryWithoutAZoneIsToldForEachCard() {
    byte[] json = ExampleShop.with("\"countries\": [\"US\"]", "\"countries\": [\"US\", \"CA\"]");
    assertThat(problems(json))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.message()).contains("no prices for CA"))
        .extracting(Problem::field)
        .containsExactly(
            "carriers[0].services[0].cards[0].zones", "carriers[0].services[0].cards[1].zones");
  }
}

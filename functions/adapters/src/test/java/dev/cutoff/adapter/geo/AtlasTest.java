package dev.cutoff.adapter.geo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AtlasTest {
  private final Atlas atlas = new Atlas();

  @Test
  void aCompleteAddressHasNoDefects() {
    assertThat(atlas.defects(address("Los Angeles", "CA", "90012", "US"))).isEmpty();
    assertThat(atlas.defects(address("Los Angeles", "ca", "90012-1234", "us"))).isEmpty();
    assertThat(atlas.defects(address("Ottawa", "ON", "k2p 1l4", "CA"))).isEmpty();
    assertThat(atlas.defects(address("London", "", "SW1A 1AA", "GB"))).isEmpty();
    assertThat(atlas.defects(address("Hong Kong", "Kowloon", "", "HK"))).isEmpty();
  }

  @Test
  void anAddressWithoutZipIsTold() {
    assertThat(atlas.defects(address("Los Angeles", "CA", "", "US")))
        .containsExactly("no postcode");
  }

  @Test
  void aForeignPostcodeIsTold() {
    assertThat(atlas.defects(address("Ottawa", "KY", "K2P0S0", "US")))
        .containsExactly("postcode has not the form of US postcodes, like 95014");
  }

  @Test
  void spacesOfAnyKindAreNoAnswer() {
    Address blank = new Address("\u00a0", "", " \t", "\u200b", "\u2003", " ", "\ufeff", "US", "");
    assertThat(atlas.defects(blank))
        .containsExactly("no name", "no street", "no city", "no state", "no postcode");
  }

  @Test
  void theWordForTheStateIsTheCountrys() {
    assertThat(atlas.defects(address("", "", "154-0023", "JP"))).containsExactly("no prefecture");
    assertThat(atlas.defects(address("Ottawa", "", "K2P 1L4", "CA")))
        .containsExactly("no province");
  }

  @Test
  void aStateThatIsNoneIsTold() {
    assertThat(atlas.defects(address("Los Angeles", "ZZ", "90012", "US")))
        .containsExactly("state is not a US state as two letters, like CA");
    assertThat(atlas.defects(address("Los Angeles", "373", "90012", "US"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "XX", "USA", "America"})
  void anUnknownCountryIsOneDefect(String country) {
    assertThat(atlas.defects(address("Paris", "", "75001", country)))
        .containsExactly("country is missing or unknown");
  }

  @Test
  void aMessageNeverHoldsThePersonsData() {
    Address wrong =
        Address.of(
            "Sam Example", "", "1 Secret Way", "", "Atlantis", "QQ", "ABCDE-7", "US", "555-0199");
    assertThat(String.join(" ", atlas.defects(wrong)))
        .doesNotContain("Sam", "Secret", "Atlantis", "QQ", "ABCDE", "0199");
  }

  @Test
  void armedForcesAndPoBoxesAreGoodAddresses() {
    assertThat(
            atlas.defects(
                Address.of("Sam Example", "", "PO Box 12", "", "APO", "AE", "09012", "US", "")))
        .isEmpty();
    assertThat(atlas.place("US", "09012")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "US, NJ, 08817, America/New_York",
    "US, CA, 90012, America/Los_Angeles",
    "US, KY, 40202, America/New_York",
    "US, KY, 42101, America/Chicago",
    "US, TN, 38103, America/Chicago",
    "US, TN, 37902, America/New_York",
    "US, FL, 33101, America/New_York",
    "US, FL, 32501, America/Chicago",
    "US, IN, 46204, America/Indiana/Indianapolis",
    "US, IN, 46402, America/Chicago",
    "US, MI, 48226, America/Detroit",
    "US, MI, 49938, America/Menominee",
    "US, ND, 58601, America/Denver",
    "US, ND, 58102, America/Chicago",
    "US, SD, 57701, America/Denver",
    "US, SD, 57601, America/Chicago",
    "US, NE, 69361, America/Denver",
    "US, NE, 68102, America/Chicago",
    "US, KS, 67735, America/Denver",
    "US, KS, 67202, America/Chicago",
    "US, TX, 79901, America/Denver",
    "US, TX, 79830, America/Chicago",
    "US, ID, 83702, America/Boise",
    "US, ID, 83814, America/Los_Angeles",
    "US, OR, 97914, America/Boise",
    "US, OR, 97204, America/Los_Angeles",
    "US, AZ, 85004, America/Phoenix",
    "US, AK, 99501, America/Anchorage",
    "US, HI, 96813, Pacific/Honolulu",
    "US, PR, 00901, America/Puerto_Rico",
    "PR, '', 00901, America/Puerto_Rico",
    "CA, BC, V6B 1A1, America/Vancouver",
    "CA, NL, A1C 1A1, America/St_Johns",
    "CA, ON, p9n 1a1, America/Winnipeg",
    "CA, '', K2P 1L4, America/Toronto",
    "AU, WA, 6000, Australia/Perth",
    "GB, '', SW1A 1AA, Europe/London",
    "DE, '', 10115, Europe/Berlin",
    "JP, 13, 154-0023, Asia/Tokyo",
    "XX, '', '', Z"
  })
  void aDeliveryDeadlineIsInTheRecipientsZone(
      String country, String region, String postcode, String zone) {
    assertThat(atlas.zone(address("", region, postcode, country))).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void placesAreWhereTheyAre() {
    Place edison = atlas.place("US", "08817").orElseThrow();
    assertThat(edison.kilometresTo(atlas.place("US", "90012").orElseThrow()))
        .isBetween(3800.0, 4050.0);
    assertThat(edison.kilometresTo(atlas.place("US", "10001").orElseThrow())).isBetween(20.0, 80.0);
    assertThat(edison.kilometresTo(atlas.place("CA", "V6B 1A1").orElseThrow()))
        .isBetween(3700.0, 4100.0);
    assertThat(edison.kilometresTo(atlas.place("GB", "").orElseThrow())).isBetween(5400.0, 5800.0);
    assertThat(atlas.place("PR", "00901")).isEqualTo(atlas.place("US", "00901"));
    assertThat(atlas.place("US", "00000")).isEmpty();
    assertThat(atlas.place("US", "9")).isEmpty();
    assertThat(atlas.place("XX", "1234")).isEmpty();
  }

  @Test
  void everyCountryOfTheWorldIsKnown() {
    for (String country : Locale.getISOCountries()) {
      // Two islands without a postal address.
      if (!country.equals("BV") && !country.equals("HM")) {
        assertThat(atlas.defects(address("City", "Region", "", country)))
            .doesNotContain("country is missing or unknown");
        assertThat(atlas.zone(address("", "", "", country))).isNotEqualTo(ZoneOffset.UTC);
      }
    }
  }

  private static Address address(String city, String region, String postcode, String country) {
    return Address.of(
        "Sam Example", "", "1 Example Street", "", city, region, postcode, country, "");
  }
}

package dev.cutoff.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is another spelling, and what another place. */
final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "417 Montgomery Street; Floor 5, 417 MONTGOMERY ST FL 5",
    "179 N Harbor Dr, 179 North Harbor Drive",
    "388 Townsend St Apt 20, 388 TOWNSEND ST # 20",
    "388 Townsend St #20, 388 TOWNSEND ST APT 20",
    "1 Rue de l'Église, 1 RUE DE LEGLISE",
    "P.O. Box 12, PO BOX 12",
    "St. Mark's Place 8, SAINT MARKS PL 8"
  })
  void thisIsTheSameStreet(String one, String other) {
    assertThat(Spelling.same(at(one, "Oakland", "94607"), at(other, "OAKLAND", "94607-1234")))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "12 Sample St, Oakland, 94607, 21 Sample St, Oakland, 94607",
    "12 Sample St, Oakland, 94607, 12 Sample Ave, Oakland, 94607",
    "12 Sample St, Oakland, 94607, 12 Sample St, Berkeley, 94607",
    "12 Sample St, Oakland, 94607, 12 Sample St, Oakland, 94608",
    "12 Sample St, Oakland, 94607, 12 Sample St Apt 3, Oakland, 94607",
    "12 N Sample St, Oakland, 94607, 12 S Sample St, Oakland, 94607"
  })
  void thisIsAnotherPlace(
      String street, String city, String zip, String street2, String city2, String zip2) {
    assertThat(Spelling.same(at(street, city, zip), at(street2, city2, zip2))).isFalse();
  }

  @Test
  void onlyAZipCodeHasDigitsThatDoNotCount() {
    Address warsaw = Address.of("A", "", "Ulica 1", "", "Warszawa", "", "00-950", "PL", "");
    Address other = Address.of("A", "", "Ulica 1", "", "Warszawa", "", "00-951", "PL", "");

    assertThat(Spelling.same(warsaw, other)).isFalse();
    assertThat(Spelling.same(warsaw, warsaw)).isTrue();
  }

  private static Address at(String street, String city, String zip) {
    String[] lines = street.split("; ", 2);
    return Address.of(
        "Sam", "", lines[0], lines.length > 1 ? lines[1] : "", city, "CA", zip, "US", "");
  }
}

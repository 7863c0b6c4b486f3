package dev.cutoff.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BordersTest {
  @ParameterizedTest
  @CsvSource({
    "US, 07102, DE, 10115",
    "DE, 10115, GB, N1 9GU",
    "DE, 10115, NO, 0150",
    "DE, 10115, CH, 8001",
    "ES, 28001, ES, 35001",
    "ES, 38001, ES, 35001",
    "FR, 75001, FR, 97400",
    "US, 07102, GU, 96910",
  })
  void customsWantADeclaration(String from, String there, String to, String postcode) {
    assertThat(Borders.crossed(at(from, there), at(to, postcode))).isTrue();
    assertThat(Borders.crossed(at(to, postcode), at(from, there))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "US, 07102, US, 90012",
    "US, 07102, PR, 00901",
    "DE, 10115, FR, 75001",
    "IT, 00118, MC, 98000",
    "CH, 8001, LI, 9490",
    "GB, N1 9GU, IM, IM1 1AA",
    "ES, 35001, ES, 35010",
  })
  void insideOneCustomsAreaNobodyAsks(String from, String there, String to, String postcode) {
    assertThat(Borders.crossed(at(from, there), at(to, postcode))).isFalse();
  }

  private static Address at(String country, String postcode) {
    return Address.of("A", null, "1 Road", null, "Town", null, postcode, country, null);
  }
}

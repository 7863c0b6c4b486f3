package dev.cutoff.adapter.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HolidayCalendarsTest {
  private final HolidayCalendars holidays = new HolidayCalendars();

  @ParameterizedTest
  @CsvSource({
    "US, 2026-11-26, true",
    "US, 2026-11-25, false",
    "us, 2026-11-26, true",
    // Independence Day on a Saturday is kept on Friday.
    "US, 2026-07-03, true",
    "US, 2026-07-04, false",
    "US, 2026-12-25, true",
    "DE, 2026-10-03, true",
    "DE, 2026-01-06, false",
    "DE-by, 2026-01-06, true",
    "DE-BY, 2026-01-06, true",
    "DE-by-ag, 2026-08-08, true",
    "DE-by, 2026-08-08, false",
    "GB, 2026-04-03, true",
    "GB, 2026-12-28, true",
    "CA, 2026-07-01, true",
    "JP, 2026-05-05, true",
    "AU-nsw, 2026-06-08, true",
    "IN, 2026-01-26, true",
  })
  void aPublicHolidayIsThatOfTheCountryOrOfThePart(
      String calendar, LocalDate day, boolean expected) {
    assertThat(holidays.isHoliday(calendar, day)).isEqualTo(expected);
  }

  /** The 1st of January 2028 is a Saturday; a question for 2027 alone does not find its Friday. */
  @Test
  void newYearsDayIsKeptInTheOldYearWhereItFallsOnASaturday() {
    assertThat(holidays.isHoliday("US", LocalDate.of(2027, 12, 31))).isTrue();
    assertThat(holidays.isHoliday("US", LocalDate.of(2028, 1, 1))).isFalse();
  }

  @Test
  void aMereObservanceIsADayLikeAnyOther() {
    assertThat(holidays.isHoliday("US-ak", LocalDate.of(2026, 10, 18))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "us", "US-nj", "US-NJ", "DE-by-ag", "NYSE", "TARGET"})
  void whatIsThereIsKnown(String calendar) {
    assertThat(HolidayCalendars.known(calendar)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "USA", "US-", "US-xx", "US-nj-x", "../US", "US nj", "ÜS"})
  void whatIsNotThereIsNotKnown(String calendar) {
    assertThat(HolidayCalendars.known(calendar)).isFalse();
    assertThatThrownBy(() -> holidays.isHoliday(calendar, LocalDate.of(2026, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no calendar of public holidays '" + calendar + "'; there are ");
  }

  @Test
  void anUnknownPartIsToldWithThoseOfTheCountryAndAnUnknownCountryWithTheCountries() {
    assertThat(HolidayCalendars.names("US-xx"))
        .contains("US", "US-nj", "US-ca")
        .allMatch(name -> name.startsWith("US"));
    assertThat(HolidayCalendars.names("XX")).contains("US", "DE", "GB").hasSizeGreaterThan(200);
  }
}

package dev.cutoff.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final QuietHours NIGHT = hours("21:00", "08:00");

  @ParameterizedTest
  @CsvSource({
    // In New York it is five hours earlier than in UTC.
    "2026-11-24T01:59:59Z,",
    "2026-11-24T02:00:00Z, 2026-11-24T13:00:00Z",
    "2026-11-24T04:59:00Z, 2026-11-24T13:00:00Z",
    "2026-11-24T05:01:00Z, 2026-11-24T13:00:00Z",
    "2026-11-24T12:59:59Z, 2026-11-24T13:00:00Z",
    "2026-11-24T13:00:00Z,",
    "2026-11-24T17:00:00Z,"
  })
  void theNightGoesOverMidnight(Instant now, Instant end) {
    assertThat(NIGHT.endAfter(now, ZoneId.of("America/New_York")))
        .isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void itIsTheCustomersNightNotTheShops() {
    Instant now = Instant.parse("2026-11-24T18:00:00Z");

    assertThat(NIGHT.endAfter(now, ZoneId.of("America/New_York"))).isEmpty();
    assertThat(NIGHT.endAfter(now, ZoneId.of("Asia/Tokyo")))
        .contains(Instant.parse("2026-11-24T23:00:00Z"));
  }

  @Test
  void hoursOfOneDayAreThatDays() {
    QuietHours noon = hours("12:00", "14:00");
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(noon.endAfter(Instant.parse("2026-11-24T10:59:00Z"), berlin)).isEmpty();
    assertThat(noon.endAfter(Instant.parse("2026-11-24T11:00:00Z"), berlin))
        .contains(Instant.parse("2026-11-24T13:00:00Z"));
    assertThat(noon.endAfter(Instant.parse("2026-11-24T13:00:00Z"), berlin)).isEmpty();
  }

  @Test
  void theNightInWhichTheClockIsPutForwardIsAnHourShorter() {
    // 2026-03-08, 02:00 becomes 03:00 in New York.
    Instant evening = Instant.parse("2026-03-08T02:00:00Z");

    assertThat(NIGHT.endAfter(evening, ZoneId.of("America/New_York")))
        .contains(Instant.parse("2026-03-08T12:00:00Z"));
    assertThat(hours("21:00", "02:30").endAfter(evening, ZoneId.of("America/New_York")))
        .as("half past two is not there: they end with the hour that is left out")
        .contains(Instant.parse("2026-03-08T07:30:00Z"));
  }

  @Test
  void theNightInWhichTheClockIsPutBackIsAnHourLonger() {
    // 2026-11-01, 02:00 becomes 01:00 in New York.
    Instant evening = Instant.parse("2026-11-01T01:00:00Z");

    assertThat(NIGHT.endAfter(evening, ZoneId.of("America/New_York")))
        .contains(Instant.parse("2026-11-01T13:00:00Z"));
  }

  @Test
  void anEndThatComesTwiceIsNeverInThePast() {
    QuietHours evening = hours("21:00", "01:30");
    ZoneId there = ZoneId.of("America/New_York");

    assertThat(evening.endAfter(Instant.parse("2026-11-01T05:15:00Z"), there))
        .as("01:15 for the first time")
        .contains(Instant.parse("2026-11-01T05:30:00Z"));
    assertThat(evening.endAfter(Instant.parse("2026-11-01T05:45:00Z"), there))
        .as("01:45 for the first time")
        .isEmpty();
    assertThat(evening.endAfter(Instant.parse("2026-11-01T06:15:00Z"), there))
        .as("01:15 for the second time")
        .contains(Instant.parse("2026-11-01T06:30:00Z"));
  }

  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }
}

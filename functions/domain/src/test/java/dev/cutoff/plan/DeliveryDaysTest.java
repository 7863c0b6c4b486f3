package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.sample.Calendars;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeliveryDaysTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 0, 2026-11-24",
    "2026-11-24, 1, 2026-11-25",
    "2026-11-25, 1, 2026-11-27",
    "2026-11-25, 2, 2026-11-30",
    "2026-11-27, 1, 2026-11-30",
    // Handed over on a day without deliveries: the courier of the same day comes on the next one.
    "2026-11-26, 0, 2026-11-27",
    "2026-11-28, 0, 2026-11-30",
    "2026-12-31, 1, 2027-01-04",
    "2028-02-28, 1, 2028-02-29",
    "2028-02-28, 2, 2028-03-01",
  })
  void aWeekendAndAPublicHolidayOfTheCarrierAreNoDeliveryDays(
      LocalDate handOver, int transitDays, LocalDate arrival) {
    Carrier carrier = Calendars.weekdays("swift", Calendars.rests("US"));
    assertThat(
            DeliveryDays.after(
                carrier,
                Calendars.holidays("US", "2026-11-26", "2027-01-01"),
                handOver,
                transitDays))
        .isEqualTo(arrival);
  }

  @Test
  void aDayOnWhichTheCarrierRestsIsNotCounted() {
    Carrier carrier = Calendars.weekdays("swift", Calendars.rests(null, "2026-12-24"));
    assertThat(DeliveryDays.after(carrier, Holidays.NONE, LocalDate.of(2026, 12, 23), 1))
        .isEqualTo("2026-12-25");
  }

  @Test
  void aCarrierThatDeliversOnSundayCountsIt() {
    assertThat(DeliveryDays.after(Calendars.DAILY, Holidays.NONE, LocalDate.of(2026, 11, 27), 2))
        .isEqualTo("2026-11-29");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 2026-11-24, 0",
    "2026-11-24, 2026-11-25, 1",
    // Over Thanksgiving and a weekend.
    "2026-11-25, 2026-11-27, 1",
    "2026-11-25, 2026-11-30, 2",
    // On a Saturday on which it does not deliver by itself: before Monday all the same.
    "2026-11-27, 2026-11-28, 1",
    "2026-11-27, 2026-11-30, 1",
    "2026-11-24, 2026-11-23, 0",
    "2026-11-24, 2028-11-24, 30",
  })
  void whatWasTakenIsCountedInDeliveryDaysAsWell(LocalDate handOver, LocalDate arrival, int days) {
    Carrier carrier = Calendars.weekdays("swift", Calendars.rests("US"));
    Holidays holidays = Calendars.holidays("US", "2026-11-26");
    assertThat(DeliveryDays.taken(carrier, holidays, handOver, arrival)).isEqualTo(days);
  }
}

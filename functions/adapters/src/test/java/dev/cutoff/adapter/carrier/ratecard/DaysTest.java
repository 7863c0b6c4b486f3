package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.WEEKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Carrier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DaysTest {
  private static final Set<DayOfWeek> TO_SATURDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
  private static final LocalDate MONDAY = FRIDAY.plusDays(3);

  private final Carrier weekdays = RateCards.carrier(WEEKDAYS, WEEKDAYS);

  @Test
  void fridayIsCollectedOnFridayAndTheWeekendOnMonday() {
    assertThat(handOver(weekdays, FRIDAY)).hasValue(FRIDAY);
    assertThat(handOver(weekdays, SATURDAY)).hasValue(MONDAY);
    assertThat(handOver(weekdays, FRIDAY.plusDays(2))).hasValue(MONDAY);
  }

  @Test
  void aCarrierThatCollectsOnSaturdayDoesNotOpenTheNode() {
    assertThat(handOver(RateCards.carrier(TO_SATURDAY, WEEKDAYS), SATURDAY)).hasValue(MONDAY);
  }

  @Test
  void saturdayAndSundayAreNoDeliveryDaysUnlessTheCarrierSaysSo() {
    assertThat(Days.delivery(weekdays, FRIDAY, 1)).hasValue(MONDAY);
    assertThat(Days.delivery(weekdays, FRIDAY, 6)).hasValue(MONDAY.plusDays(7));
    assertThat(Days.delivery(RateCards.carrier(WEEKDAYS, TO_SATURDAY), FRIDAY, 1))
        .hasValue(SATURDAY);
  }

  @Test
  void aCourierOfTheSameDayComesOnADeliveryDayOnly() {
    assertThat(Days.delivery(weekdays, FRIDAY, 0)).hasValue(FRIDAY);
    assertThat(Days.delivery(weekdays, SATURDAY, 0)).hasValue(MONDAY);
  }

  @Test
  void aCarrierThatNeverDeliversHasNoDay() {
    assertThat(
            Days.delivery(RateCards.carrier(WEEKDAYS, EnumSet.noneOf(DayOfWeek.class)), FRIDAY, 1))
        .isEmpty();
  }

  @Test
  void neitherClockChangeMovesADay() {
    // In New York clocks go forward on Sunday, 8 March 2026, and back on Sunday, 1 November 2026.
    for (LocalDate friday :
        new LocalDate[] {LocalDate.of(2026, 3, 6), LocalDate.of(2026, 10, 30)}) {
      assertThat(handOver(weekdays, friday)).hasValue(friday);
      assertThat(handOver(weekdays, friday.plusDays(1))).hasValue(friday.plusDays(3));
      assertThat(Days.delivery(weekdays, friday, 1)).hasValue(friday.plusDays(3));
      assertThat(Days.delivery(weekdays, friday, 5)).hasValue(friday.plusDays(7));
    }
  }

  private static Optional<LocalDate> handOver(Carrier carrier, LocalDate wanted) {
    return Days.handOver(carrier, RateCards.node(), wanted);
  }
}

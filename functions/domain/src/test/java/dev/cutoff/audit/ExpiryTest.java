package dev.cutoff.audit;

import static dev.cutoff.audit.Entries.MAY;
import static dev.cutoff.audit.Entries.SYRUP;
import static dev.cutoff.audit.Entries.TEE;
import static dev.cutoff.audit.Entries.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.stock.Movement;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The lot may be used until 31 May 2027. */
final class ExpiryTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Test
  void theLastDayIsOverAtMidnightOfTheNodesOwnZone() {
    Instant evening = Instant.parse("2027-05-31T23:30:00-04:00");
    assertThat(MAY.isOver(0, evening, NEW_YORK)).isFalse();
    assertThat(MAY.isOver(0, evening, TOKYO)).isTrue();
    assertThat(MAY.isOver(0, Instant.parse("2027-06-01T00:00:00-04:00"), NEW_YORK)).isTrue();
  }

  @Test
  void theDaysThatACustomerIsToHaveItAreTakenOff() {
    Instant morning = Instant.parse("2027-05-01T08:00:00-04:00");
    assertThat(MAY.isOver(30, morning, NEW_YORK)).isFalse();
    assertThat(MAY.isOver(31, morning, NEW_YORK)).isTrue();
  }

  @Test
  void onlyFreeUnitsAreTakenOutOfSaleOnceALotAndDay() {
    Instant june = Instant.parse("2027-06-01T12:00:00Z");
    Movement movement =
        Expiry.movement(row(SYRUP, 9, 2, 1, 1).level(), june, NEW_YORK).orElseThrow();
    assertThat(movement.kind()).isEqualTo(Movement.Kind.EXPIRED);
    assertThat(movement.onHand()).isZero();
    assertThat(movement.unavailable()).isEqualTo(5);
    assertThat(Expiry.movement(row(SYRUP, 7, 2, 1, 1).level(), june, NEW_YORK).orElseThrow().id())
        .isEqualTo(movement.id())
        .isNotEqualTo(
            Expiry.movement(row(SYRUP, 9, 2, 1, 1).level(), june.plusSeconds(86_400), NEW_YORK)
                .orElseThrow()
                .id());
  }

  @Test
  void whatIsPromisedOrHasNoLotStays() {
    Instant june = Instant.parse("2027-06-01T12:00:00Z");
    assertThat(Expiry.movement(row(SYRUP, 3, 2, 1, 0).level(), june, NEW_YORK)).isEmpty();
    assertThat(Expiry.movement(row(TEE, 3, 0, 0, 0).level(), june, NEW_YORK)).isEmpty();
  }
}

package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RemorsePeriodTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration TWENTY = Duration.ofMinutes(20);
  private static final Instant FAR = NOON.plus(Duration.ofDays(2));

  @Test
  void itLastsSoLongAfterTheOrderCameIn() {
    assertThat(until(TWENTY, FAR, Duration.ofSeconds(3))).isEqualTo(after(20));
  }

  @Test
  void itEndsAQuarterOfAnHourBeforeTheCutoffSoThatNoneIsMissed() {
    assertThat(until(TWENTY, after(30), Duration.ofSeconds(3))).isEqualTo(after(15));
  }

  @Test
  void anOrderTooNearItsCutoffDoesNotWaitAtAll() {
    Instant now = NOON.plusSeconds(3);
    assertThat(until(TWENTY, after(14), Duration.ofSeconds(3))).isEqualTo(now);
    assertThat(until(TWENTY, NOON, Duration.ofSeconds(3))).isEqualTo(now);
  }

  @Test
  void anOrderThatWasHeldLongerThanThePeriodDoesNotWaitAgain() {
    Duration held = Duration.ofHours(5);
    assertThat(until(TWENTY, FAR, held)).isEqualTo(NOON.plus(held));
  }

  @Test
  void anOrderThatWasHeldShorterWaitsForTheRestAlone() {
    assertThat(until(TWENTY, FAR, Duration.ofMinutes(12))).isEqualTo(after(20));
  }

  @Test
  void aStoreMayGoWithoutIt() {
    Instant now = NOON.plusSeconds(3);
    assertThat(until(Duration.ZERO, FAR, Duration.ofSeconds(3))).isEqualTo(now);
  }

  private static Instant until(Duration period, Instant shipBy, Duration sinceReceived) {
    return RemorsePeriod.until(period, NOON, shipBy, NOON.plus(sinceReceived));
  }

  private static Instant after(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }
}

package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** By when a customer has to answer, and what silence means. */
class DelayTest {
  private static final ZoneId OAKLAND = ZoneId.of("America/Los_Angeles");
  private static final LocalDate PROMISED = LocalDate.parse("2026-11-02");
  private static final Instant NOON = Instant.parse("2026-11-01T20:00:00Z");
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  @Test
  void aFirstDelayOfThirtyDaysNeedsNoWord() {
    Delay delay = Delay.told(null, day("2026-12-02"), NOON, TWO_DAYS);

    assertThat(delay.needsConsent()).isFalse();
    assertThat(delay.answerBy()).isNull();
  }

  @Test
  void aFirstDelayOfMoreThanThirtyDaysIsKeptForThirtyWithoutConsent() {
    Delay delay = Delay.told(null, day("2026-12-03"), NOON, TWO_DAYS);

    assertThat(delay.needsConsent()).isTrue();
    assertThat(delay.answerBy()).isEqualTo("2026-12-03T08:00:00Z");
    assertThat(delay.answerUntil(OAKLAND)).hasValue(LocalDate.parse("2026-12-02"));
  }

  @Test
  void whoIsToldLateHasTwoDaysToAnswerAllTheSame() {
    Delay first = Delay.told(null, day("2026-11-05"), NOON, TWO_DAYS);
    Instant evening = Instant.parse("2026-11-06T04:00:00Z");

    Delay second = Delay.told(first, day("2026-11-10"), evening, TWO_DAYS);

    assertThat(second.answerUntil(OAKLAND)).hasValue(LocalDate.parse("2026-11-07"));
  }

  @Test
  void aThirdDelayMovesNoDeadlineThatNobodyAnswered() {
    Delay first = Delay.told(null, day("2026-11-10"), NOON, TWO_DAYS);
    Delay second = Delay.told(first, day("2026-11-12"), NOON, TWO_DAYS);

    Delay third = Delay.told(second, day("2026-11-20"), NOON.plus(TWO_DAYS), TWO_DAYS);

    assertThat(third.answerBy()).isEqualTo(second.answerBy()).isNotNull();
    assertThat(third.keptUntil()).isEqualTo("2026-11-10");
  }

  @Test
  void afterConsentTheNextDelayIsAskedForWithADeadlineOfItsOwn() {
    Delay first = Delay.told(null, day("2026-11-10"), NOON, TWO_DAYS);
    Delay second = Delay.told(first, day("2026-11-12"), NOON, TWO_DAYS);
    Delay agreed = second.agreed(LocalDate.parse("2026-11-12"), NOON);
    assertThat(agreed.isOver(day("2026-11-12"), NOON.plus(Duration.ofDays(90)))).isFalse();

    Delay third = Delay.told(agreed, day("2026-11-20"), NOON, TWO_DAYS);

    assertThat(third.answerUntil(OAKLAND)).hasValue(LocalDate.parse("2026-11-12"));
    assertThat(third.agreedTo(LocalDate.parse("2026-11-12"))).isTrue();
    assertThat(third.agreedTo(third.told())).isFalse();
  }

  @Test
  void anEarlierDayThanWasToldIsNoNewDelayAndEndsTheQuestionWhereItIsCovered() {
    Delay first = Delay.told(null, day("2026-11-10"), NOON, TWO_DAYS);
    Delay second = Delay.told(first, day("2026-11-20"), NOON, TWO_DAYS);

    assertThat(Delay.told(second, day("2026-11-09"), NOON, TWO_DAYS)).isEqualTo(second);
    Instant later = NOON.plus(Duration.ofDays(30));
    assertThat(second.isOver(day("2026-11-09"), later)).isFalse();
    assertThat(second.isOver(day("2026-11-11"), later)).isTrue();
  }

  private static Delay.Offer day(String day) {
    return new Delay.Offer(PROMISED, LocalDate.parse(day), OAKLAND);
  }
}

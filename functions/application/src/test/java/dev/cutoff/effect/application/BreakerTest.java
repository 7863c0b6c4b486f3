package dev.cutoff.effect.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.effect.application.Breaker.Permit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BreakerTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant AGAIN = NOON.plus(Breaker.OPEN);
  private static final Permit GRANTED = new Permit.Granted();
  private static final Permit PROBE = new Permit.Probe();
  private static final Permit REFUSED = new Permit.Refused(AGAIN, "answered 500");

  private final Breaker breaker = new Breaker();

  @Test
  void fiveFailuresInARowOpenIt() {
    fail(4);
    assertThat(breaker.ask(NOON)).isEqualTo(GRANTED);
    fail(1);
    assertThat(breaker.ask(NOON)).isEqualTo(REFUSED);
    assertThat(breaker.ask(AGAIN.minusMillis(1))).isEqualTo(REFUSED);
  }

  @Test
  void anAnswerInBetweenStartsTheCountAnew() {
    fail(4);
    breaker.succeeded(GRANTED);
    fail(4);
    assertThat(breaker.ask(NOON)).isEqualTo(GRANTED);
  }

  @Test
  void aWithdrawnKeyOpensItAtOnce() {
    breaker.failed(GRANTED, NOON, "did not let us in (401)", true);
    assertThat(breaker.ask(NOON)).isEqualTo(new Permit.Refused(AGAIN, "did not let us in (401)"));
  }

  @Test
  void halfOpenItLetsOneProbeThroughAndNoOther() {
    fail(5);
    assertThat(breaker.ask(AGAIN)).isEqualTo(PROBE);
    assertThat(breaker.ask(AGAIN)).isInstanceOf(Permit.Refused.class);
  }

  @Test
  void aProbeThatIsAnsweredClosesIt() {
    fail(5);
    breaker.succeeded(breaker.ask(AGAIN));
    assertThat(breaker.ask(AGAIN)).isEqualTo(GRANTED);
    assertThat(breaker.healthy()).isTrue();
  }

  @Test
  void aProbeThatFailsKeepsItOpenAsLongAgain() {
    fail(5);
    breaker.failed(breaker.ask(AGAIN), AGAIN, "answered 503", false);
    assertThat(breaker.ask(AGAIN.plusSeconds(1)))
        .isEqualTo(new Permit.Refused(AGAIN.plus(Breaker.OPEN), "answered 503"));
    assertThat(breaker.ask(AGAIN.plus(Breaker.OPEN))).isEqualTo(PROBE);
  }

  @Test
  void aProbeThatNeverComesBackIsFollowedByAnother() {
    fail(5);
    assertThat(breaker.ask(AGAIN)).isEqualTo(PROBE);
    assertThat(breaker.ask(AGAIN.plus(Breaker.OPEN))).isEqualTo(PROBE);
  }

  @Test
  void aProbeThatWasGivenUpLeavesTheNextOneFree() {
    fail(5);
    breaker.gaveUp(breaker.ask(AGAIN));
    assertThat(breaker.ask(AGAIN)).isEqualTo(PROBE);
  }

  @Test
  void whatWasAskedBeforeItOpenedDecidesNothing() {
    fail(5);
    breaker.succeeded(GRANTED);
    assertThat(breaker.ask(NOON)).isEqualTo(REFUSED);
    assertThat(breaker.ask(AGAIN)).isEqualTo(PROBE);
    breaker.failed(GRANTED, AGAIN, "too late", false);
    breaker.succeeded(PROBE);
    assertThat(breaker.ask(AGAIN)).isEqualTo(GRANTED);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed(GRANTED, NOON, "answered 500", false);
    }
  }
}

package dev.cutoff.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

  @Test
  void whatIsOursIsSetWhereNothingWasComparedYet() {
    assertThat(decide(figure(7, 100, null)).sets()).isEqualTo(Map.of("1", 7L));
  }

  @Test
  void aSaleElsewhereIsTakenFromWhatTheStoreShows() {
    assertThat(decide(figure(9, 10, 10L))).isEqualTo(explained(Map.of("1", 9L)));
  }

  @Test
  void theStoresOwnSaleThatWeKnowOfNeedsNothing() {
    assertThat(decide(figure(9, 9, 10L))).isEqualTo(explained(Map.of()));
  }

  @Test
  void theStoresOwnSaleThatWeDoNotKnowOfIsLeftAlone() {
    assertThat(decide(figure(10, 9, 10L)))
        .isEqualTo(new Verdict.InFlight(new java.util.TreeMap<>(), open(-1, NOON), 0));
  }

  @Test
  void whatWasReceivedIsAddedToWhatTheStoreHasAndItsSaleOnTheWayStaysOut() {
    assertThat(decide(figure(15, 9, 10L)).sets()).isEqualTo(Map.of("1", 14L));
  }

  @Test
  void unitsThatTheStorePutBackByItselfAreLeftUntilWeKnowWhy() {
    Verdict verdict = decide(figure(9, 10, 9L));
    assertThat(verdict.sets()).isEmpty();
    assertThat(verdict).isEqualTo(new Verdict.InFlight(verdict.sets(), open(1, NOON), 0));
  }

  @Test
  void theSameUnitIsNotPutBackTwiceOnceWeKnow() {
    assertThat(decide(figure(10, 10, 9L))).isEqualTo(explained(Map.of()));
  }

  @Test
  void whatTheStoreAddedIsNotShownOnWhereOursFell() {
    assertThat(decide(figure(8, 10, 9L)))
        .isEqualTo(new Verdict.InFlight(new java.util.TreeMap<>(Map.of("1", 8L)), null, 1));
  }

  @Test
  void anOrderThatTheStoreTookAtAnotherLocationIsExplained() {
    Verdict verdict =
        Comparison.decide(
            List.of(new Figure("1", 5, 4, 5L), new Figure("2", 4, 5, 5L)), null, NOON);
    assertThat(verdict).isEqualTo(explained(Map.of("1", 5L, "2", 4L)));
  }

  @Test
  void aSaleOnTheWayIsLeftOutAtTheLocationWhereItIsMissing() {
    Verdict verdict =
        Comparison.decide(
            List.of(new Figure("1", 4, 5, 5L), new Figure("2", 5, 3, 5L)), null, NOON);
    assertThat(verdict.sets()).isEqualTo(Map.of("1", 4L, "2", 4L));
  }

  @Test
  void whatNothingExplainsInTimeIsADifferenceOfTheLeastThatWasSeen() {
    Instant later = NOON.plus(Comparison.SETTLING);
    Verdict verdict = Comparison.decide(List.of(figure(10, 6, 10L)), open(-3, NOON), later);
    assertThat(verdict)
        .isEqualTo(new Verdict.Differs(new java.util.TreeMap<>(Map.of("1", 10L)), -3));
  }

  @Test
  void aDifferenceOnTheOtherSideIsAnotherOne() {
    Instant later = NOON.plus(Comparison.SETTLING);
    assertThat(Comparison.decide(List.of(figure(10, 12, 10L)), open(-3, NOON), later))
        .isEqualTo(new Verdict.InFlight(new java.util.TreeMap<>(), open(2, later), 0));
  }

  private static Verdict explained(Map<String, Long> sets) {
    return new Verdict.Explained(new java.util.TreeMap<>(sets));
  }

  private static Unexplained open(long units, Instant since) {
    return new Unexplained(units, since);
  }

  private static Verdict decide(Figure figure) {
    return Comparison.decide(List.of(figure), null, NOON);
  }

  private static Figure figure(long ours, long inStore, @Nullable Long before) {
    return new Figure("1", ours, inStore, before);
  }
}

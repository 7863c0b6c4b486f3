package dev.cutoff.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TroubleTest {
  private static final Instant HANDED_OVER = Instant.parse("2026-11-23T21:00:00Z");
  private static final Duration SILENT_FOR = Duration.ofDays(5);

  @Test
  void aParcelThatNobodyHasSeenForTooLongIsInTrouble() {
    Track never = Track.labelMade();

    assertThat(after(never, Duration.ofDays(5).minusSeconds(1))).isEmpty();
    assertThat(after(never, Duration.ofDays(5)))
        .contains(new Trouble(Trouble.Kind.SILENT, HANDED_OVER));
  }

  @Test
  void aScanBeginsTheClockAnew() {
    Instant seen = HANDED_OVER.plus(Duration.ofDays(4));
    Track track = track(TrackingStatus.IN_TRANSIT, null, seen);

    assertThat(after(track, Duration.ofDays(8))).isEmpty();
    assertThat(after(track, Duration.ofDays(9))).contains(new Trouble(Trouble.Kind.SILENT, seen));
  }

  @Test
  void whatWaitsToBeFetchedOrArrivedIsNotSilent() {
    Instant seen = HANDED_OVER.plus(Duration.ofDays(1));

    assertThat(after(track(null, TrackingFlag.AT_PICKUP_POINT, seen), Duration.ofDays(60)))
        .isEmpty();
    assertThat(after(track(TrackingStatus.DELIVERED, null, seen), Duration.ofDays(60))).isEmpty();
  }

  @Test
  void whatTheCarrierSaysComesFirst() {
    Instant seen = HANDED_OVER.plus(Duration.ofDays(1));

    assertThat(after(track(null, TrackingFlag.LOST, seen), Duration.ofDays(2)))
        .contains(new Trouble(Trouble.Kind.LOST, seen));
    assertThat(after(track(null, TrackingFlag.DAMAGED, seen), Duration.ofDays(60)))
        .contains(new Trouble(Trouble.Kind.DAMAGED, seen));
    assertThat(after(track(TrackingStatus.RETURNED, null, seen), Duration.ofDays(2)))
        .contains(new Trouble(Trouble.Kind.RETURNED, seen));
  }

  @Test
  void aLaterScanEndsWhatTheCarrierSaid() {
    Track found =
        track(null, TrackingFlag.LOST, HANDED_OVER.plus(Duration.ofDays(1)))
            .with(scan("b", TrackingStatus.IN_TRANSIT, null, HANDED_OVER.plus(Duration.ofDays(2))));

    assertThat(after(found, Duration.ofDays(3))).isEmpty();
  }

  private static Optional<Trouble> after(Track track, Duration time) {
    return Trouble.of(track, HANDED_OVER, SILENT_FOR, HANDED_OVER.plus(time));
  }

  private static Track track(
      @Nullable TrackingStatus status, @Nullable TrackingFlag flag, Instant at) {
    return Track.labelMade().with(scan("a", status, flag, at));
  }

  private static Scan scan(
      String id, @Nullable TrackingStatus status, @Nullable TrackingFlag flag, Instant at) {
    return new Scan(id, "swift", "1Z", status, flag, at, "");
  }
}

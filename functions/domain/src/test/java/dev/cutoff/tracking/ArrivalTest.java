package dev.cutoff.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.TransitTimes;
import dev.cutoff.sample.Calendars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Handed over on a Monday to a carrier that takes two delivery days, nine times of ten. */
final class ArrivalTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);
  private static final List<TrackingFlag> FLAGS = List.of(TrackingFlag.values());
  private static final List<TrackingStatus> MOVING =
      List.of(
          TrackingStatus.LABEL_MADE,
          TrackingStatus.ACCEPTED,
          TrackingStatus.IN_TRANSIT,
          TrackingStatus.OUT_FOR_DELIVERY);
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
  private static final LocalDate THURSDAY = MONDAY.plusDays(3);
  private static final LocalDate FRIDAY = MONDAY.plusDays(4);

  private final Arrival.Way way =
      new Arrival.Way(
          Calendars.SWIFT, Holidays.NONE, TransitTimes.quoted(2, 0.9), MONDAY, NEW_YORK);

  @Test
  void onItsWayItComesAsItsLaneUsuallyDoes() {
    Arrival arrival = arrival(inTransit(MONDAY), MONDAY);

    assertThat(arrival.range()).isEqualTo(new Arrival.Range(WEDNESDAY, WEDNESDAY));
    assertThat(arrival.by(WEDNESDAY)).isEqualTo(0.9, EXACTLY);
    assertThat(arrival.by(MONDAY.plusDays(1))).isZero();
    assertThat(arrival.likelyBy(0.95)).isEqualTo(THURSDAY);
  }

  @Test
  void aLaneThatBecameSlowMakesTheRangeWide() {
    TransitTimes slow = TransitTimes.quoted(2, 0.9).learning(Map.of(2, 20L, 5, 30L), 10);
    Arrival.Way lane = new Arrival.Way(Calendars.SWIFT, Holidays.NONE, slow, MONDAY, NEW_YORK);

    assertThat(Arrival.of(inTransit(MONDAY), lane, noon(MONDAY)).orElseThrow().range())
        .isEqualTo(new Arrival.Range(WEDNESDAY, MONDAY.plusDays(7)));
  }

  @Test
  void aDayThatIsPastIsRuledOut() {
    Arrival arrival = arrival(inTransit(WEDNESDAY), THURSDAY);

    assertThat(arrival.by(WEDNESDAY)).isZero();
    assertThat(arrival.by(THURSDAY)).isEqualTo(0.6, EXACTLY);
    assertThat(arrival.by(FRIDAY)).isEqualTo(0.85, EXACTLY);
    assertThat(arrival.range()).isEqualTo(new Arrival.Range(THURSDAY, MONDAY.plusDays(7)));
  }

  @Test
  void silenceCostsDays() {
    Track never = Track.labelMade();

    assertThat(arrival(never, WEDNESDAY).by(WEDNESDAY)).as("as usual").isEqualTo(0.9, EXACTLY);
    assertThat(arrival(never, THURSDAY).by(THURSDAY)).as("all of its way is left").isZero();
    assertThat(arrival(never, THURSDAY).by(FRIDAY)).isEqualTo(0.9, EXACTLY);
    assertThat(arrival(never, FRIDAY).by(FRIDAY)).isZero();
    assertThat(arrival(inTransit(MONDAY), THURSDAY).by(THURSDAY))
        .as("seen once, it may still come")
        .isEqualTo(0.9, EXACTLY);
    assertThat(arrival(inTransit(THURSDAY), FRIDAY).by(FRIDAY))
        .as("seen, it is overdue and not silent")
        .isEqualTo(0.025 / 0.04, EXACTLY);
  }

  @Test
  void aWeekendIsNoSilence() {
    LocalDate next = MONDAY.plusDays(7);

    assertThat(arrival(inTransit(FRIDAY), next).chances()).containsOnlyKeys(next, next.plusDays(2));
  }

  @Test
  void outForDeliveryItComesTheSameDayAndElseSoon() {
    Track out = track(TrackingStatus.OUT_FOR_DELIVERY, null, WEDNESDAY);

    assertThat(arrival(out, WEDNESDAY).by(WEDNESDAY)).isEqualTo(0.95, EXACTLY);
    assertThat(arrival(out, THURSDAY).by(THURSDAY)).isEqualTo(0.6, EXACTLY);
    assertThat(arrival(out, THURSDAY).by(WEDNESDAY)).isZero();
  }

  @Test
  void aFlagCostsDaysAndAnAttemptIsMadeAgainTheNextDay() {
    assertThat(arrival(flagged(TrackingFlag.DELAYED), MONDAY).likelyBy(0.9)).isEqualTo(THURSDAY);
    assertThat(arrival(flagged(TrackingFlag.HELD_AT_CUSTOMS), MONDAY).likelyBy(0.9))
        .isEqualTo(FRIDAY);
    assertThat(arrival(flagged(TrackingFlag.DELIVERY_ATTEMPTED), MONDAY).likelyBy(0.6))
        .isEqualTo(MONDAY.plusDays(1));
  }

  @Test
  void nobodyCanSayOfWhatIsThereOrLostOrDamaged() {
    for (TrackingFlag flag :
        new TrackingFlag[] {
          TrackingFlag.LOST, TrackingFlag.DAMAGED, TrackingFlag.AT_PICKUP_POINT
        }) {
      assertThat(Arrival.of(flagged(flag), way, noon(MONDAY))).as(flag.wireName()).isEmpty();
    }
    for (TrackingStatus status :
        new TrackingStatus[] {TrackingStatus.DELIVERED, TrackingStatus.RETURNED}) {
      assertThat(Arrival.of(track(status, null, MONDAY), way, noon(MONDAY))).isEmpty();
    }
  }

  @Test
  void longAfterEveryDayOfItsLaneItIsOverdueAndNeverInThePast() {
    LocalDate later = LocalDate.parse("2026-12-10");

    assertThat(arrival(inTransit(later.minusDays(1)), later).by(later)).isEqualTo(0.6, EXACTLY);
  }

  @Test
  void theDayIsTheRecipientsWhereverTheScanWas() {
    // Three in the morning of Thursday in Greenwich is still Wednesday in New York.
    Track out =
        Track.labelMade()
            .with(
                new Scan(
                    "o",
                    "swift",
                    "1Z",
                    TrackingStatus.OUT_FOR_DELIVERY,
                    null,
                    Instant.parse("2026-11-26T03:00:00Z"),
                    ""));

    assertThat(
            Arrival.of(out, way, Instant.parse("2026-11-26T04:00:00Z")).orElseThrow().by(WEDNESDAY))
        .isEqualTo(0.95, EXACTLY);
  }

  @Test
  void chancesSumToOneAndNoDayIsPastWhateverHappened() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      Track track = Track.labelMade();
      LocalDate today = MONDAY.plusDays(random.nextInt(40));
      for (int i = random.nextInt(5); i > 0; i--) {
        boolean flagged = random.nextInt(3) == 0;
        track =
            track.with(
                scan(
                    "s" + i,
                    flagged ? null : MOVING.get(random.nextInt(4)),
                    flagged ? FLAGS.get(random.nextInt(6)) : null,
                    MONDAY.plusDays(
                        random.nextInt((int) (today.toEpochDay() - MONDAY.toEpochDay()) + 1))));
      }
      LocalDate now = today;
      Arrival.of(track, way, noon(today))
          .ifPresent(arrival -> {
            assertThat(arrival.by(LocalDate.MAX.minusDays(1))).isEqualTo(1, EXACTLY);
            assertThat(arrival.chances().firstKey()).isAfterOrEqualTo(now);
            assertThat(arrival.range().latest()).isAfterOrEqualTo(arrival.range().earliest());
          });
    }
  }

  private Arrival arrival(Track track, LocalDate today) {
    return Arrival.of(track, way, noon(today)).orElseThrow();
  }

  private static Track inTransit(LocalDate day) {
    return track(TrackingStatus.IN_TRANSIT, null, day);
  }

  private static Track flagged(TrackingFlag flag) {
    return track(null, flag, MONDAY);
  }

  private static Track track(
      @Nullable TrackingStatus status, @Nullable TrackingFlag flag, LocalDate day) {
    return Track.labelMade().with(scan("s", status, flag, day));
  }

  private static Scan scan(
      String id, @Nullable TrackingStatus status, @Nullable TrackingFlag flag, LocalDate day) {
    return new Scan(id, "swift", "1Z", status, flag, noon(day), "");
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(NEW_YORK).toInstant();
  }
}

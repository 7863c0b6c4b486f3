package dev.cutoff.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrackTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void aLateShippedScanDowngradesADeliveredOrder() {
    Track track =
        Track.labelMade()
            .with(scan("d", TrackingStatus.DELIVERED, 50))
            .with(scan("a", TrackingStatus.ACCEPTED, 10));
    assertThat(track.status()).isEqualTo(TrackingStatus.DELIVERED);
    assertThat(ids(track)).as("it is in the history, in its place").containsExactly("a", "d");
  }

  @Test
  void aCarrierThatTakesAParcelBackInTransitDoesNotMoveItBack() {
    Track track =
        Track.labelMade()
            .with(scan("o", TrackingStatus.OUT_FOR_DELIVERY, 10))
            .with(scan("i", TrackingStatus.IN_TRANSIT, 20));
    assertThat(track.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
  }

  @Test
  void theSameScanTwiceCountsOnce() {
    Scan scan = scan("a", TrackingStatus.ACCEPTED, 10);
    Track once = Track.labelMade().with(scan);
    assertThat(once.with(scan)).isEqualTo(once);
    assertThat(once.knows(scan)).isTrue();
  }

  @Test
  void aFlagHoldsUntilALaterScanClearsIt() {
    Track flagged =
        Track.labelMade()
            .with(scan("i", TrackingStatus.IN_TRANSIT, 10))
            .with(flag("c", TrackingFlag.HELD_AT_CUSTOMS, 20));
    assertThat(flagged.flag()).isEqualTo(TrackingFlag.HELD_AT_CUSTOMS);
    assertThat(flagged.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
    assertThat(flagged.with(scan("j", TrackingStatus.IN_TRANSIT, 30)).flag()).isNull();
  }

  @Test
  void aScanThatHappenedBeforeTheFlagDoesNotClearIt() {
    Track track =
        Track.labelMade()
            .with(flag("c", TrackingFlag.DELAYED, 20))
            .with(scan("i", TrackingStatus.IN_TRANSIT, 10));
    assertThat(track.flag()).isEqualTo(TrackingFlag.DELAYED);
  }

  @Test
  void aFlagThatArrivesAfterTheScanThatClearedItIsNotRaisedAgain() {
    Track track =
        Track.labelMade()
            .with(scan("d", TrackingStatus.DELIVERED, 30))
            .with(flag("t", TrackingFlag.DELIVERY_ATTEMPTED, 20));
    assertThat(track.flag()).isNull();
  }

  @Test
  void aCarrierThatTakesADeliveryBackIsHeardAndMovesNothingBack() {
    Track delivered = Track.labelMade().with(scan("d", TrackingStatus.DELIVERED, 50));

    Track out = delivered.with(scan("o", TrackingStatus.OUT_FOR_DELIVERY, 60));

    assertThat(out.status()).isEqualTo(TrackingStatus.DELIVERED);
    assertThat(out.takenBack()).map(Scan::id).contains("o");
    assertThat(delivered.with(flag("t", TrackingFlag.DELIVERY_ATTEMPTED, 60)).takenBack())
        .map(Scan::id)
        .contains("t");
    assertThat(out.with(scan("again", TrackingStatus.DELIVERED, 70)).takenBack())
        .as("delivered after all")
        .isEmpty();
  }

  @Test
  void whatHappenedBeforeTheDeliveryTakesNothingBack() {
    Track delivered = Track.labelMade().with(scan("d", TrackingStatus.DELIVERED, 50));

    assertThat(delivered.with(scan("o", TrackingStatus.OUT_FOR_DELIVERY, 40)).takenBack())
        .isEmpty();
    assertThat(delivered.with(scan("o", TrackingStatus.OUT_FOR_DELIVERY, 50)).takenBack())
        .isEmpty();
    assertThat(delivered.with(scan("r", TrackingStatus.RETURNED, 60)).takenBack())
        .as("it came back, which is a way of its own")
        .isEmpty();
  }

  @Test
  void aHundredScansLeaveTheNewestSixtyAndTheFurthestStatus() {
    Track track = Track.labelMade().with(scan("delivered", TrackingStatus.DELIVERED, 1));
    for (int i = 0; i < 100; i++) {
      track = track.with(scan("s" + i, TrackingStatus.IN_TRANSIT, 100 + i));
    }
    assertThat(track.scans()).hasSize(60);
    assertThat(ids(track)).startsWith("s40").endsWith("s99");
    assertThat(track.status()).isEqualTo(TrackingStatus.DELIVERED);
    Scan forgotten = scan("s0", TrackingStatus.IN_TRANSIT, 100);
    assertThat(track.with(forgotten)).as("told again, nothing changes").isEqualTo(track);
  }

  @Test
  void aParcelThatComesBackAfterManyScansIsReturned() {
    Track track = Track.labelMade();
    for (int i = 0; i < 60; i++) {
      track = track.with(scan("s" + i, TrackingStatus.DELIVERED, i));
    }
    assertThat(track.with(scan("r", TrackingStatus.RETURNED, 99)).status())
        .isEqualTo(TrackingStatus.RETURNED);
  }

  @Test
  void anyOrderOfArrivalOfTheSameScansTellsTheSameStory() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      List<Scan> scans = randomScans(random, random.nextInt(90));
      Track asItHappened = all(scans);
      List<Scan> shuffled = new ArrayList<>(scans);
      shuffled.addAll(scans.subList(0, scans.size() / 3));
      Collections.shuffle(shuffled, random);
      assertThat(all(shuffled)).as("seed %d", seed).isEqualTo(asItHappened);
    }
  }

  @Test
  void aScanSaysEitherAStatusOrAFlag() {
    assertThatThrownBy(() -> scan("x", null, null, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scan("x", TrackingStatus.ACCEPTED, TrackingFlag.LOST, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Track all(List<Scan> scans) {
    Track track = Track.labelMade();
    for (Scan scan : scans) {
      Track next = track.with(scan);
      assertThat(track.status().after(next.status())).as("only forward").isFalse();
      track = next;
    }
    return track;
  }

  private static List<Scan> randomScans(Random random, int count) {
    List<Scan> scans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int minute = random.nextInt(40);
      boolean flagged = random.nextInt(4) == 0;
      scans.add(
          flagged
              ? flag("f" + i, any(random, TrackingFlag.values()), minute)
              : scan("s" + i, any(random, TrackingStatus.values()), minute));
    }
    return scans;
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static List<String> ids(Track track) {
    return track.scans().stream().map(Scan::id).toList();
  }

  private static Scan scan(String id, TrackingStatus status, int minute) {
    return scan(id, status, null, minute);
  }

  private static Scan flag(String id, TrackingFlag flag, int minute) {
    return scan(id, null, flag, minute);
  }

  private static Scan scan(
      String id, @Nullable TrackingStatus status, @Nullable TrackingFlag flag, int minute) {
    return new Scan(id, "swift", "1Z", status, flag, NOON.plusSeconds(60L * minute), "");
  }
}

package dev.cutoff.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.Happened;
import dev.cutoff.order.Order;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class HappenedTest {
  private final AnOrder order = AnOrder.numbered("1");

  @Test
  void ofAnOrderInTheHouseNothingHappenedThatStoresAreTold() {
    assertThat(Happened.of(Parcels.labelled(order))).isEmpty();
  }

  @Test
  void aParcelsWayIsReadFromItsScansUnderTheKeysThatWereAnnounced() {
    Order delivered =
        Parcels.onItsWay(
            order,
            TrackingStatus.ACCEPTED,
            TrackingStatus.IN_TRANSIT,
            TrackingStatus.OUT_FOR_DELIVERY,
            TrackingStatus.DELIVERED);

    assertThat(Happened.of(delivered))
        .extracting(Announcement::key)
        .containsExactly(
            Parcels.of(delivered, What.SHIPPED).key(),
            Parcels.of(delivered, What.IN_TRANSIT).key(),
            Parcels.of(delivered, What.OUT_FOR_DELIVERY).key(),
            Parcels.of(delivered, What.DELIVERED).key());
    assertThat(Happened.of(delivered).getLast().occurredAt())
        .isEqualTo(Parcels.LEFT.plusSeconds(4 * 3_600));
  }

  @Test
  void eachAttemptIsNewsOfItsOwn() {
    Track track =
        Track.labelMade()
            .with(Parcels.scan(TrackingStatus.OUT_FOR_DELIVERY, null, 10))
            .with(Parcels.scan(null, TrackingFlag.DELIVERY_ATTEMPTED, 12))
            .with(Parcels.scan(null, TrackingFlag.DELIVERY_ATTEMPTED, 36));

    assertThat(whats(Happened.of(Parcels.tracked(order, track))))
        .containsExactly(
            What.SHIPPED, What.OUT_FOR_DELIVERY, What.DELIVERY_ATTEMPTED, What.DELIVERY_ATTEMPTED);
  }

  @Test
  void aDelayHasTheKeyByWhichItWasAnnounced() {
    Order shipped = Parcels.onItsWay(order, TrackingStatus.IN_TRANSIT);
    LocalDate later = LocalDate.of(2026, 11, 30);
    Order late =
        shipped.changed(
            change -> change.promise(Objects.requireNonNull(shipped.promise()).expecting(later)));

    assertThat(Happened.of(late).getLast().key())
        .isEqualTo(order.id() + "##delayed#2026-11-30T08:00:00Z");
  }

  @Test
  void whatCameBeforeIsOfTheSameParcelAndOfLowerRank() {
    Order delivered =
        Parcels.onItsWay(
            order, TrackingStatus.IN_TRANSIT, TrackingStatus.DELIVERED, TrackingStatus.RETURNED);

    assertThat(whats(Happened.before(delivered, Parcels.of(delivered, What.SHIPPED)))).isEmpty();
    assertThat(whats(Happened.before(delivered, Parcels.of(delivered, What.DELIVERED))))
        .containsExactly(What.SHIPPED, What.IN_TRANSIT);
    assertThat(whats(Happened.before(delivered, Parcels.of(delivered, What.DELIVERY_ATTEMPTED))))
        .containsExactly(What.SHIPPED, What.IN_TRANSIT);
    assertThat(whats(Happened.before(delivered, Parcels.of(delivered, What.RETURNED))))
        .containsExactly(What.SHIPPED, What.IN_TRANSIT, What.DELIVERED);
    assertThat(Happened.before(delivered, Parcels.of(delivered, What.DELAYED))).isEmpty();
  }

  private static List<What> whats(List<Announcement> news) {
    return news.stream().map(Announcement::what).toList();
  }
}

package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierTracking;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Places;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Swift sends nothing and is asked. */
final class PollingTest {
  private static final String TEE = "TEE-BLK-M";

  private final Playing shop = Playing.backordering(true);

  PollingTest() {
    shop.shop(
        AMerchant.standard()
            .withoutCarrier("parcelway")
            .carrier(polled(Places.carrier("swift", "Swift", 900)))
            .build());
    shop.world.on("EAST", TEE, 500);
  }

  @Test
  void aParcelOfACarrierThatSendsNothingIsAskedForEveryQuarterOfAnHourAtFirst() {
    OrderId id = order("1001");
    Instant scanned = shop.world.clock.instant();
    shop.world.carriers.tracks(number ->
        new TrackAnswer.Known(
            List.of(scan("a", number, TrackingStatus.ACCEPTED, scanned)), List.of()));

    rounds(3);

    assertThat(shop.world.carriers.askedTracks()).containsExactly(parcel(id).trackingNumber());
    assertThat(shop.order(id).state())
        .as("its first scan is the hand-over")
        .isEqualTo(OrderState.SHIPPED);
    rounds(3);
    assertThat(shop.world.carriers.askedTracks()).hasSize(2);
    assertThat(parcel(id).track().scans()).hasSize(1);
  }

  @Test
  void whatArrivedIsNotAskedForAnyMore() {
    OrderId id = order("1001");
    Instant scanned = shop.world.clock.instant();
    shop.world.carriers.tracks(number ->
        new TrackAnswer.Known(
            List.of(scan("d", number, TrackingStatus.DELIVERED, scanned)), List.of()));

    rounds(12);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.DELIVERED);
    assertThat(shop.world.carriers.askedTracks()).hasSize(1);
  }

  @Test
  void aCarrierThatIsDownIsLeftAloneAndNothingIsLost() {
    Set<OrderId> ids = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      ids.add(order(String.valueOf(2_000 + i)));
    }
    shop.world.carriers.tracks(number -> {
      throw NoAnswer.unreachable();
    });
    rounds(3);
    assertThat(shop.world.carriers.askedTracks())
        .as("five in a row, then one a round")
        .hasSizeLessThan(ids.size());

    Instant scanned = shop.world.clock.instant();
    shop.world.carriers.tracks(number ->
        new TrackAnswer.Known(
            List.of(scan("a", number, TrackingStatus.IN_TRANSIT, scanned)), List.of()));
    rounds(6);

    assertThat(ids)
        .allSatisfy(id -> assertThat(shop.order(id).state()).isEqualTo(OrderState.SHIPPED));
  }

  @Test
  void eventsThatCanNotBeReadAreToldAndTheOthersCount() {
    OrderId id = order("1001");
    Instant scanned = shop.world.clock.instant();
    shop.world.carriers.tracks(number ->
        new TrackAnswer.Known(
            List.of(scan("a", number, TrackingStatus.IN_TRANSIT, scanned)),
            List.of("event 2: unknown status 'beamed_up'")));

    List<String> failed = rounds(3);

    assertThat(failed)
        .containsExactly(
            "swift %s: event 2: unknown status 'beamed_up'".formatted(parcel(id).trackingNumber()));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.SHIPPED);
  }

  @Test
  void aCarrierThatSendsItsScansIsNotAsked() {
    shop.shop(AMerchant.shop());
    var _ = order("1001");

    rounds(12);

    assertThat(shop.world.carriers.askedTracks()).isEmpty();
  }

  private List<String> rounds(int count) {
    List<String> failed = new java.util.ArrayList<>();
    for (int i = 0; i < count; i++) {
      shop.world.clock.advance(Duration.ofMinutes(5));
      failed.addAll(shop.world.parcels.watch(Duration.ofMinutes(1)).failed());
    }
    return failed;
  }

  private OrderId order(String number) {
    return shop.order(AnOrder.numbered(number).line(TEE, 1));
  }

  private Parcel parcel(OrderId id) {
    return shop.order(id).shipments().getFirst().paidParcels().getFirst();
  }

  private static Scan scan(String id, String number, TrackingStatus status, Instant at) {
    return new Scan(id, "swift", number, status, null, at, "");
  }

  private static Carrier polled(Carrier carrier) {
    return new Carrier(
        carrier.id(),
        carrier.name(),
        carrier.provider(),
        carrier.secretName(),
        carrier.pickupDays(),
        carrier.deliveryDays(),
        carrier.services(),
        carrier.limits(),
        carrier.account(),
        carrier.invoice(),
        new CarrierTracking(true, 60));
  }
}

package dev.cutoff.world;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.tracking.application.RecordingScans;
import dev.cutoff.tracking.application.WatchingParcels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An order of two shirts in one parcel, handed over at East on Monday, 4 pm, to swift, which takes
 * two delivery days; it is promised by Friday.
 */
final class OnTheWay {
  static final OrderId ID = new OrderId("DTC-1001");
  static final Instant HANDED_OVER = Instant.parse("2026-11-23T21:00:00Z");
  private static final String TEE = "TEE-BLK-M";

  final Playing shop = Playing.backordering(true);
  final World world = shop.world;
  private int scans;

  OnTheWay() {
    shop.shop(AMerchant.shop());
    world.on("EAST", TEE, 500);
    var _ = shop.order(AnOrder.numbered("1001").line(TEE, 2));
    at(HANDED_OVER.toString());
    var _ = world.handingOver.handOver(ShipmentId.of(ID, 1), HANDED_OVER, "floor");
  }

  /** It is that time now. */
  OnTheWay at(String time) {
    world.clock.advance(Duration.between(world.clock.instant(), Instant.parse(time)));
    return this;
  }

  Parcel parcel() {
    return world.order(ID).shipments().getFirst().paidParcels().getFirst();
  }

  /** A scan of now. */
  RecordingScans.Outcome scan(String word) {
    return scan("own-" + ++scans, word, world.clock.instant());
  }

  RecordingScans.Outcome scan(String id, String word, Instant at) {
    return world.scan(
        parcel().plan().carrier(),
        "%s %s %s %s".formatted(id, parcel().trackingNumber(), word, at));
  }

  WatchingParcels.Watched watch() {
    return world.parcels.watch(Duration.ofMinutes(1));
  }

  List<DockException> open(Reason reason) {
    return EveryOpen.of(reason, DockException.class, world.exceptions);
  }

  /** Keys of the news of that kind, in order, those that were published again as well. */
  List<String> news(String what) {
    return world.announcements.published().stream()
        .filter(each -> each.what().wireName().equals(what))
        .map(each -> each.key())
        .toList();
  }
}

package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Receipt;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How long parcels take is learned from those that arrived. It is Monday noon at East. */
final class LearningTest {
  private static final String TEE = "TEE-BLK-M";
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

  /**
   * Of a hundred, 97 on Wednesday as the card says, and of the others 85 in a hundred by Friday.
   */
  private static final double SURE = 0.97 + 0.03 * 0.85;

  private final Playing shop = Playing.backordering(true);
  private int orders;

  LearningTest() {
    shop.shop(AMerchant.shop());
    shop.world.carriers.byCard();
    shop.world.on("EAST", TEE, 500);
  }

  @Test
  void aServiceThatKeepsComingLateIsNotChosenForAPromiseThatItNoLongerKeeps() {
    OrderId before = order();
    assertThat(carrier(before)).isEqualTo("swift");
    assertThat(chosen(before).confidence()).isEqualTo(SURE, EXACTLY);
    for (int i = 0; i < 12; i++) {
      arrives(order(), "2026-12-02T18:00:00Z");
    }
    shop.world.clock.advance(TEN_MINUTES);

    OrderId after = order();
    assertThat(carrier(after)).isEqualTo("parcelway");
    // Twelve of them took seven delivery days, where two are said: that share of 50 and none of 12.
    Receipt.Candidate swift =
        receipt(after).candidates().stream()
            .filter(each -> each.carrier().equals("swift"))
            .filter(each -> each.shipDate().equals(LocalDate.parse("2026-11-23")))
            .findFirst()
            .orElseThrow();
    assertThat(swift.confidence()).isEqualTo(SURE * 50 / 62, EXACTLY);
    assertThat(swift.why()).startsWith("too unsure: 80.3 % arrive by 2026-11-27");
  }

  @Test
  void whatKeepsArrivingInTimeBecomesSurer() {
    for (int i = 0; i < 50; i++) {
      arrives(order(), "2026-11-25T20:00:00Z");
    }
    shop.world.clock.advance(TEN_MINUTES);
    assertThat(chosen(order()).confidence()).isGreaterThan(SURE);
  }

  @Test
  void aDeliveryScanThatIsRepeatedCountsOnceAndSoDoesOneThatDiedWherever() {
    for (String point :
        List.of(
            "before Orders.save",
            "after Orders.save",
            "before Announcements.publish",
            "after Announcements.publish",
            "before TransitCounts.count",
            "after TransitCounts.count")) {
      OrderId id = order();
      handOver(id);
      shop.world.seam.crash(point, 1);
      for (int i = 0; i < 3; i++) {
        try {
          delivered(id, "2026-11-25T20:00:00Z");
        } catch (Seam.Crash died) {
          assertThat(died).hasMessageContaining(point);
        }
      }
      shop.world.seam.quiet();
    }
    assertThat(shop.world.transits.counted())
        .hasSize(6)
        .allSatisfy(each -> assertThat(each.days()).isEqualTo(2));
  }

  @Test
  void aWeekendIsNoDelay() {
    // Handed over on Friday and there on Monday afternoon: one delivery day.
    OrderId id = order();
    shop.world.clock.advance(Duration.ofDays(4));
    arrives(id, "2026-11-30T20:00:00Z");
    assertThat(shop.world.transits.counted())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.days()).isEqualTo(1);
          assertThat(each.handedOver()).isEqualTo("2026-11-27");
        });
  }

  @Test
  void theDayOfArrivalIsTheRecipientsAndThatOfHandOverTheNodes() {
    // Six in the evening in Los Angeles is the next day in Greenwich.
    arrives(order(), "2026-11-26T02:00:00Z");
    assertThat(shop.world.transits.counted()).singleElement().returns(2, each -> each.days());
  }

  @Test
  void aParcelThatWasFirstSeenOnItsWayTeachesNothing() {
    OrderId id = order();
    Parcel parcel = parcel(id);
    var _ =
        shop.world.scan(
            "swift", "s1 " + parcel.trackingNumber() + " IN_TRANSIT 2026-11-25T09:00:00Z");
    delivered(id, "2026-11-25T20:00:00Z");
    assertThat(shop.order(id).state()).isEqualTo(OrderState.DELIVERED);
    assertThat(shop.world.transits.counted()).isEmpty();
  }

  @Test
  void whatComesBackTeachesNothing() {
    OrderId id = order();
    handOver(id);
    Parcel parcel = parcel(id);
    var _ =
        shop.world.scan(
            "swift", "s1 " + parcel.trackingNumber() + " RETURNED 2026-11-30T09:00:00Z");
    assertThat(shop.world.transits.counted()).isEmpty();
  }

  @Test
  void countsAreReadOnceInTenMinutesHoweverManyOrdersArePlanned() {
    for (int i = 0; i < 5; i++) {
      order();
    }
    int carriers = shop.world.merchants.current().carriers().size();
    assertThat(shop.world.transits.reads()).isEqualTo(carriers);
    shop.world.clock.advance(TEN_MINUTES);
    order();
    assertThat(shop.world.transits.reads()).isEqualTo(2 * carriers);
  }

  private OrderId order() {
    return shop.order(AnOrder.numbered(String.valueOf(++orders)).line(TEE, 1));
  }

  private void arrives(OrderId id, String at) {
    handOver(id);
    delivered(id, at);
  }

  private void handOver(OrderId id) {
    var _ =
        shop.world.handingOver.handOver(
            shop.order(id).shipments().getFirst().id(), shop.world.clock.instant(), "floor");
  }

  private void delivered(OrderId id, String at) {
    String number = parcel(id).trackingNumber();
    var _ =
        shop.world.scan(
            carrier(id), "d-" + number + " " + number + " DELIVERED " + Instant.parse(at));
  }

  private Parcel parcel(OrderId id) {
    return shop.order(id).shipments().getFirst().paidParcels().getFirst();
  }

  private String carrier(OrderId id) {
    return parcel(id).plan().carrier();
  }

  private Receipt receipt(OrderId id) {
    return shop.world
        .paper
        .find(((Shipment.Labelled) shop.order(id).shipments().getFirst()).receipt())
        .orElseThrow();
  }

  private Receipt.Candidate chosen(OrderId id) {
    return receipt(id).candidates().getFirst();
  }
}

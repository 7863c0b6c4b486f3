package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Rules;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.plan.application.PlannedLoads.Load;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What nodes and carriers can take in a day, in a shop that runs. It is Monday noon at East.
 * Parcels take two days, the usual order must be there on Friday and a quick one on Wednesday.
 */
final class LimitsTest {
  private static final String TEE = "TEE-BLK-M";
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final ShippingMethod QUICK =
      new ShippingMethod("quick", "Quick", ShippingMethod.Kind.PARCEL);
  private static final ShippingMethod USUAL = AnOrder.STANDARD;
  private static final Carrier SWIFT = Places.carrier("swift", "Swift", 900);

  private Playing shop = Playing.backordering(true);
  private int orders;

  @Test
  void aNodeThatIsFullTodaySendsTomorrow() {
    east(Limits.atMost(Places.EAST, 2, null));
    assertThat(days(USUAL, 5)).containsExactly(TODAY, TODAY, TOMORROW, TOMORROW, day(25));
  }

  @Test
  void whereTomorrowIsTooLateAnotherNodeSends() {
    shop(AMerchant.standard().node(Limits.atMost(Places.WEST, 1, null)));
    shop.world.on("EAST", TEE, 50);
    shop.world.on("WEST", TEE, 50);
    assertThat(List.of(order(QUICK), order(QUICK), order(QUICK)))
        .extracting(this::node)
        .containsExactly("WEST", "WEST", "EAST");
  }

  @Test
  void whatIsStillToBePackedMakesTheCutoffEarlier() {
    // A parcel an hour: at noon there is time for three before another one until four o'clock.
    east(Limits.atMost(Places.EAST, null, 1));
    assertThat(days(USUAL, 5)).containsExactly(TODAY, TODAY, TODAY, TODAY, TOMORROW);
  }

  @Test
  void whatIsPickedOrHandedOverIsNoWorkAnyMore() {
    east(Limits.atMost(Places.EAST, null, 1));
    List<OrderId> first = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      first.add(order(USUAL));
    }
    handOver(first.get(0));
    assertThat(days(USUAL, 2)).containsExactly(TODAY, TOMORROW);
    var _ = shop.world.picking.pick(shipment(first.get(1)).id(), "floor");
    assertThat(days(USUAL, 2)).containsExactly(TODAY, TOMORROW);
    handOver(first.get(1));
    assertThat(days(USUAL, 1)).containsExactly(TOMORROW);
  }

  @Test
  void whatWasHandedOverCountsForTheCapacityOfItsDayAllTheSame() {
    east(Limits.atMost(Places.EAST, 1, null));
    handOver(order(USUAL));
    assertThat(days(USUAL, 1)).containsExactly(TOMORROW);
  }

  @Test
  void aCarrierWithAsManyParcelsAsItTakesLeavesTheRestToAnother() {
    shop(AMerchant.standard().carrier(Limits.atMost(SWIFT, null, 2)));
    shop.world.on("EAST", TEE, 50);
    assertThat(List.of(order(QUICK), order(QUICK), order(QUICK)))
        .extracting(this::carrier)
        .containsExactly("swift", "swift", "parcelway");
  }

  @Test
  void aCarriersDailyVolumeIsOverAllNodesAndCountsWhatLeft() {
    shop(
        AMerchant.standard()
            .carrier(Limits.atMost(SWIFT, null, 1))
            .node(Limits.atMost(Places.WEST, 0, null)));
    shop.world.on("CENTRAL", TEE, 1);
    OrderId first = order(QUICK);
    handOver(first);
    shop.world.on("EAST", TEE, 50);
    OrderId second = order(QUICK);
    assertThat(List.of(node(first), carrier(first))).containsExactly("CENTRAL", "swift");
    assertThat(List.of(node(second), carrier(second))).containsExactly("EAST", "parcelway");
  }

  @Test
  void aCarriersShareOfANodesDayIsKept() {
    shop(AMerchant.standard().carrier(Limits.atMost(SWIFT, 50, null)));
    shop.world.on("EAST", TEE, 50);
    assertThat(List.of(order(QUICK), order(QUICK), order(QUICK), order(QUICK)))
        .extracting(this::carrier)
        .containsExactly("swift", "parcelway", "swift", "parcelway");
  }

  @Test
  void thePlaceOfACancelledOrderIsFreeAgain() {
    east(Limits.atMost(Places.EAST, 1, null));
    OrderId first = order(USUAL);
    assertThat(days(USUAL, 1)).containsExactly(TOMORROW);
    var _ = shop.world.cancelling.cancel(first, "person", "no");
    shop.settle();
    assertThat(shop.order(first).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(days(USUAL, 1)).containsExactly(TODAY);
  }

  @Test
  void anOrderThatIsPlannedAgainDoesNotStandInItsOwnWay() {
    east(Limits.atMost(Places.EAST, 1, null));
    OrderId id = reserved();
    for (int i = 0; i < 3; i++) {
      var _ = shop.world.planning.plan(id);
      assertThat(planned(id)).isEqualTo(TODAY);
    }
    assertThat(shop.world.loads.all()).hasSize(1);
  }

  /** At four in the afternoon today is over, and what was planned for it goes tomorrow. */
  @Test
  void anOrderThatIsPlannedForAnotherDayLeavesItsFirstPlaceWhereverTheRunDies() {
    east(Limits.atMost(Places.EAST, 9, 60));
    for (String point :
        java.util.List.of(
            "before PlannedLoads.record",
            "after PlannedLoads.record",
            "before Orders.save",
            "after Orders.save")) {
      OrderId id = reserved();
      var _ = shop.world.planning.plan(id);
      LocalDate first = planned(id);
      shop.world.clock.advance(java.time.Duration.ofHours(first.equals(TODAY) ? 4 : 24));
      shop.world.seam.crash(point, 1);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> shop.world.planning.plan(id))
          .isInstanceOf(Seam.Crash.class);
      var _ = shop.world.planning.plan(id);
      assertThat(planned(id)).isAfter(first);
      assertThat(shop.world.loads.all())
          .filteredOn(load -> load.shipment().orderId().equals(id))
          .extracting(Load::day)
          .containsExactly(planned(id));
      shop = Playing.backordering(true);
      east(Limits.atMost(Places.EAST, 9, 60));
    }
  }

  @Test
  void whatAStoreChangesAfterItWasPlannedTakesOnePlaceAndNotTwo() {
    east(Limits.atMost(Places.EAST, 2, null));
    AnOrder order = next(USUAL);
    var _ = shop.world.receive(order);
    shop.settle();
    shop.world.clock.advance(java.time.Duration.ofMinutes(1));
    var _ =
        shop.world.receive(
            AnOrder.numbered("1").line(TEE, 2).updatedAt(shop.world.clock.instant()));
    shop.settle();
    assertThat(shop.world.loads.all()).hasSize(1);
    assertThat(days(USUAL, 2)).containsExactly(TODAY, TOMORROW);
  }

  @Test
  void aShopWithoutLimitsReadsAndWritesNothingOfIt() {
    shop(AMerchant.standard());
    shop.world.on("EAST", TEE, 50);
    OrderId first = order(USUAL);
    handOver(first);
    var _ = shop.world.cancelling.cancel(order(USUAL), "person", "no");
    shop.settle();
    assertThat(List.of(shop.world.loads.reads(), shop.world.loads.writes())).containsExactly(0, 0);
  }

  @Test
  void oneOrderReadsANodeOnceAndWritesOneRow() {
    east(Limits.atMost(Places.EAST, 5, 60));
    order(USUAL);
    assertThat(List.of(shop.world.loads.reads(), shop.world.loads.writes())).containsExactly(1, 1);
  }

  /** Nobody waits for anybody: whoever looked before the others wrote takes a place as well. */
  @Test
  void asManyOrdersAsArePlannedAtOnceGoOverTheCapacityLessOneAtMost() {
    int atOnce = 8;
    int capacity = 3;
    east(Limits.atMost(Places.EAST, capacity, null));
    assertThat(days(USUAL, capacity - 1)).containsOnly(TODAY);
    List<OrderId> crowd = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      crowd.add(reserved());
    }
    int[] looking = {0};
    // Each looks, and before it goes on the next one looks: all have looked before one writes.
    shop.world.seam.on(point -> {
      if (point.equals("after PlannedLoads.from") && ++looking[0] < atOnce) {
        var _ = shop.world.planning.plan(crowd.get(looking[0]));
      }
    });
    var _ = shop.world.planning.plan(crowd.getFirst());
    shop.world.seam.quiet();

    long today = shop.world.loads.all().stream().map(Load::day).filter(TODAY::equals).count();
    assertThat(today).isEqualTo(capacity + atOnce - 1);
    OrderId next = reserved();
    var _ = shop.world.planning.plan(next);
    assertThat(planned(next)).isEqualTo(TOMORROW);
  }

  /** Only East has the goods. */
  private void east(Node node) {
    shop(AMerchant.standard().node(node));
    shop.world.on("EAST", TEE, 50);
  }

  private void shop(AMerchant merchant) {
    shop.world.carriers.byCard();
    Rules rules = AMerchant.shop().rules();
    shop.shop(
        merchant
            .rules(
                new Rules(
                    2,
                    rules.deliverAbroadWithinDays(),
                    rules.unpaidHold(),
                    rules.rateDeadline(),
                    rules.owners(),
                    rules.exceptionDue(),
                    rules.stock()))
            .build());
  }

  private AnOrder next(ShippingMethod method) {
    orders++;
    return AnOrder.numbered(String.valueOf(orders)).line(TEE, 1).method(method);
  }

  /** As far as it goes before it is planned. */
  private OrderId reserved() {
    AnOrder order = next(USUAL);
    var _ = shop.world.receive(order);
    var _ = shop.world.ingesting.ingest(order.id());
    var _ = shop.world.reserving.reserve(order.id(), false);
    return order.id();
  }

  private OrderId order(ShippingMethod method) {
    return shop.order(next(method));
  }

  private List<LocalDate> days(ShippingMethod method, int many) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      days.add(labelled(order(method)).parcels().getFirst().plan().shipDate());
    }
    return days;
  }

  private void handOver(OrderId id) {
    var _ = shop.world.handingOver.handOver(shipment(id).id(), shop.world.clock.instant(), "floor");
    assertThat(shop.order(id).state()).isEqualTo(OrderState.SHIPPED);
  }

  private LocalDate planned(OrderId id) {
    return ((Shipment.Planned) shipment(id)).parcels().getFirst().shipDate();
  }

  private Shipment.Labelled labelled(OrderId id) {
    return (Shipment.Labelled) shipment(id);
  }

  private Shipment shipment(OrderId id) {
    return shop.order(id).openShipments().getLast();
  }

  private String node(OrderId id) {
    NodeId node = shipment(id).node();
    return node.value();
  }

  private String carrier(OrderId id) {
    return switch (shipment(id)) {
      case Shipment.Labelled it -> it.parcels().getFirst().plan().carrier();
      case Shipment.Shipped it -> it.parcels().getFirst().plan().carrier();
      case Shipment other -> throw new AssertionError(other);
    };
  }

  private static LocalDate day(int ofMonth) {
    return LocalDate.of(2026, 11, ofMonth);
  }
}

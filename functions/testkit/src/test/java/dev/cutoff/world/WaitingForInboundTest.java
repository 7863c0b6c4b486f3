package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.Circumstances;
import dev.cutoff.plan.application.LiveRates;
import dev.cutoff.plan.application.Planner;
import dev.cutoff.plan.application.Replaying;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.Places;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * All of an order is there, at a node where handling is dear, and a cheaper node gets the same
 * soon: to wait for that is one candidate more.
 */
final class WaitingForInboundTest {
  private static final String TEE = "TEE-BLK-M";
  private static final NodeId EAST = new NodeId("EAST");
  private static final NodeId WEST = new NodeId("WEST");
  private static final LocalDate THERE = LocalDate.parse("2026-11-25");

  private Playing shop = shop(StockRules.WhenShort.BACKORDER);

  @Test
  void theOrderWaitsForTheCheaperNodeAndHoldsItsUnitsMeanwhile() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 2);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.RESERVED);
    assertThat(waiting(id).notBefore()).isEqualTo(THERE);
    assertThat(heldAt(id)).containsExactly(WEST);
    assertThat(shop.order(id).promise()).isNotNull();
    assertThat(shop.world.orders.timeline(id))
        .extracting(TimelineEntry::what)
        .contains("waits for inbound units at EAST, until 2026-11-25");

    var _ = shop.receive("PO-1", "r1", 5, 0);
    shop.later(Duration.ofHours(30));
    assertThat(shop.order(id).state()).as("the day before").isEqualTo(OrderState.RESERVED);
    shop.later(Duration.ofHours(13));

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(heldAt(id)).containsExactly(EAST);
  }

  @Test
  void theReceiptHasBothWaysWithWhatTheyCost() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 2);

    Receipt receipt = receipt(Objects.requireNonNull(waiting(id).receipt()));
    Receipt.Candidate chosen = receipt.candidates().getFirst();
    assertThat(chosen)
        .returns("EAST", Receipt.Candidate::nodes)
        .returns(true, Receipt.Candidate::chosen)
        .returns(THERE, Receipt.Candidate::waitsUntil)
        .returns(THERE, Receipt.Candidate::shipDate);
    assertThat(chosen.why())
        .isEqualTo("waits for inbound units until 2026-11-25: cheapest that arrives by 2026-11-27");
    assertThat(receipt.candidates())
        .filteredOn(each -> each.nodes().equals("WEST"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.why()).startsWith("dearer by "));
    assertThat(receipt.legs()).extracting(Receipt.Leg::node).containsExactly(EAST);
  }

  @Test
  void aSupplierWhoIsLateCostsTheSavingAndNotThePromise() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 2);

    shop.later(Duration.ofHours(43));

    Shipment.Labelled labelled = (Shipment.Labelled) shop.order(id).shipments().getFirst();
    assertThat(labelled.node()).isEqualTo(WEST);
    assertThat(labelled.parcels().getFirst().plan().deliveryDate())
        .isBeforeOrEqualTo(Objects.requireNonNull(shop.order(id).promise()).deliverBy());
  }

  @Test
  void anotherOrderThatIsQuickerTakesWhatCameAndNoUnitIsSoldTwice() {
    var _ = shop.promise("PO-1", TEE, 2, "2026-11-24");
    OrderId patient = shop.order("1", TEE, 2);
    var _ = shop.receive("PO-1", "r1", 2, 0);
    OrderId quick = shop.order("2", TEE, 2);
    assertThat(heldAt(quick)).containsExactly(EAST);

    shop.later(Duration.ofHours(43));

    assertThat(shop.order(patient).state()).isEqualTo(OrderState.LABELLED);
    assertThat(heldAt(patient)).containsExactly(WEST);
  }

  @Test
  void itGoesAtOnceWhereTheUnitsWouldComeTooLateForThePromise() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-25");
    OrderId id = shop.order("1", TEE, 2);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(other(id).why())
        .startsWith("waits for inbound units until 2026-11-26: too late: arrives ");
  }

  @Test
  void itGoesAtOnceWhereWaitingIsDearer() {
    shop.shop(AMerchant.standard().rules(rules(StockRules.WhenShort.BACKORDER)).build());
    shop.world.on("CENTRAL", TEE, 5);
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 2);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void aShopWhoseOrdersDoNotWaitIsToldWhatItWouldSave() {
    shop = shop(StockRules.WhenShort.HOLD);
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 2);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(other(id).why())
        .matches(
            "waits for inbound units until 2026-11-25: cheaper by USD \\S+, and not done: no order waits in this shop.*");
  }

  @Test
  void unitsThatOthersWerePromisedAreNotWaitedFor() {
    OrderId first = shop.order("1", TEE, 9);
    var _ = shop.promise("PO-1", TEE, 4, "2026-11-24");
    assertThat(shop.order(first).waits()).isTrue();
    shop.world.on("WEST", TEE, 2);
    OrderId id = shop.order("2", TEE, 2);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(heldAt(id)).containsExactly(WEST);
  }

  @Test
  void aCancellationGivesBackWhatWaited() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 2);

    var _ = shop.world.cancelling.cancel(id, "person", "no");
    shop.settle();

    assertThat(shop.order(id).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(heldAt(id)).isEmpty();
  }

  @Test
  void aReplayKnowsWhatWasInbound() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 2);
    Receipt receipt = receipt(Objects.requireNonNull(waiting(id).receipt()));

    assertThat(replayed(receipt, merchant(StockRules.WhenShort.BACKORDER))).isEqualTo("EAST");
    assertThat(replayed(receipt, merchant(StockRules.WhenShort.HOLD))).isEqualTo("WEST");
  }

  private static String replayed(Receipt receipt, Merchant merchant) {
    Planner planner =
        new Planner(
            new Atlas(), new UnitBoxes(), LiveRates.NONE, Holidays.NONE, Circumstances.NONE);
    return new Replaying(planner)
        .decide(receipt.inputs(), receipt.promise().deliverBy(), merchant)
        .plan()
        .orElseThrow()
        .nodes();
  }

  private static Playing shop(StockRules.WhenShort whenShort) {
    Playing shop = new Playing(Playing.rules(whenShort, true));
    shop.world.carriers.byCard();
    shop.shop(merchant(whenShort));
    shop.world.on("WEST", TEE, 5);
    return shop;
  }

  private static Merchant merchant(StockRules.WhenShort whenShort) {
    return AMerchant.standard()
        .node(JointPlanTest.dear(Places.WEST))
        .rules(rules(whenShort))
        .build();
  }

  private static dev.cutoff.merchant.Rules rules(StockRules.WhenShort whenShort) {
    return Playing.with(Playing.rules(whenShort, true));
  }

  private Shipment.Reserved waiting(OrderId id) {
    return (Shipment.Reserved) shop.order(id).openShipments().getFirst();
  }

  /** The one that waits. */
  private Receipt.Candidate other(OrderId id) {
    Shipment.Labelled labelled = (Shipment.Labelled) shop.order(id).shipments().getFirst();
    return receipt(labelled.receipt()).candidates().stream()
        .filter(each -> each.waitsUntil() != null)
        .findFirst()
        .orElseThrow();
  }

  private Receipt receipt(String key) {
    return shop.world.paper.find(key).orElseThrow();
  }

  private List<NodeId> heldAt(OrderId id) {
    return shop.world.stock.reservations(id).stream()
        .filter(each -> each.state().holds())
        .map(Reservation::node)
        .distinct()
        .toList();
  }
}

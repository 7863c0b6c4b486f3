package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Receipt;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Places;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Node and carrier are chosen together, and the chosen node's stock is what is held. */
final class JointPlanTest {
  private static final String TEE = "TEE-BLK-M";
  private static final NodeId EAST = new NodeId("EAST");
  private static final NodeId WEST = new NodeId("WEST");

  @Test
  void theUnitsMoveToTheNodeThatIsCheaperAllInAll() {
    Playing shop = shop();
    OrderId id = shop.order("1", TEE, 2);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.order(id).shipments()).extracting(Shipment::node).containsExactly(EAST);
    assertThat(reserved(shop)).isEqualTo(Map.of(EAST, 2L, WEST, 0L));
    assertThat(shop.world.stock.reservations(id))
        .extracting(Reservation::state)
        .containsExactlyInAnyOrder(Reservation.State.MOVED, Reservation.State.RESERVED);
  }

  @Test
  void whereNothingIsLeftAtTheCheaperNodeThePlanStaysWhereItsUnitsAre() {
    Playing shop = shop();
    OrderId first = shop.order("1", TEE, 5);
    OrderId second = shop.order("2", TEE, 5);

    assertThat(shop.order(first).shipments()).extracting(Shipment::node).containsExactly(EAST);
    assertThat(shop.order(second).shipments()).extracting(Shipment::node).containsExactly(WEST);
    assertThat(shop.order(second).state()).isEqualTo(OrderState.LABELLED);
    assertThat(reserved(shop)).isEqualTo(Map.of(EAST, 5L, WEST, 5L));
  }

  @Test
  void aRunThatDiedAfterItMovedTheUnitsIsGoneOnFrom() {
    Playing shop = shop();
    AnOrder order = AnOrder.numbered("1").line(TEE, 2);
    var _ = shop.world.receive(order);
    OrderId id = order.id();
    var _ = shop.world.ingesting.ingest(id);
    var _ = shop.world.reserving.reserve(id, false);
    Reservation held = shop.world.stock.reservations(id).getFirst();
    assertThat(held.node()).isEqualTo(WEST);
    Reservation moved =
        new Reservation(
            id,
            held.lineId(),
            new Sku(TEE),
            EAST,
            null,
            2,
            2,
            ShipmentId.of(id, 2),
            Reservation.State.RESERVED);
    Cause cause = Cause.ours(shop.world.clock.instant(), "the plan's node");
    assertThat(shop.world.stock.move(List.of(held), List.of(moved), cause))
        .isInstanceOf(Stock.Moved.Done.class);

    shop.settle();

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.order(id).shipments()).extracting(Shipment::node).containsExactly(EAST);
    assertThat(reserved(shop)).isEqualTo(Map.of(EAST, 2L, WEST, 0L));
  }

  @Test
  void theReceiptTellsWhyTheOtherNodeLost() {
    Playing shop = shop();
    OrderId id = shop.order("1", TEE, 2);

    Shipment.Labelled labelled = (Shipment.Labelled) shop.order(id).shipments().getFirst();
    Receipt receipt = shop.world.paper.find(labelled.receipt()).orElseThrow();
    assertThat(receipt.candidates().getFirst())
        .returns("EAST", Receipt.Candidate::nodes)
        .returns(true, Receipt.Candidate::chosen);
    assertThat(receipt.candidates())
        .filteredOn(each -> each.nodes().equals("WEST"))
        .extracting(Receipt.Candidate::why)
        .anySatisfy(why -> assertThat(why).startsWith("dearer by "));
  }

  /** The nearest node, West, is the one where handling is dear. */
  static Merchant withDearWest() {
    return AMerchant.standard().node(dear(Places.WEST)).build();
  }

  private static Playing shop() {
    Playing shop = Playing.backordering(true);
    shop.shop(withDearWest());
    shop.world.on("EAST", TEE, 5);
    shop.world.on("WEST", TEE, 5);
    return shop;
  }

  static Node dear(Node node) {
    return new Node(
        node.id(),
        node.name(),
        node.address(),
        node.zone(),
        node.cutoffs(),
        Money.of(2_500, "USD"),
        node.shippedAtLabel(),
        node.hours());
  }

  private static Map<NodeId, Long> reserved(Playing shop) {
    return shop.world.stock.levels(List.of(new Sku(TEE))).stream()
        .filter(level -> level.onHand() > 0)
        .collect(
            Collectors.groupingBy(StockLevel::node, Collectors.summingLong(StockLevel::reserved)));
  }
}

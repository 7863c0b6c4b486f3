package dev.cutoff.audit;

import static dev.cutoff.audit.Entries.EAST;
import static dev.cutoff.audit.Entries.TEE;
import static dev.cutoff.audit.Entries.reservation;
import static dev.cutoff.stock.Reservation.State.CONSUMED;
import static dev.cutoff.stock.Reservation.State.PICKED;
import static dev.cutoff.stock.Reservation.State.RELEASED;
import static dev.cutoff.stock.Reservation.State.RESERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.order.Order;
import dev.cutoff.sample.Doc;
import dev.cutoff.sample.Shipments;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order is of one tee; its first shipment takes it from the east. */
final class OrderCheckTest {
  private static final Reservation HELD = reservation(TEE, "DTC-1", 1, RESERVED);

  private static Order order(Shipment... shipments) {
    return Order.received(Shipments.ORDER, Doc.order().build(), Doc.PLACED, "t")
        .changed(change -> change.shipments(List.of(shipments)));
  }

  private static List<Finding> check(@Nullable Order order, Reservation... reservations) {
    return OrderCheck.check(order, List.of(reservations));
  }

  @Test
  void aShipmentWithItsReservationIsSoundUntilItLeft() {
    assertThat(check(order(Shipments.reserved(1)), HELD)).isEmpty();
    assertThat(check(order(Shipments.planned(1)), HELD)).isEmpty();
    assertThat(check(order(Shipments.labelled(1)), HELD.in(PICKED))).isEmpty();
    assertThat(check(order(Shipments.shipped(1)), HELD.in(CONSUMED))).isEmpty();
    assertThat(check(order(Shipments.cancelled(1)), HELD.in(RELEASED))).isEmpty();
  }

  @Test
  void unitsHeldForAShipmentThatLeftAreToBeConsumed() {
    Finding found = check(order(Shipments.shipped(1)), HELD).getFirst();
    assertThat(found.refusal().reason()).isEqualTo(Reason.RESERVATION_ASTRAY);
    assertThat(found.shelf()).isEqualTo(TEE);
    assertThat(found.orders()).containsExactly(Shipments.ORDER);
    assertThat(found.corrections()).containsExactly(new Correction.Ending(HELD, CONSUMED));
  }

  @Test
  void unitsHeldForAClosedOrUnknownShipmentOrForNoOrderAtAllAreToBeReleased() {
    for (Order order : new @Nullable Order[] {order(Shipments.cancelled(1)), order(), null}) {
      assertThat(check(order, HELD))
          .singleElement()
          .satisfies(found ->
              assertThat(found.corrections())
                  .containsExactly(new Correction.Ending(HELD, RELEASED)));
    }
  }

  @Test
  void aShipmentWithoutItsReservationIsNamedAtItsNode() {
    for (Shipment open : List.of(Shipments.planned(1), Shipments.labelled(1))) {
      assertThat(check(order(open), HELD.in(RELEASED)))
          .singleElement()
          .satisfies(found -> {
            assertThat(found.refusal().reason()).isEqualTo(Reason.SHIPMENT_UNSERVED);
            assertThat(found.shelf()).isEqualTo(Shelf.of(new Sku("TEE"), EAST));
            assertThat(found.corrections())
                .containsExactly(new Correction.Replanning(Shipments.ORDER));
          });
    }
  }

  @Test
  void aReservationOfAnotherShipmentServesNoOther() {
    assertThat(check(order(Shipments.cancelled(1), Shipments.planned(2)), HELD))
        .extracting(found -> found.refusal().reason())
        .containsExactlyInAnyOrder(Reason.RESERVATION_ASTRAY, Reason.SHIPMENT_UNSERVED);
  }

  @Test
  void componentsOfAKitServeItTogether() {
    Reservation wax = HELD;
    Reservation cloth =
        new Reservation(
            HELD.orderId(),
            "1",
            new Sku("CLOTH"),
            EAST,
            null,
            2,
            1,
            ShipmentId.of(HELD.orderId(), 1),
            RESERVED);
    assertThat(check(order(Shipments.planned(1)), wax, cloth)).isEmpty();
  }

  @Test
  void whatAnExecutionIsAboutToChangeIsOnItsWay() {
    assertThat(OrderCheck.isOnItsWay(order())).isTrue();
    assertThat(OrderCheck.isOnItsWay(order(Shipments.reserved(1)))).isTrue();
    assertThat(OrderCheck.isOnItsWay(order(Shipments.labelled(1)))).isFalse();
    assertThat(OrderCheck.isOnItsWay(order(Shipments.delivered(1)))).isFalse();
  }

  @Test
  void findingsOfOneShelfAndReasonBecomeOne() {
    Finding one = check(null, HELD).getFirst();
    Finding two = check(null, reservation(TEE, "DTC-2", 3, RESERVED)).getFirst();
    Finding other = check(order(Shipments.planned(1))).getFirst();
    List<Finding> merged = Findings.merged(List.of(one, other, two));
    assertThat(merged).hasSize(2);
    assertThat(merged.getFirst().corrections()).hasSize(2);
    assertThat(merged.getFirst().orders()).hasSize(2);
    assertThat(merged.getFirst().refusal().message()).endsWith("The same is so of 1 more there.");
    assertThat(merged.getLast()).isEqualTo(other);
  }
}

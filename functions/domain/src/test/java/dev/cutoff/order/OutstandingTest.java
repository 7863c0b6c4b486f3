package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.sample.Doc;
import dev.cutoff.sample.Shipments;
import dev.cutoff.shipment.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Line 1 orders one tee unless said otherwise; every shipment serves one unit of line 1. */
final class OutstandingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void unitsThatNoShipmentServesAreMissing() {
    assertThat(units(3)).isEqualTo(Map.of("1", 3L));
    assertThat(units(3, Shipments.reserved(1))).isEqualTo(Map.of("1", 2L));
    assertThat(units(3, Shipments.shipped(1), Shipments.planned(2))).isEqualTo(Map.of("1", 1L));
    assertThat(units(1, Shipments.cancelled(1))).isEqualTo(Map.of("1", 1L));
    assertThat(units(1, Shipments.delivered(1))).isEmpty();
  }

  @Test
  void whatWeShippedAndToldTheStoreIsNotSubtractedTwice() {
    Doc told = Doc.order().line(OrderTest.gone("1", 2, 1));
    assertThat(Outstanding.units(order(told, Shipments.shipped(1)))).isEqualTo(Map.of("1", 1L));
    assertThat(Outstanding.units(order(told))).isEqualTo(Map.of("1", 1L));
    assertThat(Outstanding.units(order(told, Shipments.shipped(1), Shipments.labelled(2))))
        .isEmpty();
  }

  @Test
  void testOrdersAndGiftCardsWantNoUnits() {
    assertThat(Outstanding.units(order(Doc.order().test()))).isEmpty();
    Doc card = Doc.order().line(Doc.line("1", "CARD", 1).notShipped());
    assertThat(Outstanding.units(order(card))).isEmpty();
    assertThat(Outstanding.any(order(card))).isFalse();
    assertThat(Outstanding.any(order(Doc.order().test()))).isFalse();
  }

  @Test
  void whatAnExecutionHasToDoIsSeenByTheSweeper() {
    assertThat(Outstanding.any(order(Doc.order()))).isTrue();
    assertThat(Outstanding.any(order(Doc.order(), Shipments.reserved(1)))).isTrue();
    assertThat(Outstanding.any(order(Doc.order(), Shipments.planned(1)))).isTrue();
    Doc two = Doc.order().line("TEE", 2);
    assertThat(Outstanding.any(order(two, Shipments.shipped(1)))).as("half").isTrue();
  }

  @Test
  void whatWaitsForTheFloorOrTheCarrierIsNotTheSweepersToSee() {
    assertThat(Outstanding.any(order(Doc.order(), Shipments.labelled(1)))).isFalse();
    assertThat(Outstanding.any(order(Doc.order(), Shipments.shipped(1)))).isFalse();
    assertThat(Outstanding.any(order(Doc.order(), Shipments.delivered(1)))).isFalse();
    Doc pickup = Doc.order().by("In store", ShippingMethod.Kind.PICKUP);
    assertThat(Outstanding.any(order(pickup, Shipments.reserved(1)))).isFalse();
  }

  @Test
  void aHeldAnUnpaidAChangedAndACancellingOrderAreUnfinished() {
    Order labelled = order(Doc.order(), Shipments.labelled(1));
    Order.Hold hold = new Order.Hold(Refusal.of(Reason.NO_RATES, "None."), "RateShop", NOW);
    assertThat(Outstanding.any(labelled.changed(change -> change.hold(hold)))).isTrue();
    assertThat(Outstanding.any(labelled.changed(change -> change.replan(true)))).isTrue();
    Order unpaid = order(Doc.order().payment(Payment.Status.PENDING), Shipments.reserved(1));
    assertThat(Outstanding.any(unpaid)).isTrue();
    Order.Cancellation asked = new Order.Cancellation(NOW, "x", "y", null);
    assertThat(Outstanding.any(labelled.changed(change -> change.cancellation(asked)))).isTrue();
  }

  @Test
  void aCancelledOrderIsFinishedWhateverElseIsOnItsRow() {
    Order.Cancellation done = new Order.Cancellation(NOW, "x", "y", NOW);
    Order order = order(Doc.order()).changed(change -> change.cancellation(done).replan(true));
    assertThat(Outstanding.any(order)).isFalse();
  }

  private static Map<String, Long> units(long ordered, Shipment... shipments) {
    return Outstanding.units(order(Doc.order().line("TEE", ordered), shipments));
  }

  private static Order order(Doc document, Shipment... shipments) {
    return OrderTest.order(document, List.of(shipments));
  }
}

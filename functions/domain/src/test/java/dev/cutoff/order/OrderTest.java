package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.sample.Doc;
import dev.cutoff.sample.Shipments;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class OrderTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Order.Hold HOLD =
      new Order.Hold(Refusal.of(Reason.OUT_OF_STOCK, "No units."), "Reserve", NOW);
  private static final Order.PaymentWait WAIT = new Order.PaymentWait("token", NOW);

  static Stream<Arguments> shipmentsAndState() {
    return Stream.of(
        Arguments.of(OrderState.RECEIVED, List.of()),
        Arguments.of(OrderState.RECEIVED, List.of(Shipments.cancelled(1))),
        Arguments.of(OrderState.RESERVED, List.of(Shipments.reserved(1))),
        Arguments.of(OrderState.RESERVED, List.of(Shipments.reserved(1), Shipments.labelled(2))),
        Arguments.of(OrderState.PLANNED, List.of(Shipments.planned(1))),
        Arguments.of(OrderState.PLANNED, List.of(Shipments.labelled(1), Shipments.planned(2))),
        Arguments.of(OrderState.LABELLED, List.of(Shipments.labelled(1))),
        Arguments.of(
            OrderState.PARTIALLY_SHIPPED, List.of(Shipments.shipped(1), Shipments.labelled(2))),
        Arguments.of(
            OrderState.PARTIALLY_SHIPPED, List.of(Shipments.delivered(1), Shipments.reserved(2))),
        Arguments.of(OrderState.SHIPPED, List.of(Shipments.shipped(1), Shipments.cancelled(2))),
        Arguments.of(OrderState.SHIPPED, List.of(Shipments.shipped(1), Shipments.delivered(2))),
        Arguments.of(OrderState.DELIVERED, List.of(Shipments.delivered(1))),
        Arguments.of(OrderState.DELIVERED, List.of(Shipments.delivered(1), Shipments.returned(2))),
        Arguments.of(OrderState.RETURNED, List.of(Shipments.returned(1))),
        Arguments.of(
            OrderState.RETURNED,
            List.of(Shipments.arrived(1, TrackingStatus.DELIVERED, TrackingStatus.RETURNED))));
  }

  @ParameterizedTest
  @MethodSource("shipmentsAndState")
  void theLeastAdvancedOpenShipmentIsTheStateOfTheOrder(OrderState state, List<Shipment> with) {
    assertThat(order(Doc.order(), with).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("shipmentsAndState")
  void aHeldOrderIsHeldHoweverFarItGot(OrderState without, List<Shipment> with) {
    Order order = order(Doc.order(), with).changed(change -> change.hold(HOLD).paymentWait(WAIT));
    assertThat(order.state()).isEqualTo(OrderState.HELD);
  }

  @Test
  void anOrderIsShownCompleteBeforeHandOver() {
    Order order = order(Doc.order(), List.of(Shipments.labelled(1)));
    assertThat(order.state()).as("a label is no shipping").isEqualTo(OrderState.LABELLED);
    assertThat(order.anythingHandedOver()).isFalse();
  }

  @Test
  void anUnpaidOrderWithUnitsAwaitsItsPayment() {
    Order order =
        order(Doc.order().payment(Payment.Status.PENDING), List.of(Shipments.reserved(1)));
    assertThat(order.changed(change -> change.paymentWait(WAIT)).state())
        .isEqualTo(OrderState.AWAITING_PAYMENT);
  }

  @Test
  void aCancellationThatIsAskedForIsNotDoneYet() {
    Order order = order(Doc.order(), List.of(Shipments.labelled(1)));
    Order asked = order.changed(change -> change.cancellation(cancellation(null)));
    assertThat(asked.state()).isEqualTo(OrderState.LABELLED);
    assertThat(asked.cancelling()).isTrue();
    Order done = asked.changed(change -> change.cancellation(cancellation(NOW)).hold(HOLD));
    assertThat(done.state()).isEqualTo(OrderState.CANCELLED);
    assertThat(done.cancelling()).isFalse();
  }

  @Test
  void aGiftCardThatIsPaidNeedsNothingOfUs() {
    Doc card = Doc.order().line(Doc.line("1", "CARD", 1).notShipped());
    assertThat(order(card, List.of()).state()).isEqualTo(OrderState.DELIVERED);
    assertThat(order(card.payment(Payment.Status.PENDING), List.of()).state())
        .isEqualTo(OrderState.RECEIVED);
  }

  @Test
  void whatSomebodyElseShippedIsShipped() {
    assertThat(order(Doc.order().line(gone("1", 1, 1)), List.of()).state())
        .isEqualTo(OrderState.SHIPPED);
  }

  @Test
  void everyChangeRaisesTheVersionByOneAndOnlyForward() {
    Order order = order(Doc.order(), List.of());
    long first = order.version();
    assertThat(order.changed(change -> change).version()).isEqualTo(first + 1);
    Order third = order.changed(change -> change.attempt(2)).changed(change -> change.hold(HOLD));
    assertThat(third.version()).isEqualTo(first + 2);
    assertThat(third.attempt()).isEqualTo(2);
    assertThat(third.hold()).isEqualTo(HOLD);
  }

  @Test
  void aChangeKeepsEverythingItDoesNotName() {
    Order full =
        order(Doc.order(), List.of(Shipments.reserved(1)))
            .changed(change ->
                change
                    .hold(HOLD)
                    .paymentWait(WAIT)
                    .shipLate(true)
                    .replan(true)
                    .correctedShipTo(Doc.HOME)
                    .cancellation(cancellation(null)));
    Order same = full.changed(change -> change);
    assertThat(same).usingRecursiveComparison().ignoringFields("version").isEqualTo(full);
  }

  @Test
  void aShipmentTakesThePlaceOfTheOneWithItsId() {
    Order order =
        order(Doc.order(), List.of(Shipments.reserved(1), Shipments.reserved(2)))
            .changed(change -> change.shipment(Shipments.planned(2)));
    assertThat(order.shipments()).containsExactly(Shipments.reserved(1), Shipments.planned(2));
  }

  @Test
  void thePersonsAddressTakesThePlaceOfTheStores() {
    Address corrected =
        Address.of("Sam Example", "", "2 Other Road", "", "Reno", "NV", "89501", "us", null);
    Order order = order(Doc.order(), List.of());
    assertThat(order.shipTo()).contains(Doc.HOME);
    assertThat(order.changed(change -> change.correctedShipTo(corrected)).shipTo())
        .contains(corrected);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsPaidPromisedOrCollectedAtTheDoorIsShipped(Payment.Status status) {
    boolean settled =
        switch (status) {
          case PAID, AUTHORIZED, CASH_ON_DELIVERY, ON_TERMS, PARTIALLY_REFUNDED -> true;
          case PENDING, PARTIALLY_PAID, REFUNDED, VOIDED -> false;
        };
    assertThat(new Payment(status, "").settled()).isEqualTo(settled);
    assertThat(new Payment(status, "").givenBack())
        .isEqualTo(status == Payment.Status.REFUNDED || status == Payment.Status.VOIDED);
  }

  static OrderLine gone(String id, long quantity, long elsewhere) {
    OrderLine line = Doc.line(id, "TEE", quantity);
    return new OrderLine(
        id,
        line.sku(),
        line.name(),
        quantity,
        elsewhere,
        line.unitPrice(),
        line.discount(),
        line.tax(),
        true,
        null,
        List.of());
  }

  static Order order(Doc document, List<Shipment> shipments) {
    return Order.received(Shipments.ORDER, document.build(), NOW, "token")
        .changed(change -> change.shipments(shipments));
  }

  private static Order.Cancellation cancellation(
      @org.jspecify.annotations.Nullable Instant completedAt) {
    return new Order.Cancellation(NOW, "store", "cancelled in the store", completedAt);
  }
}

package dev.cutoff.adapter.page;

import dev.cutoff.exception.Reason;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.ShippingMethod.Kind;
import dev.cutoff.page.Stage;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.LocalDate;
import java.util.List;

/** An order at each stage that a customer can find it in. */
final class Lives {
  private static final String TEE = "The TEE-BLK-M";

  private Lives() {}

  static Order at(Stage stage, String locale) {
    Order fresh = Parcels.promised(Parcels.received(locale), Parcels.FRIDAY, null);
    Track onTheWay = Parcels.scanned(TrackingStatus.IN_TRANSIT);
    Track there = Parcels.scanned(TrackingStatus.DELIVERED);
    return switch (stage) {
      case AWAITING_PAYMENT ->
          reserved(fresh)
              .changed(change ->
                  change.paymentWait(new Order.PaymentWait("secret-task-token", Parcels.NOW)));
      case CHECKING -> dev.cutoff.testkit.Stage.held(reserved(fresh), Reason.ADDRESS_INCOMPLETE);
      case PREPARING -> reserved(fresh);
      case WAITING_FOR_STOCK -> fresh.changed(change -> change.backorder(waiting(1, 2)));
      case ABOUT_TO_LEAVE -> labelled(fresh);
      case KEPT_FOR_PICKUP -> reserved(Parcels.received(locale, Kind.PICKUP, TEE));
      case PICKED_UP -> handedOver(Parcels.received(locale, Kind.PICKUP, TEE));
      case TO_BE_BROUGHT -> reserved(Parcels.received(locale, Kind.LOCAL_DELIVERY, TEE));
      case BEING_BROUGHT -> handedOver(Parcels.received(locale, Kind.LOCAL_DELIVERY, TEE));
      case PARTLY_SENT ->
          Parcels.sent(fresh, onTheWay).changed(change -> change.backorder(waiting(0, 1)));
      case SENT -> Parcels.sent(fresh, onTheWay);
      case OUT_FOR_DELIVERY ->
          Parcels.sent(fresh, Parcels.scanned(TrackingStatus.OUT_FOR_DELIVERY));
      case PARTLY_DELIVERED -> Parcels.sent(fresh, there, onTheWay);
      case DELIVERED -> Parcels.sent(fresh, there);
      case DELAYED -> Parcels.sent(fresh, Parcels.flagged(TrackingFlag.DELAYED));
      case AT_CUSTOMS -> Parcels.sent(fresh, Parcels.flagged(TrackingFlag.HELD_AT_CUSTOMS));
      case ATTEMPTED -> Parcels.sent(fresh, Parcels.flagged(TrackingFlag.DELIVERY_ATTEMPTED));
      case TO_COLLECT -> Parcels.sent(fresh, Parcels.flagged(TrackingFlag.AT_PICKUP_POINT));
      case RETURNED -> Parcels.sent(fresh, there, Parcels.scanned(TrackingStatus.RETURNED));
      case DAMAGED -> Parcels.sent(fresh, onTheWay, Parcels.flagged(TrackingFlag.DAMAGED));
      case LOST -> Parcels.sent(fresh, there, Parcels.flagged(TrackingFlag.LOST));
      case NOTHING_TO_SEND ->
          AnOrder.numbered("90412").shipTo(null).line("GIFT-50", 1, false).received();
      case CANCELLING -> cancelled(reserved(fresh), false);
      case CANCELLED -> cancelled(fresh, true);
    };
  }

  private static Order reserved(Order order) {
    return order.changed(change ->
        change.shipments(
            List.of(
                new Shipment.Reserved(
                    ShipmentId.of(order.id(), 1), new NodeId("EAST"), Parcels.lines(1, 2)))));
  }

  private static Order labelled(Order order) {
    Shipment.Shipped sent = Parcels.shipment(order, 1, Track.labelMade());
    return order.changed(change ->
        change.shipments(
            List.of(
                new Shipment.Labelled(
                    sent.id(),
                    sent.node(),
                    sent.lines(),
                    sent.parcels(),
                    Parcels.NOW,
                    "r",
                    "s",
                    Parcels.NOW))));
  }

  private static Order handedOver(Order order) {
    return order.changed(change ->
        change.shipments(
            List.of(
                new Shipment.Shipped(
                    ShipmentId.of(order.id(), 1),
                    new NodeId("EAST"),
                    Parcels.lines(1, 2),
                    List.of(),
                    Parcels.NOW,
                    "",
                    ""))));
  }

  private static Backorder waiting(long first, long second) {
    LocalDate monday = Parcels.FRIDAY.plusDays(3);
    List<Backorder.Part> parts =
        first == 0
            ? List.of(new Backorder.Part("2", second, monday))
            : List.of(
                new Backorder.Part("1", first, null), new Backorder.Part("2", second, monday));
    return new Backorder(Parcels.NOW, parts, null, Parcels.NOW, false, null);
  }

  private static Order cancelled(Order order, boolean done) {
    return order.changed(change ->
        change.cancellation(
            new Order.Cancellation(
                Parcels.NOW, "ops", "fraud, we think", done ? Parcels.NOW : null)));
  }
}

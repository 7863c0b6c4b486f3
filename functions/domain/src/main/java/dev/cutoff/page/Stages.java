package dev.cutoff.page;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds out how far orders and parcels are. */
final class Stages {
  private Stages() {}

  static Stage of(Order order) {
    Order.Cancellation cancellation = order.cancellation();
    if (cancellation != null) {
      return cancellation.completedAt() == null ? Stage.CANCELLING : Stage.CANCELLED;
    }
    return switch (order.document().shippingMethod().kind()) {
      case PARCEL -> order.anythingHandedOver() ? onTheWay(order) : inTheHouse(order);
      case PICKUP -> order.allHandedOver() ? Stage.PICKED_UP : ready(order, Stage.KEPT_FOR_PICKUP);
      case LOCAL_DELIVERY ->
          order.allHandedOver() ? Stage.BEING_BROUGHT : ready(order, Stage.TO_BE_BROUGHT);
    };
  }

  /** Of one parcel. What went wrong on the way no longer matters once it has arrived. */
  static Stage of(Track track) {
    TrackingFlag flag = track.flag();
    if (flag == TrackingFlag.LOST) {
      return Stage.LOST;
    }
    if (flag == TrackingFlag.DAMAGED) {
      return Stage.DAMAGED;
    }
    return switch (track.status()) {
      case RETURNED -> Stage.RETURNED;
      case DELIVERED -> Stage.DELIVERED;
      case LABEL_MADE -> flag == null ? Stage.ABOUT_TO_LEAVE : flagged(flag);
      case ACCEPTED, IN_TRANSIT -> flag == null ? Stage.SENT : flagged(flag);
      case OUT_FOR_DELIVERY -> flag == null ? Stage.OUT_FOR_DELIVERY : flagged(flag);
    };
  }

  private static Stage flagged(TrackingFlag flag) {
    return switch (flag) {
      case DELIVERY_ATTEMPTED -> Stage.ATTEMPTED;
      case AT_PICKUP_POINT -> Stage.TO_COLLECT;
      case HELD_AT_CUSTOMS -> Stage.AT_CUSTOMS;
      case DAMAGED -> Stage.DAMAGED;
      case LOST -> Stage.LOST;
      case DELAYED -> Stage.DELAYED;
    };
  }

  /** The parcel that needs its customer the most speaks for all; else how many have arrived. */
  private static Stage onTheWay(Order order) {
    List<Stage> parcels =
        order.openShipments().stream()
            .filter(shipment -> !(shipment instanceof Shipment.Labelled))
            .flatMap(shipment -> shipment.paidParcels().stream())
            .map(Parcel::track)
            .map(Stages::of)
            .toList();
    Optional<Stage> urgent =
        parcels.stream()
            .filter(stage -> stage.compareTo(Stage.DELIVERED) > 0)
            .max(Comparator.naturalOrder());
    if (urgent.isPresent()) {
      return urgent.get();
    }
    if (parcels.contains(Stage.OUT_FOR_DELIVERY)) {
      return Stage.OUT_FOR_DELIVERY;
    }
    boolean all = order.allHandedOver();
    if (all && allArrived(order)) {
      return Stage.DELIVERED;
    }
    if (parcels.contains(Stage.DELIVERED)) {
      return Stage.PARTLY_DELIVERED;
    }
    return all ? Stage.SENT : Stage.PARTLY_SENT;
  }

  private static boolean allArrived(Order order) {
    return order.openShipments().stream()
        .allMatch(shipment ->
            shipment instanceof Shipment.Delivered
                || (!shipment.paidParcels().isEmpty()
                    && shipment.paidParcels().stream()
                        .allMatch(each -> each.track().status() == TrackingStatus.DELIVERED)));
  }

  private static Stage inTheHouse(Order order) {
    List<Shipment> open = order.openShipments();
    if (open.isEmpty() && !order.isHeld() && order.paymentWait() == null) {
      return nothingInTheHouse(order);
    }
    boolean labelled =
        !order.waits() && open.stream().allMatch(each -> each instanceof Shipment.Labelled);
    return ready(order, labelled ? Stage.ABOUT_TO_LEAVE : Stage.PREPARING);
  }

  /** Nothing stands in its way, unless somebody has to look at it or to pay it. */
  private static Stage ready(Order order, Stage otherwise) {
    if (order.isHeld()) {
      return Stage.CHECKING;
    }
    if (order.paymentWait() != null) {
      return Stage.AWAITING_PAYMENT;
    }
    return order.openShipments().isEmpty() ? nothingInTheHouse(order) : otherwise;
  }

  private static Stage nothingInTheHouse(Order order) {
    if (order.waits()) {
      return Stage.WAITING_FOR_STOCK;
    }
    if (!order.document().physicalLines().isEmpty() || !order.document().payment().settled()) {
      return Stage.PREPARING;
    }
    return order.document().lines().stream().anyMatch(OrderLine::requiresShipping)
        ? Stage.SENT
        : Stage.NOTHING_TO_SEND;
  }
}

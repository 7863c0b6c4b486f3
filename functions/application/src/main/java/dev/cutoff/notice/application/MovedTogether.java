package dev.cutoff.notice.application;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.TrackingStatus;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What else of an order the same news are true of by now, and what may become so in a moment. */
final class MovedTogether {
  private MovedTogether() {}

  /** Subjects that the same can be told of; empty where each is told alone. */
  static Set<String> alike(Order order, What what) {
    return switch (what) {
      case SHIPPED ->
          order.openShipments().stream()
              .filter(MovedTogether::handedOver)
              .map(shipment -> shipment.id().value())
              .collect(Collectors.toSet());
      case OUT_FOR_DELIVERY -> parcels(order, TrackingStatus.OUT_FOR_DELIVERY::equals);
      case DELIVERED -> parcels(order, TrackingStatus.DELIVERED::equals);
      case CONFIRMED,
          BACKORDERED,
          DELAYED,
          BACK_ON_TIME,
          PACKED,
          IN_TRANSIT,
          DELIVERY_ATTEMPTED,
          RETURNED,
          CANCELLED ->
          Set.of();
    };
  }

  /** Whether the order has others that the same may become true of: they are worth a moment. */
  static boolean moreMayFollow(Order order, Announcement announcement) {
    return switch (announcement.what()) {
      case SHIPPED ->
          order.openShipments().stream()
              .filter(shipment -> !shipment.id().value().equals(announcement.shipmentId()))
              .anyMatch(Predicate.not(MovedTogether::handedOver));
      case OUT_FOR_DELIVERY ->
          othersAreBefore(TrackingStatus.OUT_FOR_DELIVERY, order, announcement);
      case DELIVERED -> othersAreBefore(TrackingStatus.DELIVERED, order, announcement);
      case CONFIRMED,
          BACKORDERED,
          DELAYED,
          BACK_ON_TIME,
          PACKED,
          IN_TRANSIT,
          DELIVERY_ATTEMPTED,
          RETURNED,
          CANCELLED ->
          false;
    };
  }

  /** A parcel that has arrived, or came back, is no longer on board, nor was there nobody in. */
  static boolean isOvertaken(Order order, Announcement announcement) {
    return switch (announcement.what()) {
      case OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED ->
          status(order, announcement)
              .filter(status -> status.after(TrackingStatus.OUT_FOR_DELIVERY))
              .isPresent();
      case CONFIRMED,
          BACKORDERED,
          DELAYED,
          BACK_ON_TIME,
          PACKED,
          SHIPPED,
          IN_TRANSIT,
          DELIVERED,
          RETURNED,
          CANCELLED ->
          false;
    };
  }

  private static boolean handedOver(Shipment shipment) {
    return shipment instanceof Shipment.Shipped || shipment instanceof Shipment.Delivered;
  }

  private static Set<String> parcels(Order order, Predicate<TrackingStatus> at) {
    return parcels(order)
        .filter(parcel -> at.test(parcel.track().status()))
        .map(parcel -> parcel.plan().parcelId())
        .collect(Collectors.toSet());
  }

  private static boolean othersAreBefore(
      TrackingStatus status, Order order, Announcement announcement) {
    return parcels(order)
        .filter(parcel -> !parcel.plan().parcelId().equals(announcement.parcelId()))
        .anyMatch(parcel -> status.after(parcel.track().status()));
  }

  private static Optional<TrackingStatus> status(Order order, Announcement announcement) {
    return parcels(order)
        .filter(parcel -> parcel.plan().parcelId().equals(announcement.parcelId()))
        .map(parcel -> parcel.track().status())
        .findFirst();
  }

  private static Stream<Parcel> parcels(Order order) {
    return order.openShipments().stream().flatMap(shipment -> shipment.paidParcels().stream());
  }
}

package dev.cutoff.adapter.channel;

import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import java.util.List;
import java.util.Optional;

/** What an announcement is about, found in its order. */
public final class Announced {
  private Announced() {}

  /** The shipment, named by itself or by its parcel; empty where it is about the whole order. */
  public static Optional<Shipment> shipment(Order order, Announcement announcement) {
    return order.shipments().stream()
        .filter(each ->
            each.id().value().equals(announcement.shipmentId())
                || each.paidParcels().stream()
                    .anyMatch(one -> one.plan().parcelId().equals(announcement.parcelId())))
        .findFirst();
  }

  /** The one parcel it is about, or all of the shipment. */
  public static List<Parcel> parcels(Shipment shipment, Announcement announcement) {
    return shipment.paidParcels().stream()
        .filter(each ->
            announcement.parcelId() == null
                || each.plan().parcelId().equals(announcement.parcelId()))
        .toList();
  }

  public static List<String> trackingNumbers(List<Parcel> parcels) {
    return parcels.stream().map(Parcel::trackingNumber).distinct().toList();
  }

  /** The customer's page of the order; empty where the shop has no public address. */
  public static String page(String publicUrl, Order order) {
    return publicUrl.isEmpty() ? "" : publicUrl + "/t/" + order.trackingToken();
  }
}

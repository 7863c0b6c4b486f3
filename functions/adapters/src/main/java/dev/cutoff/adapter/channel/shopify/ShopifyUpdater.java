package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cutoff.adapter.channel.Announced;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.TrackingStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells Shopify by its Admin GraphQL API. It reads before it writes, as the API takes no key. */
public final class ShopifyUpdater implements StoreUpdater {
  private static final int LONGEST_STAFF_NOTE = 255;

  private final StoreApi api;
  private final String publicUrl;

  /**
   * Over that client.
   *
   * @param publicUrl where the customer's pages are, without a slash at the end; empty for none
   */
  public ShopifyUpdater(StoreApi api, String publicUrl) {
    this.api = api;
    this.publicUrl = publicUrl;
  }

  @Override
  public String channel() {
    return "shopify";
  }

  @Override
  public Outcome tell(Store store, String apiSecret, Order order, Announcement announcement) {
    ShopifyAdmin admin = new ShopifyAdmin(api, store, apiSecret);
    return switch (announcement.what()) {
      case SHIPPED -> shipped(admin, store, order, announcement);
      case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, DELIVERED, RETURNED ->
          onTheWay(admin, order, announcement);
      case DELAYED, BACK_ON_TIME -> ofAll(admin, order, announcement);
      case CANCELLED -> cancelled(admin, store, order);
      case CONFIRMED, BACKORDERED, PACKED -> new Outcome.NotNeeded();
    };
  }

  private Outcome shipped(ShopifyAdmin admin, Store store, Order order, Announcement announcement) {
    Shipment shipment = shipmentOf(order, announcement);
    if (!shipment.open()) {
      return new Outcome.NotNeeded();
    }
    List<String> numbers = Announced.trackingNumbers(shipment.paidParcels());
    return read(admin, order)
        .then(known -> {
          List<Fulfilment> all = Fulfilment.allOf(known);
          Optional<Fulfilment> there = Fulfilment.with(all, numbers);
          if (there.isPresent()) {
            return new Outcome.AlreadyThere(
                "fulfilment " + there.get().number() + " has its tracking");
          }
          if (Fulfilment.wasCancelled(all, numbers)) {
            return new Outcome.AlreadyThere(
                "a person cancelled its fulfilment in the store: it is not made again");
          }
          return known.hasNonNull("cancelledAt")
              ? new Outcome.Refused("the store has cancelled this order")
              : new ShopifyShipping(admin, store, Announced.page(publicUrl, order))
                  .tell(idOf(order), shipment);
        });
  }

  private Outcome onTheWay(ShopifyAdmin admin, Order order, Announcement announcement) {
    Shipment shipment = shipmentOf(order, announcement);
    List<Parcel> parcels = Announced.parcels(shipment, announcement);
    // A fulfilment holds all parcels of the shipment: it has arrived with the last of them.
    boolean othersUnderWay =
        isTheEnd(announcement)
            && shipment.paidParcels().stream()
                .filter(each -> !parcels.contains(each))
                .anyMatch(each -> TrackingStatus.DELIVERED.after(each.track().status()));
    if (parcels.isEmpty() || othersUnderWay) {
      return new Outcome.NotNeeded();
    }
    List<String> numbers = Announced.trackingNumbers(shipment.paidParcels());
    return read(admin, order)
        .then(known -> {
          List<Fulfilment> all = Fulfilment.allOf(known);
          return Fulfilment.with(all, numbers)
              .or(() -> renumbered(all, order))
              .map(there -> new ShopifyWay(admin, order, announcement).tell(there))
              .orElseGet(() ->
                  Fulfilment.wasCancelled(all, numbers)
                      ? new Outcome.AlreadyThere(
                          "a person cancelled its fulfilment in the store: nothing is told of it")
                      : new Outcome.NotYet(
                          "the store does not know the shipment yet that is on its way"));
        });
  }

  private static boolean isTheEnd(Announcement announcement) {
    return announcement.what() == Announcement.What.DELIVERED
        || announcement.what() == Announcement.What.RETURNED;
  }

  /**
   * The fulfilment whose number a person changed in the store: the one that is nobody else's, where
   * one shipment alone has none. Its number stays as it is.
   */
  private static Optional<Fulfilment> renumbered(List<Fulfilment> all, Order order) {
    List<Fulfilment> foreign = all.stream().filter(Fulfilment::inForce).toList();
    long without = 0;
    for (Shipment shipment : order.openShipments()) {
      List<String> numbers = Announced.trackingNumbers(shipment.paidParcels());
      boolean left = shipment instanceof Shipment.Shipped || shipment instanceof Shipment.Delivered;
      without += left && Fulfilment.with(all, numbers).isEmpty() ? 1 : 0;
      foreign = foreign.stream().filter(each -> !each.has(numbers)).toList();
    }
    return without == 1 && foreign.size() == 1 ? Optional.of(foreign.getFirst()) : Optional.empty();
  }

  /** Of what is under way, or of the one shipment that is named. */
  private Outcome ofAll(ShopifyAdmin admin, Order order, Announcement announcement) {
    List<String> numbers =
        order.openShipments().stream()
            .filter(each ->
                announcement.shipmentId() == null
                    || each.id().value().equals(announcement.shipmentId()))
            .flatMap(each -> Announced.trackingNumbers(each.paidParcels()).stream())
            .toList();
    boolean nothingLeft =
        order.openShipments().stream().noneMatch(each -> each instanceof Shipment.Shipped);
    if (numbers.isEmpty() || nothingLeft) {
      return new Outcome.NotNeeded();
    }
    return read(admin, order)
        .then(known -> {
          List<Outcome> each =
              Fulfilment.allOf(known).stream()
                  .filter(one -> one.inForce() && one.has(numbers))
                  .map(one -> new ShopifyWay(admin, order, announcement).tell(one))
                  .toList();
          return Stream.of(Outcome.Refused.class, Outcome.Told.class, Outcome.AlreadyThere.class)
              .flatMap(kind -> each.stream().filter(kind::isInstance))
              .findFirst()
              .orElseGet(Outcome.NotNeeded::new);
        });
  }

  /** The money and the stock are decided elsewhere: nothing is refunded or restocked here. */
  private Outcome cancelled(ShopifyAdmin admin, Store store, Order order) {
    if (order.document().cancelledAt() != null) {
      return new Outcome.NotNeeded();
    }
    String why = order.cancellation() == null ? "" : ": " + order.cancellation().why();
    String note = "Cancelled in Cutoff" + why;
    boolean notify = !store.notices().contains(Announcement.What.CANCELLED.wireName());
    Map<String, JsonNode> variables =
        Map.of(
            "id", TextNode.valueOf(idOf(order)),
            "refund", api.object().put("originalPaymentMethodsRefund", false),
            "notify", BooleanNode.valueOf(notify),
            "note",
                TextNode.valueOf(note.substring(0, Math.min(note.length(), LONGEST_STAFF_NOTE))));
    return read(admin, order)
        .then(known ->
            known.hasNonNull("cancelledAt")
                ? new Outcome.AlreadyThere("cancelled in the store")
                : admin
                    .ask("orderCancel", ShopifyQueries.CANCEL, variables)
                    .then(any -> new Outcome.Told("cancelled in the store")));
  }

  private Reply<JsonNode> read(ShopifyAdmin admin, Order order) {
    return admin.ask(
        "order", ShopifyQueries.FULFILMENTS, Map.of("id", TextNode.valueOf(idOf(order))));
  }

  private static Shipment shipmentOf(Order order, Announcement announcement) {
    return Announced.shipment(order, announcement)
        .orElseThrow(
            () -> new IllegalStateException("no shipment of the order for " + announcement.key()));
  }

  private static String idOf(Order order) {
    return GlobalIds.of("Order", order.document().externalId());
  }
}

package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cutoff.adapter.channel.Announced;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.effect.application.TryAgainLater;
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

/** Tells Shopify by its Admin GraphQL API. It reads before it writes, as the API takes no key. */
public final class ShopifyUpdater implements StoreUpdater {
  /** How far a parcel is; what comes late moves nothing back. */
  private static final List<String> WAY = List.of("IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");

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
      case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED -> onTheWay(admin, order, announcement);
      case CANCELLED -> cancelled(admin, order);
      case CONFIRMED, BACKORDERED, DELAYED, BACK_ON_TIME, PACKED, DELIVERY_ATTEMPTED, RETURNED ->
          new Outcome.NotNeeded();
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
          Optional<Fulfilment> there = Fulfilment.with(known, numbers);
          if (there.isPresent()) {
            return new Outcome.AlreadyThere(
                "fulfilment " + GlobalIds.number(there.get().id()) + " has its tracking");
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
        announcement.what() == Announcement.What.DELIVERED
            && shipment.paidParcels().stream()
                .filter(each -> !parcels.contains(each))
                .anyMatch(each -> TrackingStatus.DELIVERED.after(each.track().status()));
    if (parcels.isEmpty() || othersUnderWay) {
      return new Outcome.NotNeeded();
    }
    return read(admin, order)
        .then(known ->
            Fulfilment.with(known, Announced.trackingNumbers(shipment.paidParcels()))
                .map(there -> event(admin, there, announcement))
                .orElseThrow(() ->
                    new TryAgainLater(
                        "shopify does not know the shipment yet that is on its way")));
  }

  private Outcome event(ShopifyAdmin admin, Fulfilment there, Announcement announcement) {
    String status = announcement.what().name();
    if (there.events().stream().anyMatch(each -> WAY.indexOf(each) >= WAY.indexOf(status))) {
      return new Outcome.AlreadyThere(
          "fulfilment " + GlobalIds.number(there.id()) + " is as far already");
    }
    ObjectNode event =
        api.object()
            .put("fulfillmentId", there.id())
            .put("status", status)
            .put("happenedAt", announcement.occurredAt().toString());
    return admin
        .ask("fulfillmentEventCreate", ShopifyQueries.EVENT, Map.of("event", event))
        .then(any -> new Outcome.Told(status + " at fulfilment " + GlobalIds.number(there.id())));
  }

  /** The money and the stock are decided elsewhere: nothing is refunded or restocked here. */
  private Outcome cancelled(ShopifyAdmin admin, Order order) {
    if (order.document().cancelledAt() != null) {
      return new Outcome.NotNeeded();
    }
    String why = order.cancellation() == null ? "" : ": " + order.cancellation().why();
    String note = "Cancelled in Cutoff" + why;
    Map<String, JsonNode> variables =
        Map.of(
            "id", TextNode.valueOf(idOf(order)),
            "refund", api.object().put("originalPaymentMethodsRefund", false),
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

package dev.cutoff.adapter.channel.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.Announced;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.StoreApi.Reply;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.StoreUpdater;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells WooCommerce by its REST API: tracking numbers in the order's meta data, the status, and a
 * private note for every announcement, which is also how the next try knows that it was told.
 */
public final class WooCommerceUpdater implements StoreUpdater {
  private static final String SHIPPED = Announcement.What.SHIPPED.wireName();
  private static final Set<String> CANCELLED = Set.of("cancelled", "refunded", "trash");

  /** What an order becomes by itself; every other status a person or a plug-in chose. */
  private static final Set<String> UNTOUCHED = Set.of("pending", "processing");

  private final StoreApi api;
  private final String publicUrl;

  /**
   * Over that client.
   *
   * @param publicUrl where the customer's pages are, without a slash at the end; empty for none
   */
  public WooCommerceUpdater(StoreApi api, String publicUrl) {
    this.api = api;
    this.publicUrl = publicUrl;
  }

  @Override
  public String channel() {
    return "woocommerce";
  }

  @Override
  public Outcome tell(Store store, String apiSecret, Order order, Announcement announcement) {
    WooCommerceApi orders =
        new WooCommerceApi(api, store, apiSecret, order.document().externalId());
    return switch (announcement.what()) {
      case SHIPPED -> shipped(orders, store, order, announcement);
      case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, DELIVERED, RETURNED ->
          note(orders, announcement, onTheWay(order, announcement), false);
      case CANCELLED -> cancelled(orders, order, announcement);
      case DELAYED -> note(orders, announcement, delayed(order), false);
      case BACK_ON_TIME -> note(orders, announcement, backOnTime(order), false);
      case CONFIRMED, BACKORDERED, PACKED -> new Outcome.NotNeeded();
    };
  }

  private Outcome shipped(
      WooCommerceApi orders, Store store, Order order, Announcement announcement) {
    Shipment shipment =
        Announced.shipment(order, announcement)
            .orElseThrow(() ->
                new IllegalStateException("no shipment of the order for " + announcement.key()));
    if (!shipment.open()) {
      return new Outcome.NotNeeded();
    }
    return orders
        .read()
        .then(known -> {
          String status = known.path("status").asText();
          if (CANCELLED.contains(status)) {
            return new Outcome.Refused("the store has this order as " + status);
          }
          ObjectNode change = orders.object();
          new TrackingMeta(order, shipment, announcement, Announced.page(publicUrl, order))
              .addTo(change, known);
          boolean all = allLeft(order, shipment);
          if (all && UNTOUCHED.contains(status)) {
            change.put("status", "completed");
          }
          // The store mails by itself that an order is completed, and nothing of a part of it.
          boolean mail = !all && !store.notices().contains(SHIPPED);
          String note = "Shipped from " + shipment.node() + with(order, announcement) + ".";
          return change.isEmpty()
              ? note(orders, announcement, note, false, mail)
              : orders.change(change).then(any -> note(orders, announcement, note, true, mail));
        });
  }

  private Outcome cancelled(WooCommerceApi orders, Order order, Announcement announcement) {
    if (order.document().cancelledAt() != null) {
      return new Outcome.NotNeeded();
    }
    String why = order.cancellation() == null ? "" : ": " + order.cancellation().why();
    String note = "Cancelled in Cutoff" + why + ".";
    return orders
        .read()
        .then(known -> {
          String status = known.path("status").asText();
          if (CANCELLED.contains(status)) {
            return note(orders, announcement, note, false);
          }
          return status.equals("completed")
              ? new Outcome.Refused("a person completed this order in the store")
              : orders
                  .change(orders.object().put("status", "cancelled"))
                  .then(any -> note(orders, announcement, note, true));
        });
  }

  private static Outcome note(
      WooCommerceApi orders, Announcement announcement, String note, boolean changed) {
    return note(orders, announcement, note, changed, false);
  }

  /**
   * Leaves the note once.
   *
   * @param changed whether something else was written before
   * @param mail whether the store is to mail it to the customer; lost between the two, it is not
   */
  private static Outcome note(
      WooCommerceApi orders,
      Announcement announcement,
      String note,
      boolean changed,
      boolean mail) {
    String mark = "[" + announcement.key() + "]";
    return orders
        .notes()
        .then(notes -> {
          for (JsonNode each : notes) {
            if (each.path("note").asText().contains(mark)) {
              return changed
                  ? new Outcome.Told(note)
                  : new Outcome.AlreadyThere("noted in the store");
            }
          }
          return orders
              .addNote(note + " " + mark)
              .ask(noted -> mail ? orders.addCustomerNote(note) : new Reply.Yes<>(noted))
              .then(any -> new Outcome.Told(note));
        });
  }

  private static boolean allLeft(Order order, Shipment announced) {
    return order.openShipments().stream()
        .allMatch(each ->
            each.id().equals(announced.id())
                || each instanceof Shipment.Shipped
                || each instanceof Shipment.Delivered);
  }

  private static String delayed(Order order) {
    return Optional.ofNullable(order.promise())
        .map(promise ->
            "Promised by %s, and expected by %s.".formatted(promise.deliverBy(), promise.day()))
        .orElse("It comes later than promised.");
  }

  private static String backOnTime(Order order) {
    return Optional.ofNullable(order.promise())
        .map(promise -> "It comes as promised after all, by %s.".formatted(promise.deliverBy()))
        .orElse("It comes as promised after all.");
  }

  private static String onTheWay(Order order, Announcement announcement) {
    String what = announcement.what().wireName().replace('_', ' ');
    return what.substring(0, 1).toUpperCase(Locale.ROOT)
        + what.substring(1)
        + with(order, announcement)
        + ".";
  }

  private static String with(Order order, Announcement announcement) {
    Optional<Shipment> shipment = Announced.shipment(order, announcement);
    List<String> parcels =
        shipment.stream()
            .flatMap(each -> Announced.parcels(each, announcement).stream())
            .map(parcel -> parcel.plan().carrier() + " " + parcel.trackingNumber())
            .toList();
    return parcels.isEmpty() ? "" : ", " + String.join(", ", parcels);
  }
}

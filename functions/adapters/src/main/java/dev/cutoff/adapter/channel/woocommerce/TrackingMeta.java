package dev.cutoff.adapter.channel.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tracking numbers in an order's meta data: in the form of the Shipment Tracking plug-in, which
 * others read too, and in one of our own. Every writing has all parcels that have left, beside what
 * is there, so that two shipments at once cannot cost one of them its number. A number that a
 * person changed or took away stays so: what was written once of a parcel is not written again.
 */
final class TrackingMeta {
  private static final String PLUGIN = "_wc_shipment_tracking_items";
  private static final String OURS = "_cutoff_tracking";

  private final Order order;
  private final Shipment announced;
  private final Announcement announcement;
  private final String page;

  TrackingMeta(Order order, Shipment announced, Announcement announcement, String page) {
    this.order = order;
    this.announced = announced;
    this.announcement = announcement;
    this.page = page;
  }

  /** Adds to the change what the store's order lacks; whether it lacked anything. */
  boolean addTo(ObjectNode change, JsonNode storeOrder) {
    Set<String> told = told(storeOrder);
    boolean plugin = add(change, storeOrder, PLUGIN, told);
    boolean ours = add(change, storeOrder, OURS, told);
    return plugin || ours;
  }

  /** The parcels of which our own form has something: both forms are written together. */
  private static Set<String> told(JsonNode storeOrder) {
    Set<String> told = new HashSet<>();
    for (JsonNode each : storeOrder.path("meta_data")) {
      if (each.path("key").asText().equals(OURS)) {
        each.path("value").forEach(item -> told.add(item.path("parcel").asText()));
      }
    }
    return told;
  }

  /** Leaves alone what some other plug-in keeps there in a form of its own. */
  private boolean add(ObjectNode change, JsonNode storeOrder, String key, Set<String> told) {
    ObjectNode meta = change.objectNode().put("key", key);
    ArrayNode items = meta.putArray("value");
    Set<String> known = new HashSet<>();
    for (JsonNode each : storeOrder.path("meta_data")) {
      if (each.path("key").asText().equals(key)) {
        meta.set("id", each.path("id"));
        if (each.path("value").isTextual()) {
          return false;
        }
        // PHP writes a list with gaps as an object.
        each.path("value").forEach(items::add);
      }
    }
    items.forEach(item -> known.add(item.path("tracking_number").asText()));
    int before = items.size();
    for (Shipment shipment : left()) {
      for (Parcel parcel : shipment.paidParcels()) {
        if (!told.contains(parcel.plan().parcelId()) && known.add(parcel.trackingNumber())) {
          items.add(key.equals(OURS) ? ours(change, shipment, parcel) : plugin(change, parcel));
        }
      }
    }
    if (items.size() > before) {
      change.withArray("meta_data").add(meta);
    }
    return items.size() > before;
  }

  private List<Shipment> left() {
    List<Shipment> left = new ArrayList<>();
    for (Shipment shipment : order.shipments()) {
      if (shipment.id().equals(announced.id())
          || shipment instanceof Shipment.Shipped
          || shipment instanceof Shipment.Delivered) {
        left.add(shipment);
      }
    }
    return left;
  }

  private ObjectNode plugin(ObjectNode nodes, Parcel parcel) {
    String id = parcel.plan().parcelId();
    return nodes
        .objectNode()
        .put("tracking_provider", parcel.plan().carrier())
        .put("custom_tracking_provider", parcel.plan().carrier())
        .put("custom_tracking_link", page)
        .put("tracking_number", parcel.trackingNumber())
        .put("date_shipped", String.valueOf(announcement.occurredAt().getEpochSecond()))
        .put(
            "tracking_id",
            UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", ""));
  }

  private ObjectNode ours(ObjectNode nodes, Shipment shipment, Parcel parcel) {
    return nodes
        .objectNode()
        .put("shipment", shipment.id().value())
        .put("parcel", parcel.plan().parcelId())
        .put("node", shipment.node().value())
        .put("carrier", parcel.plan().carrier())
        .put("service", parcel.plan().service())
        .put("tracking_number", parcel.trackingNumber())
        .put("tracking_page", page);
  }
}

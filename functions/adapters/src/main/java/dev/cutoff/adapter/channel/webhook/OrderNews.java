package dev.cutoff.adapter.channel.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.tracking.TrackingFlag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The body of an outgoing webhook: {@code {"type":"order.shipped","timestamp":…,"data":{…}}}. The
 * data names what it is about and has the whole order as it is now, in the words of GET
 * /orders/{orderId}: a shop that takes the newest it saw is right whatever got lost before. No
 * prices and no person's data.
 */
final class OrderNews {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OrderNews() {}

  static byte[] of(Order order, Announcement announcement) {
    ObjectNode news = NODES.objectNode();
    news.put("type", "order." + announcement.what().wireName());
    news.put("timestamp", announcement.occurredAt().toString());
    ObjectNode data = news.putObject("data");
    data.put("orderId", order.id().value());
    data.put("storeId", order.document().storeId().value());
    data.put("externalId", order.document().externalId());
    data.put("orderNumber", order.document().orderNumber());
    data.put("version", order.version());
    data.put("state", order.state().wireName());
    data.put("shipmentId", announcement.shipmentId());
    data.put("parcelId", announcement.parcelId());
    promise(order, data);
    ArrayNode lines = data.putArray("lines");
    order.document().lines().forEach(line -> lines.add(line(order, line)));
    ArrayNode shipments = data.putArray("shipments");
    order.shipments().forEach(shipment -> shipments.add(shipment(shipment)));
    return news.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void promise(Order order, ObjectNode data) {
    Promise promise = order.promise();
    if (promise != null) {
      data.putObject("promise")
          .put("deliverBy", promise.deliverBy().toString())
          .put("expected", promise.day().toString())
          .put("zone", promise.zone().getId());
    }
  }

  private static JsonNode line(Order order, OrderLine line) {
    Backorder waits = order.backorder();
    boolean cancelled = order.state() == OrderState.CANCELLED;
    return NODES
        .objectNode()
        .put("lineId", line.lineId())
        .put("sku", line.sku())
        .put("ordered", line.quantity())
        .put("shipped", shipped(order, line.lineId()))
        .put("cancelled", cancelled ? Math.max(0, line.quantity()) : 0)
        .put("backordered", cancelled || waits == null ? 0 : waits.units(line.lineId()));
  }

  private static long shipped(Order order, String lineId) {
    return order.shipments().stream()
        .filter(each -> each instanceof Shipment.Shipped || each instanceof Shipment.Delivered)
        .flatMap(each -> each.lines().stream())
        .filter(part -> part.lineId().equals(lineId))
        .mapToLong(ShipmentLine::quantity)
        .sum();
  }

  private static JsonNode shipment(Shipment shipment) {
    ObjectNode view =
        NODES
            .objectNode()
            .put("shipmentId", shipment.id().value())
            .put("node", shipment.node().value())
            .put("state", shipment.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    view.set("lines", parts(shipment.lines()));
    ArrayNode parcels = view.putArray("parcels");
    shipment.paidParcels().forEach(parcel -> parcels.add(parcel(parcel)));
    return view;
  }

  private static JsonNode parcel(Parcel parcel) {
    TrackingFlag flag = parcel.track().flag();
    ObjectNode view =
        NODES
            .objectNode()
            .put("parcelId", parcel.plan().parcelId())
            .put("carrier", parcel.plan().carrier())
            .put("service", parcel.plan().service())
            .put("trackingNumber", parcel.trackingNumber())
            .put("trackingStatus", parcel.track().status().wireName())
            .put("trackingFlag", flag == null ? null : flag.wireName());
    view.set("lines", parts(parcel.plan().lines()));
    return view;
  }

  private static ArrayNode parts(List<ShipmentLine> lines) {
    ArrayNode parts = NODES.arrayNode();
    lines.forEach(
        line -> parts.addObject().put("lineId", line.lineId()).put("quantity", line.quantity()));
    return parts;
  }
}

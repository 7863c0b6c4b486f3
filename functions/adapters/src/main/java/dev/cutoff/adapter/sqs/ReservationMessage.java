package dev.cutoff.adapter.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.ReservationQueue.Queued;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that queues for units, as it travels: {@code
 * {"orderId":…,"taskToken":…,"wanted":[{"lineId":…,"sku":…}]}}.
 */
public final class ReservationMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReservationMessage() {}

  static String write(Queued queued) {
    ObjectNode message = JSON.createObjectNode();
    message.put("orderId", queued.orderId().value());
    message.put("taskToken", queued.taskToken());
    ArrayNode wanted = message.putArray("wanted");
    for (Reservation each : queued.wanted()) {
      ObjectNode one = wanted.addObject();
      one.put("lineId", each.lineId());
      one.put("sku", each.sku().value());
      one.put("node", each.node().value());
      one.put("quantity", each.quantity());
      one.put("sets", each.sets());
      one.put("shipmentId", each.shipmentId().value());
      Lot lot = each.lot();
      if (lot != null) {
        one.put("lot", lot.id()).put("expiresOn", lot.expiresOn().toString());
      }
    }
    return message.toString();
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException where it is no such message
   */
  public static Queued read(String body) {
    try {
      JsonNode message = JSON.readTree(body);
      OrderId orderId = new OrderId(text(message, "orderId"));
      List<Reservation> wanted = new ArrayList<>();
      for (JsonNode one : message.path("wanted")) {
        wanted.add(
            new Reservation(
                orderId,
                text(one, "lineId"),
                new Sku(text(one, "sku")),
                new NodeId(text(one, "node")),
                lot(one),
                number(one, "quantity"),
                number(one, "sets"),
                new ShipmentId(text(one, "shipmentId")),
                Reservation.State.RESERVED));
      }
      return new Queued(orderId, text(message, "taskToken"), wanted);
    } catch (JsonProcessingException | DateTimeException bad) {
      throw new IllegalArgumentException("not an order that queues for units", bad);
    }
  }

  private static @Nullable Lot lot(JsonNode one) {
    return one.has("lot")
        ? new Lot(text(one, "lot"), LocalDate.parse(text(one, "expiresOn")))
        : null;
  }

  private static String text(JsonNode node, String name) {
    if (!node.path(name).isTextual()) {
      throw new IllegalArgumentException("not an order that queues for units: no " + name);
    }
    return node.path(name).textValue();
  }

  private static long number(JsonNode node, String name) {
    if (!node.path(name).canConvertToLong() || !node.path(name).isIntegralNumber()) {
      throw new IllegalArgumentException("not an order that queues for units: no " + name);
    }
    return node.path(name).longValue();
  }
}

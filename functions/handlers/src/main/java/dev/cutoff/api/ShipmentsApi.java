package dev.cutoff.api;

import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.HandingOver;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.PickingShipment;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shipments: hand-over, labels and slips. */
final class ShipmentsApi {
  private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}\\.(pdf|zpl)");

  private final HandingOver handingOver;
  private final PickingShipment picking;
  private final ObjectStore objects;
  private final InstantSource clock;

  @Inject
  ShipmentsApi(
      HandingOver handingOver, PickingShipment picking, ObjectStore objects, InstantSource clock) {
    this.handingOver = handingOver;
    this.picking = picking;
    this.objects = objects;
    this.clock = clock;
  }

  HttpAnswer handOver(HttpRequest request) {
    ShipmentId id = id(request.part("shipmentId"));
    return switch (handingOver.handOver(id, clock.instant(), request.who())) {
      case HandingOver.Outcome.HandedOver done -> {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("shipmentId", id.value());
        answer.put("orderId", done.order().id().value());
        answer.put("state", done.order().state().wireName());
        answer.put("handedOverAt", done.at());
        yield HttpAnswer.json(200, answer);
      }
      case HandingOver.Outcome.Refused refused ->
          HttpAnswer.problem(409, "Not handed over", refused.why());
      case HandingOver.Outcome.NotFound none -> none(id);
    };
  }

  HttpAnswer pick(HttpRequest request) {
    ShipmentId id = id(request.part("shipmentId"));
    return switch (picking.pick(id, request.who())) {
      case PickingShipment.Outcome.Picked picked ->
          HttpAnswer.json(
              200,
              Map.of(
                  "shipmentId",
                  id.value(),
                  "units",
                  picked.units().stream().mapToLong(Reservation::quantity).sum()));
      case PickingShipment.Outcome.Refused refused ->
          HttpAnswer.problem(409, "Not picked", refused.why());
      case PickingShipment.Outcome.NotFound none -> none(id);
    };
  }

  private static HttpAnswer none(ShipmentId id) {
    return HttpAnswer.problem(404, "No such shipment", "there is no shipment " + id);
  }

  /** Labels and slips by content hash; nothing else of the store is reachable here. */
  HttpAnswer document(HttpRequest request) {
    String file = request.part("file");
    Matcher matcher = FILE.matcher(file);
    if (!matcher.matches()) {
      throw new BadRequest("a label's file is 64 hex digits and .pdf or .zpl");
    }
    String type = matcher.group(1).equals("pdf") ? "application/pdf" : "application/zpl";
    return objects
        .get("labels/" + file)
        .or(() -> objects.get("slips/" + file))
        .map(bytes -> HttpAnswer.document(type, bytes))
        .orElseGet(() -> HttpAnswer.problem(404, "No such document", "there is no " + file));
  }

  static ShipmentId id(String text) {
    try {
      ShipmentId id = new ShipmentId(text);
      // An id without an order's id in it is none of ours.
      id.orderId();
      return id;
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException bad) {
      throw new BadRequest("a shipment id looks like SHP-DTC-90412-1");
    }
  }
}

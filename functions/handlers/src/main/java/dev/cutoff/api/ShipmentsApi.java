package dev.cutoff.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.dock.application.ScanningAtDock;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.PackOutcome;
import dev.cutoff.shipment.application.Packing;
import dev.cutoff.shipment.application.PackingShipment;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.PickingShipment;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shipments: hand-over, labels and slips. */
final class ShipmentsApi {
  private static final int LONGEST = 128;
  private static final long HEAVIEST = 1_000_000;
  private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}\\.(pdf|zpl)");

  private final ScanningAtDock dock;
  private final PickingShipment picking;
  private final PackingShipment packing;
  private final ObjectStore objects;
  private final InstantSource clock;

  @Inject
  ShipmentsApi(
      ScanningAtDock dock,
      PickingShipment picking,
      PackingShipment packing,
      ObjectStore objects,
      InstantSource clock) {
    this.dock = dock;
    this.picking = picking;
    this.packing = packing;
    this.objects = objects;
    this.clock = clock;
  }

  HttpAnswer handOver(HttpRequest request) {
    return scanned(
        new ScanningAtDock.Code.WholeShipment(id(request.part("shipmentId"))), request.who());
  }

  /** By whatever the scanner reads. */
  HttpAnswer scan(HttpRequest request) {
    JsonNode body = request.json();
    List<ScanningAtDock.Code> codes =
        Stream.<Optional<ScanningAtDock.Code>>of(
                text(body, "trackingNumber").map(ScanningAtDock.Code.TrackingNumber::new),
                text(body, "parcelId").map(ScanningAtDock.Code.Parcel::new),
                text(body, "shipmentId").map(id -> new ScanningAtDock.Code.WholeShipment(id(id))))
            .flatMap(Optional::stream)
            .toList();
    if (codes.size() != 1) {
      throw new BadRequest("say one of trackingNumber, parcelId and shipmentId");
    }
    return scanned(codes.getFirst(), request.who());
  }

  private HttpAnswer scanned(ScanningAtDock.Code code, String by) {
    return switch (dock.scan(code, clock.instant(), by)) {
      case ScanningAtDock.Outcome.HandedOver done -> {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("shipmentId", done.shipmentId().value());
        answer.put("orderId", done.order().id().value());
        answer.put("state", done.order().state().wireName());
        answer.put("handedOverAt", done.at());
        yield HttpAnswer.json(200, answer);
      }
      case ScanningAtDock.Outcome.Stopped stopped ->
          HttpAnswer.problem(409, "Stop the parcel", stopped.why());
      case ScanningAtDock.Outcome.Refused refused ->
          HttpAnswer.problem(409, "Not handed over", refused.why());
      case ScanningAtDock.Outcome.NotFound none ->
          HttpAnswer.problem(404, "No such shipment", "nothing of ours has that code");
    };
  }

  private static Optional<String> text(JsonNode body, String name) {
    String value = body.path(name).asText("").strip();
    return value.isEmpty() || value.length() > LONGEST ? Optional.empty() : Optional.of(value);
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

  HttpAnswer pack(HttpRequest request) {
    ShipmentId id = id(request.part("shipmentId"));
    JsonNode body = request.json();
    List<Packing.OnBench> parcels = new ArrayList<>();
    if (body.path("parcels").isArray()) {
      body.path("parcels").forEach(each -> parcels.add(onBench(each)));
    } else {
      parcels.add(onBench(body));
    }
    boolean anyPrice = body.path("anyPrice").asBoolean(false);
    return switch (packing.pack(new Packing(id, parcels, anyPrice, request.who()))) {
      case PackOutcome.Packed packed -> {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("shipmentId", id.value());
        answer.put("orderId", packed.order().id().value());
        answer.put("state", packed.order().state().wireName());
        answer.put("told", packed.told());
        yield HttpAnswer.json(200, answer);
      }
      case PackOutcome.CostsMore more ->
          HttpAnswer.problem(
              409, "Costs more", more.why(), Map.of("planned", more.planned(), "now", more.now()));
      case PackOutcome.Stopped stopped -> HttpAnswer.problem(409, "Stop the parcel", stopped.why());
      case PackOutcome.Refused refused -> HttpAnswer.problem(409, "Not packed", refused.why());
      case PackOutcome.NotUnderstood wrong -> throw new BadRequest(wrong.why());
      case PackOutcome.NotFound none -> none(id);
    };
  }

  private static Packing.OnBench onBench(JsonNode parcel) {
    JsonNode grams = parcel.path("weightGrams");
    if (!grams.isIntegralNumber() || grams.asLong() < 1 || grams.asLong() > HEAVIEST) {
      throw new BadRequest("weightGrams is a whole number from 1 to " + HEAVIEST);
    }
    return new Packing.OnBench(
        text(parcel, "parcelId").orElse(null), text(parcel, "box").orElse(null), grams.asLong());
  }

  private static HttpAnswer none(ShipmentId id) {
    return HttpAnswer.problem(404, "No such shipment", "there is no shipment " + id);
  }

  /** Labels, slips and manifests by content hash; nothing else of the store is reachable here. */
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
        .or(() -> objects.get("manifests/" + file))
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

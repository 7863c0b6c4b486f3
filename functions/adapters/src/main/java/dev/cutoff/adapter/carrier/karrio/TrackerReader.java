package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierWords;
import dev.cutoff.adapter.carrier.ScanTimes;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a Karrio tracker, each of its events alone. */
final class TrackerReader {
  private static final int MOST_EVENTS = 1000;

  private static final Map<String, TrackingStatus> STATUSES =
      Map.of(
          "created", TrackingStatus.LABEL_MADE,
          "pending", TrackingStatus.LABEL_MADE,
          "picked_up", TrackingStatus.ACCEPTED,
          "in_transit", TrackingStatus.IN_TRANSIT,
          "out_for_delivery", TrackingStatus.OUT_FOR_DELIVERY,
          "delivered", TrackingStatus.DELIVERED,
          "return_to_sender", TrackingStatus.RETURNED);

  private static final Map<String, TrackingFlag> FLAGS =
      Map.of(
          "on_hold", TrackingFlag.DELAYED,
          "delivery_delayed", TrackingFlag.DELAYED,
          "delivery_failed", TrackingFlag.DELIVERY_ATTEMPTED,
          "ready_for_pickup", TrackingFlag.AT_PICKUP_POINT);

  private final String carrier;
  private final Instant now;
  private final List<Scan> scans = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  TrackerReader(String carrier, Instant now) {
    this.carrier = carrier;
    this.now = now;
  }

  List<Scan> scans() {
    return List.copyOf(scans);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /** From a list that may hold other parcels too: Karrio's filter asks for a part of the number. */
  TrackAnswer answer(String trackingNumber, JsonNode trackers) {
    boolean known = false;
    for (JsonNode tracker : trackers) {
      if (tracker.path("tracking_number").asText("").equals(trackingNumber)) {
        known = true;
        read(tracker);
      }
    }
    return known
        ? new TrackAnswer.Known(scans(), problems())
        : new TrackAnswer.Unknown("Karrio follows no parcel " + trackingNumber);
  }

  void read(JsonNode tracker) {
    String number = tracker.path("tracking_number").asText("").strip();
    JsonNode events = tracker.path("events");
    if (number.isEmpty() || !events.isArray() || events.size() > MOST_EVENTS) {
      problems.add("no tracker with a number and at most " + MOST_EVENTS + " events");
      return;
    }
    DeliveryProof proof = proof(tracker);
    for (int i = 0; i < events.size(); i++) {
      event(number, events.get(i), proof, "event " + (i + 1) + ": ");
    }
  }

  private void event(String number, JsonNode event, @Nullable DeliveryProof proof, String place) {
    String status = event.path("status").asText("");
    TrackingStatus moved = STATUSES.get(status);
    TrackingFlag flag = moved == null ? flag(event, status) : null;
    if (moved == null && flag == null) {
      problems.add(place + "unknown status '" + quotable(status) + "'");
      return;
    }
    String written = event.path("timestamp").asText("");
    Instant at = ScanTimes.read(written).orElse(null);
    if (at == null || !ScanTimes.isPlausible(at, now)) {
      problems.add(place + "'" + quotable(written) + "' is no time with an offset, or is far off");
      return;
    }
    scans.add(
        new Scan(
            at + "#" + status + "#" + quotable(event.path("code").asText("")),
            carrier,
            number,
            moved,
            flag,
            at,
            CarrierWords.of(event.path("location").asText(""), "", ""),
            TrackerReason.of(event, flag),
            moved == TrackingStatus.DELIVERED ? proof : null));
  }

  /** Karrio serves the carrier's pictures itself, as a link or not at all. */
  private static @Nullable DeliveryProof proof(JsonNode tracker) {
    return DeliveryProof.of(
            text(tracker.path("info").path("signed_by")),
            "",
            text(tracker.path("delivery_image_url")))
        .orElse(null);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : "";
  }

  private static @Nullable TrackingFlag flag(JsonNode event, String status) {
    String reason = event.path("reason").asText("");
    if (reason.contains("lost")) {
      return TrackingFlag.LOST;
    }
    if (reason.contains("damage")) {
      return TrackingFlag.DAMAGED;
    }
    return reason.contains("customs") ? TrackingFlag.HELD_AT_CUSTOMS : FLAGS.get(status);
  }

  private static String quotable(String text) {
    String line = CarrierWords.of(text, "", "");
    return line.length() <= 40 ? line : line.substring(0, 40) + "…";
  }
}

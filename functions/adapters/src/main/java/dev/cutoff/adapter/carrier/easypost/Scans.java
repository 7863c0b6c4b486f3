package dev.cutoff.adapter.carrier.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierWords;
import dev.cutoff.adapter.carrier.ScanTimes;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.TrackingSource.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the scans of a tracker, each alone, and says in Cutoff's words what they mean. */
final class Scans {
  private static final int MOST = 500;
  private static final int LONGEST = 200;

  /** Says nothing of where the parcel is. */
  private static final Set<String> SILENT = Set.of("unknown", "error", "cancelled");

  private final String carrier;
  private final Instant now;

  Scans(String carrier, Instant now) {
    this.carrier = carrier;
    this.now = now;
  }

  /** What a scan means. */
  private record Meaning(@Nullable TrackingStatus status, @Nullable TrackingFlag flag) {}

  Reading of(JsonNode tracker) {
    String number = tracker.path("tracking_code").asText("").strip();
    if (number.isEmpty() || number.length() > LONGEST) {
      return new Reading(List.of(), List.of("the tracker has no tracking_code"));
    }
    JsonNode details = tracker.path("tracking_details");
    if (!details.isArray()) {
      return new Reading(List.of(), List.of("the tracker has no list of tracking_details"));
    }
    if (details.size() > MOST) {
      return new Reading(
          List.of(), List.of("more than " + MOST + " scans of one parcel: " + details.size()));
    }
    JsonNode signed = tracker.path("signed_by");
    DeliveryProof proof =
        DeliveryProof.of(signed.isTextual() ? signed.textValue() : "", "", "").orElse(null);
    List<Scan> scans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < details.size(); i++) {
      read(number, details.get(i), proof, "scan " + (i + 1) + ": ", scans, problems);
    }
    return new Reading(scans, problems);
  }

  private void read(
      String number,
      JsonNode detail,
      @Nullable DeliveryProof proof,
      String where,
      List<Scan> scans,
      List<String> problems) {
    String status = detail.path("status").asText("");
    if (SILENT.contains(status)) {
      return;
    }
    Optional<Meaning> meaning = meaning(status, detail.path("status_detail").asText(""));
    if (meaning.isEmpty()) {
      problems.add(where + "unknown status '" + CarrierWords.of(status, "", "") + "'");
      return;
    }
    Optional<Instant> at = instant(detail.path("datetime").asText(""));
    if (at.isEmpty()) {
      problems.add(where + "its datetime is no time with an offset, or " + ScanTimes.implausible());
      return;
    }
    scans.add(
        new Scan(
            id(number, detail),
            carrier,
            number,
            meaning.get().status(),
            meaning.get().flag(),
            at.get(),
            place(detail.path("tracking_location")),
            reason(detail, meaning.get()),
            meaning.get().status() == TrackingStatus.DELIVERED ? proof : null));
  }

  private static @Nullable ScanReason reason(JsonNode detail, Meaning meaning) {
    TrackingFlag flag = meaning.flag();
    Optional<ScanReason.Party> party =
        switch (detail.path("status_detail").asText("")) {
          case "weather_delay" -> Optional.of(ScanReason.Party.WEATHER);
          case "refused", "address_correction" -> Optional.of(ScanReason.Party.RECIPIENT);
          case "awaiting_information" -> Optional.of(ScanReason.Party.SHOP);
          default -> flag == null ? Optional.empty() : ScanReason.usual(flag);
        };
    String words = CarrierWords.of(detail.path("message").asText(""), "", "");
    return party.map(whose -> new ScanReason(whose, words)).orElse(null);
  }

  /** The detail says more than the status: damaged is "failure", picked up is "in transit". */
  private static Optional<Meaning> meaning(String status, String detail) {
    TrackingFlag flag =
        switch (detail) {
          case "damaged" -> TrackingFlag.DAMAGED;
          case "lost" -> TrackingFlag.LOST;
          case "delayed", "weather_delay", "transit_exception", "missorted", "held" ->
              TrackingFlag.DELAYED;
          case "delivery_exception", "address_correction", "refused" ->
              TrackingFlag.DELIVERY_ATTEMPTED;
          case "arrived_at_pickup_location" -> TrackingFlag.AT_PICKUP_POINT;
          default -> null;
        };
    if (flag != null && !status.equals("delivered") && !status.equals("return_to_sender")) {
      return Optional.of(new Meaning(null, flag));
    }
    return switch (status) {
      case "pre_transit" -> moved(TrackingStatus.LABEL_MADE);
      case "in_transit" ->
          moved(
              detail.equals("received_at_origin_facility")
                  ? TrackingStatus.ACCEPTED
                  : TrackingStatus.IN_TRANSIT);
      case "out_for_delivery" -> moved(TrackingStatus.OUT_FOR_DELIVERY);
      case "delivered" -> moved(TrackingStatus.DELIVERED);
      case "return_to_sender" -> moved(TrackingStatus.RETURNED);
      case "available_for_pickup" -> Optional.of(new Meaning(null, TrackingFlag.AT_PICKUP_POINT));
      case "failure" -> Optional.of(new Meaning(null, TrackingFlag.DELIVERY_ATTEMPTED));
      default -> Optional.empty();
    };
  }

  private static Optional<Meaning> moved(TrackingStatus to) {
    return Optional.of(new Meaning(to, null));
  }

  private Optional<Instant> instant(String written) {
    return ScanTimes.read(written).filter(at -> ScanTimes.isPlausible(at, now));
  }

  /** Scans have no id there: the same words at the same time are the same scan. */
  private static String id(String number, JsonNode detail) {
    String all =
        Stream.of("datetime", "status", "status_detail", "message", "source")
            .map(name -> detail.path(name).asText(""))
            .collect(Collectors.joining("\n", number + "\n", ""));
    return "ep-" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  private static String place(JsonNode location) {
    String place =
        Stream.of("city", "state", "country")
            .map(name -> location.path(name).asText("").replace("null", "").strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return CarrierWords.of(place, "", "");
  }
}

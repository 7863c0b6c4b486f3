package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.ups.UpsApi.Reply;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks UPS where a parcel is. */
final class UpsTracks {
  private static final String PATH = "/api/track/v1/details/";
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final UpsApi api;
  private final InstantSource clock;

  UpsTracks(UpsApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  TrackAnswer track(Carrier carrier, CarrierAccount account, String trackingNumber) {
    String path = PATH + URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8);
    Reply answer =
        api.read(
            account,
            false,
            UpsApi.Question.get(
                path + "?locale=en_US", References.ofQuestion(path, clock.millis())));
    if (answer.status() == NOT_FOUND || answer.status() == BAD_REQUEST) {
      UpsErrors errors = answer.errors();
      return new TrackAnswer.Unknown(
          carrier.name() + ": " + (errors.isEmpty() ? "has no such parcel" : errors.told()));
    }
    JsonNode shipments = answer.body().path("trackResponse").path("shipment");
    if (!answer.isYes()) {
      throw answer.none();
    }
    if (!shipments.isArray()) {
      throw NoAnswer.garbled();
    }
    List<JsonNode> parcels = new ArrayList<>();
    for (JsonNode shipment : shipments) {
      for (JsonNode each : shipment.path("package")) {
        if (each.path("trackingNumber").asText(trackingNumber).equals(trackingNumber)) {
          parcels.add(each);
        }
      }
    }
    return parcels.isEmpty()
        ? new TrackAnswer.Unknown(carrier.name() + ": has no such parcel yet")
        : known(carrier, trackingNumber, parcels);
  }

  private TrackAnswer known(Carrier carrier, String trackingNumber, List<JsonNode> parcels) {
    List<Scan> scans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int event = 0;
    for (JsonNode parcel : parcels) {
      Optional<DeliveryProof> proof = proof(parcel.path("deliveryInformation"));
      for (JsonNode activity : parcel.path("activity")) {
        event++;
        switch (scan(trackingNumber, activity, proof).read(carrier.id(), clock.instant())) {
          case UpsScan.Outcome.Read read -> scans.add(read.scan());
          case UpsScan.Outcome.Unreadable not -> problems.add("event " + event + ": " + not.why());
        }
      }
    }
    return new TrackAnswer.Known(scans, problems);
  }

  /** Pictures come as bytes, not as a link, and are not kept. */
  private static Optional<DeliveryProof> proof(JsonNode delivery) {
    return DeliveryProof.of(
        delivery.path("receivedBy").asText(""), delivery.path("location").asText(""), "");
  }

  private static UpsScan scan(
      String trackingNumber, JsonNode activity, Optional<DeliveryProof> proof) {
    JsonNode status = activity.path("status");
    return new UpsScan(
        trackingNumber,
        status.path("type").asText("").strip(),
        status.path("code").asText("").strip(),
        UpsScan.digits(status.path("statusCode")),
        UpsScan.Moment.of(
            activity.path("gmtDate"),
            activity.path("gmtTime"),
            activity.path("date"),
            activity.path("time"),
            activity.path("gmtOffset")),
        UpsScan.place(activity.path("location").path("address")),
        status.path("description").asText(""),
        proof);
  }
}

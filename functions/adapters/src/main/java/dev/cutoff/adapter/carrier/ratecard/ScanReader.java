package dev.cutoff.adapter.carrier.ratecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierWords;
import dev.cutoff.adapter.carrier.ScanTimes;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Reads one event; what is wrong with it is said in words. */
final class ScanReader {
  private static final int LONGEST = 200;
  private static final int LONGEST_QUOTED = 40;

  private final String carrier;
  private final Instant now;

  ScanReader(String carrier, Instant now) {
    this.carrier = carrier;
    this.now = now;
  }

  sealed interface Outcome {
    record Read(Scan scan) implements Outcome {}

    record Unreadable(String why) implements Outcome {}
  }

  Outcome read(JsonNode event) {
    if (!event.isObject()) {
      return new Outcome.Unreadable("is no object");
    }
    for (String name : new String[] {"id", "trackingNumber", "status", "occurredAt"}) {
      Optional<String> defect = defect(event, name);
      if (defect.isPresent()) {
        return new Outcome.Unreadable(defect.get());
      }
    }
    JsonNode place = event.path("place");
    if (!place.isMissingNode() && !place.isNull() && !place.isTextual()) {
      return new Outcome.Unreadable("place is no text");
    }
    return scan(event, shortened(place.asText(""), LONGEST));
  }

  private static Optional<String> defect(JsonNode event, String name) {
    JsonNode value = event.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.of(name + " is missing");
    }
    if (!value.isTextual()) {
      return Optional.of(name + " is no text");
    }
    if (value.textValue().isBlank()) {
      return Optional.of(name + " is empty");
    }
    return value.textValue().length() > LONGEST
        ? Optional.of(name + " is longer than " + LONGEST + " characters")
        : Optional.empty();
  }

  private Outcome scan(JsonNode event, String place) {
    String name = event.path("status").textValue();
    Optional<TrackingStatus> status =
        Arrays.stream(TrackingStatus.values())
            .filter(each -> each.wireName().equals(name))
            .findFirst();
    Optional<TrackingFlag> flag =
        Arrays.stream(TrackingFlag.values())
            .filter(each -> each.wireName().equals(name))
            .findFirst();
    if (status.isEmpty() && flag.isEmpty()) {
      return new Outcome.Unreadable("unknown status '" + quotable(name) + "'");
    }
    String written = event.path("occurredAt").textValue();
    Optional<Instant> occurredAt = ScanTimes.read(written);
    if (occurredAt.isEmpty()) {
      return new Outcome.Unreadable(
          "occurredAt '" + quotable(written) + "' is no time with an offset");
    }
    if (!ScanTimes.isPlausible(occurredAt.get(), now)) {
      return new Outcome.Unreadable(
          "occurredAt '" + quotable(written) + "' " + ScanTimes.implausible());
    }
    return new Outcome.Read(
        new Scan(
            event.path("id").textValue().strip(),
            carrier,
            event.path("trackingNumber").textValue().strip(),
            status.orElse(null),
            flag.orElse(null),
            occurredAt.get(),
            place,
            reason(event.path("reason"), flag).orElse(null),
            proof(event.path("proof"), status).orElse(null)));
  }

  /** What can't be read of a reason or a proof is left out: where the parcel is counts more. */
  private static Optional<ScanReason> reason(JsonNode told, Optional<TrackingFlag> flag) {
    String words = CarrierWords.of(told.path("text").asText(""), "", "");
    return ScanReason.Party.named(told.path("party").asText(""))
        .or(() -> flag.flatMap(ScanReason::usual))
        .map(party -> new ScanReason(party, words));
  }

  private static Optional<DeliveryProof> proof(JsonNode told, Optional<TrackingStatus> status) {
    return status.filter(TrackingStatus.DELIVERED::equals).isEmpty()
        ? Optional.empty()
        : DeliveryProof.of(
            told.path("signedBy").asText(""),
            told.path("leftAt").asText(""),
            told.path("photoUrl").asText(""));
  }

  private static String quotable(String text) {
    return shortened(text.replaceAll("\\p{Cntrl}", "?"), LONGEST_QUOTED);
  }

  private static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}

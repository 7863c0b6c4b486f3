package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.ScanTimes;
import dev.cutoff.adapter.carrier.TrackingJson;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.application.TrackingSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * UPS's Track Alert: one event a call. UPS signs nothing; it sends along the credential that the
 * shop chose in its webhook settings, as {@code credential} or as a bearer token. Nothing says how
 * old a call is, and a scan that comes twice counts once.
 */
public final class UpsTrackAlerts implements TrackingSource {
  private static final int DEEPEST = 10;
  private static final String BEARER = "Bearer ";

  private final InstantSource clock;

  private final TrackingJson json = new TrackingJson(DEEPEST);

  /**
   * Reads alerts.
   *
   * @param clock by which an event from the future is told
   */
  public UpsTrackAlerts(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String provider() {
    return UpsProvider.NAME;
  }

  @Override
  public boolean genuine(Map<String, String> headers, byte[] body, String secret, Instant now) {
    if (secret.isBlank()) {
      throw new IllegalStateException("an empty credential would let everybody in");
    }
    String authorization = headers.getOrDefault("authorization", "");
    String token =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? authorization.substring(BEARER.length()).strip()
            : "";
    // Both are compared, whichever is right.
    boolean plain = same(headers.getOrDefault("credential", ""), secret);
    boolean bearer = same(token, secret);
    return plain || bearer;
  }

  private static boolean same(String given, String secret) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Reading read(String carrier, byte[] body) {
    return json.read(body, sent -> reading(carrier, sent));
  }

  private Reading reading(String carrier, JsonNode sent) {
    if (!sent.isObject() && !sent.isArray()) {
      return TrackingJson.refused("the body is no event");
    }
    List<Scan> scans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (JsonNode event : Listed.in(sent)) {
      if (number == ScanTimes.MOST_SCANS) {
        problems.add(
            "events after the first %d were not read: there are %d".formatted(number, sent.size()));
        break;
      }
      number++;
      switch (scan(event).read(carrier, clock.instant())) {
        case UpsScan.Outcome.Read read -> scans.add(read.scan());
        case UpsScan.Outcome.Unreadable not -> problems.add("event " + number + ": " + not.why());
      }
    }
    return new Reading(scans, problems);
  }

  private static UpsScan scan(JsonNode event) {
    JsonNode status = event.path("activityStatus");
    return new UpsScan(
        event.path("trackingNumber").asText("").strip(),
        status.path("type").asText("").strip(),
        status.path("code").asText("").strip(),
        UpsScan.digits(status.path("descriptionCode")),
        UpsScan.Moment.of(
            event.path("gmtActivityDate"),
            event.path("gmtActivityTime"),
            event.path("localActivityDate"),
            event.path("localActivityTime"),
            event.path("gmtOffset")),
        UpsScan.place(event.path("activityLocation")),
        status.path("description").asText(""),
        DeliveryProof.of(event.path("receivedBy").asText(""), "", ""));
  }
}

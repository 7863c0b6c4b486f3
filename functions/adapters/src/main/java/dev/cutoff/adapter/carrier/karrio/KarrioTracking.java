package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.TrackingJson;
import dev.cutoff.tracking.application.TrackingSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Karrio's webhooks: {@code {"event":"tracker_updated","data":{tracker}}}. Karrio signs nothing and
 * sends the webhook's secret in clear in {@code X-Event-Id}: whoever reads one can send others, so
 * it has to come over TLS, and each tracker tells the whole way again, so that a replay tells
 * nothing new.
 */
public final class KarrioTracking implements TrackingSource {
  private static final String SECRET_HEADER = "x-event-id";
  private static final int DEEPEST = 20;

  private final InstantSource clock;
  private final TrackingJson json = new TrackingJson(DEEPEST);

  /**
   * Reads scans.
   *
   * @param clock by which a scan from the future is told
   */
  public KarrioTracking(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String provider() {
    return KarrioProvider.NAME;
  }

  @Override
  public boolean genuine(Map<String, String> headers, byte[] body, String secret, Instant now) {
    if (secret.isBlank()) {
      throw new IllegalStateException("the secret of a Karrio webhook is empty");
    }
    byte[] sent = headers.getOrDefault(SECRET_HEADER, "").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(sent, secret.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Reading read(String carrier, byte[] body) {
    return json.read(body, told -> reading(carrier, told));
  }

  private Reading reading(String carrier, JsonNode told) {
    if (!told.path("event").isTextual()) {
      return TrackingJson.refused("the body has no event");
    }
    if (!told.path("event").textValue().startsWith("tracker_")) {
      // Shipments, orders and batches are told on the same address.
      return new Reading(List.of(), List.of());
    }
    TrackerReader reader = new TrackerReader(carrier, clock.instant());
    reader.read(told.path("data"));
    return new Reading(reader.scans(), reader.problems());
  }
}

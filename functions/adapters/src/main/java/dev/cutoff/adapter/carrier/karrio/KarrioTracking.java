package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.tracking.application.TrackingSource;
import java.io.IOException;
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
  private static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 20;

  private final InstantSource clock;
  private final ObjectMapper json =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
    if (body.length > MOST_BYTES) {
      return new Reading(List.of(), List.of("the body is larger than " + MOST_BYTES + " bytes"));
    }
    JsonNode told;
    try {
      told = json.readTree(body);
    } catch (IOException unreadable) {
      // Without its message, which would quote the body.
      return new Reading(
          List.of(), List.of("the body is no JSON, or nested deeper than " + DEEPEST + " levels"));
    }
    if (!told.path("event").isTextual()) {
      return new Reading(List.of(), List.of("the body has no event"));
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

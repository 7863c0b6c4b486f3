package dev.cutoff.adapter.carrier.ratecard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.application.TrackingSource;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scans of carriers under the shop's own contracts: {@code {"events":[{"id", "trackingNumber",
 * "status", "occurredAt", "place"}]}}, signed after standardwebhooks.com.
 */
public final class RateCardTracking implements TrackingSource {
  private static final int MOST_EVENTS = 1000;
  private static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 10;

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
  public RateCardTracking(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String provider() {
    return RateCardProvider.NAME;
  }

  @Override
  public boolean genuine(Map<String, String> headers, byte[] body, String secret, Instant now) {
    return WebhookSignature.genuine(headers, body, secret, now);
  }

  @Override
  public Reading read(String carrier, byte[] body) {
    if (body.length > MOST_BYTES) {
      return refused("the body is larger than " + MOST_BYTES + " bytes");
    }
    JsonNode events;
    try {
      events = json.readTree(body).path("events");
    } catch (IOException unreadable) {
      // Without its message, which would quote the body.
      return refused("the body is no JSON, or nested deeper than " + DEEPEST + " levels");
    }
    if (!events.isArray()) {
      return refused("the body has no list of events");
    }
    if (events.size() > MOST_EVENTS) {
      return refused("more than " + MOST_EVENTS + " events at once: " + events.size());
    }
    return eachAlone(carrier, events);
  }

  private Reading eachAlone(String carrier, JsonNode events) {
    ScanReader reader = new ScanReader(carrier, clock.instant());
    List<Scan> scans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      switch (reader.read(events.get(i))) {
        case ScanReader.Outcome.Read read -> scans.add(read.scan());
        case ScanReader.Outcome.Unreadable not ->
            problems.add("event " + (i + 1) + ": " + not.why());
      }
    }
    return new Reading(scans, problems);
  }

  private static Reading refused(String why) {
    return new Reading(List.of(), List.of(why));
  }
}

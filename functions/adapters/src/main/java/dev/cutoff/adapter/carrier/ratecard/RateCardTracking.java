package dev.cutoff.adapter.carrier.ratecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.ScanTimes;
import dev.cutoff.adapter.carrier.TrackingJson;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.application.TrackingSource;
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
  private static final int DEEPEST = 10;

  private final InstantSource clock;

  private final TrackingJson json = new TrackingJson(DEEPEST);

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
    return json.read(body, told -> reading(carrier, told));
  }

  private Reading reading(String carrier, JsonNode told) {
    JsonNode events = told.path("events");
    if (!events.isArray()) {
      return TrackingJson.refused("the body has no list of events");
    }
    return eachAlone(carrier, events);
  }

  private Reading eachAlone(String carrier, JsonNode events) {
    ScanReader reader = new ScanReader(carrier, clock.instant());
    List<Scan> scans = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < Math.min(events.size(), ScanTimes.MOST_SCANS); i++) {
      switch (reader.read(events.get(i))) {
        case ScanReader.Outcome.Read read -> scans.add(read.scan());
        case ScanReader.Outcome.Unreadable not ->
            problems.add("event " + (i + 1) + ": " + not.why());
      }
    }
    if (events.size() > ScanTimes.MOST_SCANS) {
      problems.add(
          "events after the first %d were not read: there are %d"
              .formatted(ScanTimes.MOST_SCANS, events.size()));
    }
    return new Reading(scans, problems);
  }
}

package dev.cutoff.adapter.carrier.karrio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.testkit.ManualClock;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.TrackingSource.Reading;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KarrioTrackingTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private final KarrioTracking tracking = new KarrioTracking(new ManualClock(NOW));

  @Test
  void onlyWhoKnowsTheSecretIsHeard() {
    byte[] body = "{}".getBytes(UTF_8);

    assertThat(tracking.genuine(Map.of("x-event-id", "s3cret"), body, "s3cret", NOW)).isTrue();
    assertThat(tracking.genuine(Map.of("x-event-id", "s3creT"), body, "s3cret", NOW)).isFalse();
    assertThat(tracking.genuine(Map.of(), body, "s3cret", NOW)).isFalse();
    assertThatThrownBy(() -> tracking.genuine(Map.of(), body, "", NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Reported: one malformed scan or timestamp kills the whole lookup. */
  @Test
  void oneMalformedScanOrTimestampDoesNotKillTheOthers() {
    Reading reading =
        read(
            """
            {"event":"tracker_updated","data":{"tracking_number":"1Z1","events":[
              {"status":"in_transit","code":"I","timestamp":"2026-11-29T10:00:00.000Z","location":"Ohio\\n"},
              {"status":"in_transit","date":"2026-11-29","time":"10:00 AM"},
              {"status":"beamed_up","timestamp":"2026-11-29T10:00:00Z"},
              17,
              {"status":"delivery_failed","timestamp":"2026-11-30T09:00:00Z"},
              {"status":"on_hold","reason":"customs_delay","timestamp":"2026-11-30T09:30:00Z"},
              {"status":"delivered","timestamp":"2036-11-30T09:00:00Z"}]}}
            """);

    assertThat(reading.scans())
        .containsExactly(
            new Scan(
                "2026-11-29T10:00:00Z#in_transit#I",
                "north",
                "1Z1",
                TrackingStatus.IN_TRANSIT,
                null,
                Instant.parse("2026-11-29T10:00:00Z"),
                "Ohio"),
            new Scan(
                "2026-11-30T09:00:00Z#delivery_failed#",
                "north",
                "1Z1",
                null,
                TrackingFlag.DELIVERY_ATTEMPTED,
                Instant.parse("2026-11-30T09:00:00Z"),
                "",
                new ScanReason(ScanReason.Party.RECIPIENT, ""),
                null),
            new Scan(
                "2026-11-30T09:30:00Z#on_hold#",
                "north",
                "1Z1",
                null,
                TrackingFlag.HELD_AT_CUSTOMS,
                Instant.parse("2026-11-30T09:30:00Z"),
                "",
                new ScanReason(ScanReason.Party.CUSTOMS, ""),
                null));
    assertThat(reading.problems())
        .containsExactly(
            "event 2: '' is no time with an offset, or is far off",
            "event 3: unknown status 'beamed_up'",
            "event 4: unknown status ''",
            "event 7: '2036-11-30T09:00:00Z' is no time with an offset, or is far off");
  }

  @Test
  void theReasonSaysWhoseItIsAndADeliveryIsProved() {
    Reading reading =
        read(
            """
            {"event":"tracker_updated","data":{"tracking_number":"1Z1",
              "info":{"signed_by":"FRONT DESK"},
              "delivery_image_url":"https://karrio.example/image/1","events":[
              {"status":"delivery_failed","reason":"shipper_instructions","description":"Held",
               "timestamp":"2026-11-28T08:00:00Z"},
              {"status":"delivery_delayed","reason":"weather_delay","description":"Snow\\n",
               "timestamp":"2026-11-28T09:00:00Z"},
              {"status":"delivered","timestamp":"2026-11-28T10:00:00Z"}]}}
            """);

    assertThat(reading.scans())
        .extracting(Scan::reason)
        .containsExactly(
            new ScanReason(ScanReason.Party.SHOP, "Held"),
            new ScanReason(ScanReason.Party.WEATHER, "Snow"),
            null);
    assertThat(reading.scans().getFirst().proof()).isNull();
    assertThat(reading.scans().getLast().proof())
        .isEqualTo(new DeliveryProof("FRONT DESK", null, "https://karrio.example/image/1"));
  }

  @Test
  void whatIsNoTrackerIsNoScan() {
    assertThat(read("{\"event\":\"shipment_purchased\",\"data\":{}}").problems()).isEmpty();
    assertThat(read("{\"event\":\"tracker_updated\"}").problems()).hasSize(1);
    assertThat(read("<html>").problems()).hasSize(1);
    assertThat(read("[]").problems()).hasSize(1);
    assertThat(read("[".repeat(100)).problems()).hasSize(1);
  }

  private Reading read(String body) {
    return tracking.read("north", body.getBytes(UTF_8));
  }
}

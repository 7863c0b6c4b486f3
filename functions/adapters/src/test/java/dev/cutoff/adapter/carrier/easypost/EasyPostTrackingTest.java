package dev.cutoff.adapter.carrier.easypost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.channel.Samples;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.TrackingSource.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EasyPost's webhook: whose it is, and what it says. */
final class EasyPostTrackingTest {
  /** The vector of EasyPost's client libraries: the accent is one character, or two in NFKD. */
  private static final String SECRET = "s\u00e9cret";

  private static final String SIGNATURE =
      "hmac-sha256-hex=38f3f53c103713df81616a0a186d77141957323ec21d5fe9363db93840f527db";
  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  private final EasyPosts shop = new EasyPosts();
  private final EasyPostTracking source = new EasyPostTracking(shop.clock);

  @Test
  void thePublishedVectorIsGenuineAndOneByteLessIsNot() {
    byte[] body = Samples.fixture("easypost/webhook/event-body.raw.json");

    assertThat(genuine(SIGNATURE, body, SECRET)).isTrue();
    assertThat(genuine(SIGNATURE, body, "se\u0301cret")).as("the same in two characters").isTrue();
    assertThat(genuine(SIGNATURE, body, "secret")).isFalse();
    assertThat(genuine(SIGNATURE, java.util.Arrays.copyOf(body, body.length - 1), SECRET))
        .isFalse();
    assertThat(genuine(SIGNATURE.replace("=38", "=39"), body, SECRET)).isFalse();
    assertThat(genuine("", body, SECRET)).isFalse();
    assertThat(source.genuine(Map.of(), body, SECRET, NOW)).isFalse();
    assertThat(genuine(EasyPostTracking.sign(" ", body), body, "")).isFalse();
  }

  @Test
  void anEventHoldsTheWayOfTheParcelSoFar() {
    Reading read = source.read("fedex", Samples.fixture("easypost/webhook/event-body.raw.json"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.scans()).hasSizeGreaterThan(3).allMatch(scan -> scan.carrier().equals("fedex"));
    assertThat(read.scans().getFirst().status()).isEqualTo(TrackingStatus.LABEL_MADE);
    assertThat(read.scans().get(1).place()).isEqualTo("ORLANDO, FL, US");
    assertThat(read.scans().getLast().status()).isEqualTo(TrackingStatus.IN_TRANSIT);
    assertThat(source.read("fedex", Samples.fixture("easypost/webhook/event-body.raw.json")))
        .as("the same event again has the same scans")
        .isEqualTo(read);
    assertThat(read.scans()).extracting(Scan::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "pre_transit, label_created, LABEL_MADE,",
    "in_transit, received_at_origin_facility, ACCEPTED,",
    "in_transit, departed_facility, IN_TRANSIT,",
    "in_transit, weather_delay, , DELAYED",
    "out_for_delivery, out_for_delivery, OUT_FOR_DELIVERY,",
    "delivered, arrived_at_destination, DELIVERED,",
    "available_for_pickup, , , AT_PICKUP_POINT",
    "return_to_sender, refused, RETURNED,",
    "failure, damaged, , DAMAGED",
    "failure, lost, , LOST",
    "failure, , , DELIVERY_ATTEMPTED"
  })
  void statusesAreTranslated(
      String status, String detail, TrackingStatus moved, TrackingFlag flagged) {
    Reading read = source.read("usps", event(detail(status, detail, "2026-11-24T14:00:00Z")));

    assertThat(read.problems()).isEmpty();
    assertThat(read.scans())
        .singleElement()
        .matches(scan -> scan.status() == moved && scan.flag() == flagged);
  }

  @ParameterizedTest
  @CsvSource({
    "in_transit, weather_delay, WEATHER",
    "in_transit, missorted, CARRIER",
    "failure, refused, RECIPIENT",
    "return_to_sender, refused, RECIPIENT",
    "failure, damaged, CARRIER",
    "out_for_delivery, out_for_delivery, "
  })
  void theDetailSaysWhoseItIs(String status, String detail, ScanReason.Party party) {
    Reading read = source.read("usps", event(detail(status, detail, "2026-11-24T14:00:00Z")));

    ScanReason reason = read.scans().getFirst().reason();
    assertThat(reason == null ? null : reason.party()).isEqualTo(party);
  }

  @Test
  void whoSignedIsToldWithTheDeliveryAlone() {
    Reading read =
        source.read(
            "usps",
            ("{\"object\":\"Event\",\"result\":{\"object\":\"Tracker\",\"tracking_code\":\"1\","
                    + "\"signed_by\":\"FRONT DESK\",\"tracking_details\":["
                    + detail("out_for_delivery", "", "2026-11-24T10:00:00Z")
                    + ","
                    + detail("delivered", "", "2026-11-24T12:00:00Z")
                    + "]}}")
                .getBytes(UTF_8));

    assertThat(read.scans())
        .extracting(Scan::proof)
        .containsExactly(null, new DeliveryProof("FRONT DESK", null, null));
  }

  @Test
  void oneMalformedScanOrTimestampKillsTheWholeLookup_eachIsReadAlone() {
    Reading read =
        source.read(
            "usps",
            event(
                detail("in_transit", "", "2026-11-24T10:00:00Z")
                    + ","
                    + detail("in_transit", "", "yesterday")
                    + ", 7, "
                    + detail("beamed_up", "", "2026-11-24T11:00:00Z")
                    + ","
                    + detail("in_transit", "", "2031-01-01T00:00:00Z")
                    + ","
                    + detail("unknown", "", "2026-11-24T11:00:00Z")
                    + ","
                    + detail("delivered", "", "2026-11-24T12:00:00Z")));

    assertThat(read.scans())
        .extracting(Scan::status)
        .containsExactly(TrackingStatus.IN_TRANSIT, TrackingStatus.DELIVERED);
    assertThat(read.problems())
        .containsExactly(
            "scan 2: its datetime is no time with an offset, or is before 2000 or more than 15 minutes ahead",
            "scan 3: unknown status ''",
            "scan 4: unknown status 'beamed_up'",
            "scan 5: its datetime is no time with an offset, or is before 2000 or more than 15 minutes ahead");
  }

  @Test
  void whatIsNoTrackersEventSaysNothingAndGarbageIsTold() {
    assertThat(
            source.read(
                "usps", "{\"object\":\"Event\",\"result\":{\"object\":\"Batch\"}}".getBytes(UTF_8)))
        .isEqualTo(new Reading(java.util.List.of(), java.util.List.of()));
    assertThat(source.read("usps", "<html>".getBytes(UTF_8)).problems()).hasSize(1);
    assertThat(source.read("usps", "[]".getBytes(UTF_8)).problems())
        .containsExactly("the body is no event");
    assertThat(source.read("usps", "[".repeat(5_000).getBytes(UTF_8)).problems()).hasSize(1);
    assertThat(source.read("usps", new byte[2 << 20]).problems()).hasSize(1);
  }

  @Test
  void whoAsksWhereAParcelIsGetsTheSameScans() {
    String tracker =
        "{\"trackers\":[{\"tracking_code\":\"1\",\"tracking_details\":[%s,%s]}]}"
            .formatted(
                detail("in_transit", "", "2026-11-24T10:00:00Z"), detail("in_transit", "", "?"));
    try (Loopback easypost = new Loopback((asked, exchange) -> new Loopback.Reply(200, tracker))) {
      assertThat(shop.provider(Duration.ofSeconds(5)).track(EasyPosts.usps(easypost.url()), "1 2"))
          .isInstanceOfSatisfying(
              TrackAnswer.Known.class,
              known -> {
                assertThat(known.scans()).hasSize(1);
                assertThat(known.problems()).hasSize(1);
              });
      assertThat(easypost.asked().getFirst().query()).isEqualTo("tracking_code=1+2");
    }
    try (Loopback easypost =
        new Loopback((asked, exchange) -> new Loopback.Reply(200, "{\"trackers\":[]}"))) {
      assertThat(shop.provider(Duration.ofSeconds(5)).track(EasyPosts.usps(easypost.url()), "1"))
          .isInstanceOf(TrackAnswer.Unknown.class);
    }
  }

  private boolean genuine(String signature, byte[] body, String secret) {
    return source.genuine(Map.of(EasyPostTracking.SIGNATURE, signature), body, secret, NOW);
  }

  private static byte[] event(String details) {
    return ("{\"object\":\"Event\",\"result\":{\"object\":\"Tracker\",\"tracking_code\":\"1\","
            + "\"tracking_details\":["
            + details
            + "]}}")
        .getBytes(UTF_8);
  }

  private static String detail(String status, String detail, String at) {
    return "{\"status\":\"%s\",\"status_detail\":\"%s\",\"datetime\":\"%s\",\"message\":\"m\"}"
        .formatted(status, detail == null ? "" : detail, at);
  }
}

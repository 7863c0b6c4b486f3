package dev.cutoff.adapter.carrier.ratecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.TrackingSource.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RateCardTrackingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String GOOD =
      "{\"id\":\"e1\",\"trackingNumber\":\"SWI1\",\"status\":\"in_transit\","
          + "\"occurredAt\":\"2026-11-24T15:00:00-05:00\",\"place\":\"Newark NJ\"}";
  private static final Scan SCAN =
      new Scan(
          "e1",
          "swift",
          "SWI1",
          TrackingStatus.IN_TRANSIT,
          null,
          Instant.parse("2026-11-24T20:00:00Z"),
          "Newark NJ");

  private final RateCardTracking tracking = new RateCardTracking(InstantSource.fixed(NOW));

  @Test
  void aScanIsReadWithItsPlaceAndItsTime() {
    assertThat(events(GOOD)).isEqualTo(new Reading(List.of(SCAN), List.of()));
  }

  @Test
  void aFlagIsAScanToo() {
    assertThat(events(GOOD.replace("in_transit", "delivery_attempted")).scans())
        .singleElement()
        .returns(null, Scan::status)
        .returns(TrackingFlag.DELIVERY_ATTEMPTED, Scan::flag);
  }

  @Test
  void aReasonSaysWhoseItIsAndADeliveryIsProved() {
    String said = "\"reason\":{\"party\":\"weather\",\"text\":\"snow\"},";
    String proof =
        "\"proof\":{\"signedBy\":\"front desk\",\"leftAt\":\" \",\"photoUrl\":\"%s\"},\"id\"";

    assertThat(
            events(GOOD.replace("in_transit", "delayed").replace("\"id\"", said + "\"id\""))
                .scans())
        .extracting(Scan::reason)
        .containsExactly(new ScanReason(ScanReason.Party.WEATHER, "snow"));
    assertThat(events(GOOD.replace("in_transit", "held_at_customs")).scans())
        .extracting(Scan::reason)
        .containsExactly(new ScanReason(ScanReason.Party.CUSTOMS, ""));
    assertThat(
            events(
                    GOOD.replace("in_transit", "delivered")
                        .replace("\"id\"", proof.formatted("https://swift.example/1.jpg")))
                .scans())
        .extracting(Scan::proof)
        .containsExactly(new DeliveryProof("front desk", null, "https://swift.example/1.jpg"));
    assertThat(
            events(
                    GOOD.replace("in_transit", "delivered")
                        .replace("\"id\"", proof.formatted("javascript:alert(1)")))
                .scans())
        .as("a link that nobody should follow")
        .extracting(Scan::proof)
        .containsExactly(new DeliveryProof("front desk", null, null));
  }

  @Test
  void everyStatusAndEveryFlagHasItsName() {
    List<String> events = new ArrayList<>();
    for (TrackingStatus status : TrackingStatus.values()) {
      events.add(GOOD.replace("in_transit", status.wireName()));
    }
    for (TrackingFlag flag : TrackingFlag.values()) {
      events.add(GOOD.replace("in_transit", flag.wireName()));
    }

    assertThat(events(String.join(",", events)).scans()).hasSize(12);
  }

  @Test
  void oneMalformedScanDoesNotKillTheWholeLookup() {
    List<String> bad =
        List.of(
            GOOD.replace("\"id\":\"e1\",", ""),
            GOOD.replace("\"e1\"", "7"),
            GOOD.replace("\"e1\"", "\" \""),
            GOOD.replace("in_transit", "teleported"),
            GOOD.replace("in_transit", "IN_TRANSIT"),
            GOOD.replace("15:00:00-05:00", "yesterday"),
            GOOD.replace("15:00:00-05:00", "15:00:00"),
            GOOD.replace("2026-11-24T", "2026-11-26T"),
            GOOD.replace("2026-11-24T", "1970-01-01T"),
            GOOD.replace("\"SWI1\"", "null"),
            GOOD.replace("\"SWI1\"", "{\"number\":\"SWI1\"}"),
            GOOD.replace("\"Newark NJ\"", "[\"Newark\"]"),
            GOOD.replace("SWI1", "S".repeat(300)),
            "null",
            "\"delivered\"");
    for (String event : bad) {
      Reading reading = events(event + "," + GOOD);

      assertThat(reading.scans()).as(event).containsExactly(SCAN);
      assertThat(reading.problems()).as(event).hasSize(1);
    }
    assertThat(events(String.join(",", bad)).problems())
        .containsExactly(
            "event 1: id is missing",
            "event 2: id is no text",
            "event 3: id is empty",
            "event 4: unknown status 'teleported'",
            "event 5: unknown status 'IN_TRANSIT'",
            "event 6: occurredAt '2026-11-24Tyesterday' is no time with an offset",
            "event 7: occurredAt '2026-11-24T15:00:00' is no time with an offset",
            "event 8: occurredAt '2026-11-26T15:00:00-05:00' is before 2000 or more than 15 minutes ahead",
            "event 9: occurredAt '1970-01-01T15:00:00-05:00' is before 2000 or more than 15 minutes ahead",
            "event 10: trackingNumber is missing",
            "event 11: trackingNumber is no text",
            "event 12: place is no text",
            "event 13: trackingNumber is longer than 200 characters",
            "event 14: is no object",
            "event 15: is no object");
  }

  @Test
  void aScanWithoutAPlaceOrWithAnEndlessOneCounts() {
    assertThat(events(GOOD.replace(",\"place\":\"Newark NJ\"", "")).scans())
        .singleElement()
        .returns("", Scan::place);
    assertThat(events(GOOD.replace("\"Newark NJ\"", "null")).scans())
        .singleElement()
        .returns("", Scan::place);
    assertThat(events(GOOD.replace("Newark NJ", "x".repeat(5_000))).scans())
        .singleElement()
        .matches(scan -> scan.place().length() == 201);
  }

  @Test
  void problemsQuoteNoMoreThanAPersonWantsToRead() {
    assertThat(events(GOOD.replace("in_transit", "\\u0007" + "x".repeat(100))).problems())
        .containsExactly("event 1: unknown status '?" + "x".repeat(39) + "…'");
  }

  @Test
  void aBodyThatIsNoListOfEventsIsRefusedInWords() {
    for (String body : new String[] {"", "null", "[]", "{}", "7", "{\"events\":{}}"}) {
      assertThat(read(body).problems()).as(body).containsExactly("the body has no list of events");
    }
    for (String body : new String[] {"{", "{\"events\":[]} x", "\u0000", "{\"events\":[" + GOOD}) {
      assertThat(read(body).problems())
          .as(body)
          .containsExactly("the body is no JSON, or nested deeper than 10 levels");
      assertThat(read(body).scans()).isEmpty();
    }
  }

  @Test
  void aDeepBodyIsRefusedAndIsNoStackOverflow() {
    String deep = "{\"events\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

    assertThat(read(deep).problems())
        .containsExactly("the body is no JSON, or nested deeper than 10 levels");
  }

  @Test
  void tenThousandEventsAreReadAtOnce() {
    String brief = GOOD.replace(",\"place\":\"Newark NJ\"", "").replace("-05:00", "Z");
    String all = (brief + ",").repeat(9_999) + brief;

    assertThat(all.length()).isLessThan(1 << 20);
    assertThat(events(all).scans()).hasSize(10_000);
    assertThat(events(all).problems()).isEmpty();
  }

  @Test
  void whatCanBeNoEventsIsNotReadForEverAndIsSaid() {
    Reading reading = events("7,".repeat(20_000) + GOOD);

    assertThat(reading.scans()).isEmpty();
    assertThat(reading.problems())
        .hasSize(20_001)
        .last()
        .isEqualTo("events after the first 20000 were not read: there are 20001");
  }

  @Test
  void aHugeBodyIsNotRead() {
    assertThat(read(" ".repeat((1 << 20) + 1)).problems())
        .containsExactly("the body is larger than 1048576 bytes");
  }

  @Test
  void noBytesWhateverTheyAreMakeItFail() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] body = ("{\"events\":[" + GOOD + "]}").getBytes(UTF_8);
      for (int i = 0; i < 1 + seed % 5; i++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }

      Reading reading = tracking.read("swift", body);

      assertThat(reading.scans().size() + reading.problems().size()).as("seed %d", seed).isOne();
    }
  }

  private Reading events(String events) {
    return read("{\"events\":[" + events + "]}");
  }

  private Reading read(String body) {
    return tracking.read("swift", body.getBytes(UTF_8));
  }
}

package dev.cutoff.adapter.carrier.ups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.TrackingSource.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a parcel is: asked for, and told. */
final class TracksTest {
  private static final String NUMBER = "1Z204W4R0308071865";
  private static final String ALERT =
      """
      {"trackingNumber":"1Z204W4R0308071865","localActivityDate":"20240423",
       "localActivityTime":"091519","activityLocation":{"city":"Charlotte","stateProvince":"NC",
       "postalCode":"30004","country":"US"},"activityStatus":{"type":"I","code":"OT",
       "description":"Out for Delivery","descriptionCode":"021"},"gmtActivityDate":"20240423",
       "gmtActivityTime":"131519"}\
      """;
  private static final Scan OUT_FOR_DELIVERY =
      new Scan(
          "ups-1713878119-I-OT",
          "ups",
          NUMBER,
          TrackingStatus.OUT_FOR_DELIVERY,
          null,
          Instant.parse("2024-04-23T13:15:19Z"),
          "Charlotte NC US");

  private final FakeUps ups = FakeUps.start();
  private final UpsProvider provider = Ups.provider(Ups.clock());
  private final UpsTrackAlerts alerts = new UpsTrackAlerts(Ups.clock());
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void everyStatusOfUpsIsOneOfOurs() {
    assertStatus("M", "MP", "003", TrackingStatus.LABEL_MADE, null);
    assertStatus("I", "OR", "005", TrackingStatus.ACCEPTED, null);
    assertStatus("I", "XD", "038", TrackingStatus.ACCEPTED, null);
    assertStatus("P", "??", "", TrackingStatus.ACCEPTED, null);
    assertStatus("I", "AR", "005", TrackingStatus.IN_TRANSIT, null);
    assertStatus("I", "ZZ", "160", TrackingStatus.IN_TRANSIT, null);
    assertStatus("X", "C8", "012", TrackingStatus.IN_TRANSIT, null);
    assertStatus("I", "OT", "021", TrackingStatus.OUT_FOR_DELIVERY, null);
    assertStatus("D", "F4", "011", TrackingStatus.DELIVERED, null);
    assertStatus("D", "FS", "", TrackingStatus.DELIVERED, null);
    assertStatus("X", "RS", "034", TrackingStatus.RETURNED, null);
    assertStatus("X", "48", "022", null, TrackingFlag.DELIVERY_ATTEMPTED);
    assertStatus("D", "2Q", "040", null, TrackingFlag.AT_PICKUP_POINT);
    assertStatus("X", "CH", "058", null, TrackingFlag.HELD_AT_CUSTOMS);
    assertStatus("X", "DJ", "059", null, TrackingFlag.DAMAGED);
    assertStatus("X", "LX", "068", null, TrackingFlag.LOST);
    assertStatus("U", "DD", "055", null, TrackingFlag.DELAYED);
  }

  @Test
  void anUnknownStatusIsAProblemAndNotAGuess() {
    assertProblem(
        UpsAnswers.activity("X", "Z9", "777", "20261123", "180622"),
        "has an unknown status: type 'X', code 'Z9', '777'");
    assertProblem(
        UpsAnswers.activity("D", "<b>", "", "20261123", "180622"),
        "has an unknown status: type 'D', code '?b?', ''");
    assertProblem(
        UpsAnswers.activity("MV", "VM", "007", "20261123", "180622"),
        "says that the label was voided at UPS");
  }

  /** The spec's own example of an activity: a time that lost its zero. */
  @Test
  void theTimeIsThatOfGreenwichWhereverTheParcelIs() {
    JsonNode spec = Specs.of("Tracking").document();
    assertThat(spec.at("/components/schemas/Activity/properties").has("gmtOffset")).isTrue();

    assertThat(at("\"gmtDate\":\"20210210\",\"gmtTime\":\"74700\""))
        .isEqualTo(Instant.parse("2021-02-10T07:47:00Z"));
    assertThat(at("\"gmtDate\":\"20210210\",\"gmtTime\":\"12:47:00\""))
        .isEqualTo(Instant.parse("2021-02-10T12:47:00Z"));
    assertThat(at("\"date\":\"20210210\",\"time\":\"071356\",\"gmtOffset\":\"-05:00\""))
        .isEqualTo(Instant.parse("2021-02-10T12:13:56Z"));
  }

  @Test
  void aLocalTimeWithoutItsZoneIsAProblem() {
    for (String times :
        List.of(
            "\"date\":\"20210210\",\"time\":\"071356\"",
            "\"gmtDate\":\"20210210\"",
            "\"gmtDate\":\"20211310\",\"gmtTime\":\"071356\"",
            "\"date\":\"20210210\",\"time\":\"071356\",\"gmtOffset\":\"EST\"",
            "\"x\":1")) {
      assertProblem(activity(times), "has no time with its zone");
    }
    assertProblem(
        activity("\"gmtDate\":\"19700101\",\"gmtTime\":\"000000\""),
        "has a time that is before 2000 or more than 15 minutes ahead");
    assertProblem(
        activity("\"gmtDate\":\"20261126\",\"gmtTime\":\"000000\""),
        "has a time that is before 2000 or more than 15 minutes ahead");
  }

  /** Reported: one malformed scan kills the whole lookup. */
  @Test
  void oneMalformedScanDoesNotKillTheWholeLookup() {
    String good = UpsAnswers.activity("I", "AR", "005", "20261124", "140000");
    for (String bad : List.of("{}", "null", "7", "\"x\"", "{\"status\":[]}", "[]")) {
      says(bad + "," + good);

      TrackAnswer.Known known = (TrackAnswer.Known) track();
      assertThat(known.scans()).as(bad).hasSize(1);
      assertThat(known.problems()).as(bad).singleElement().asString().startsWith("event 1: ");
    }
  }

  @Test
  void aParcelThatUpsDoesNotKnowIsUnknownAndNoAnswerIsNone() {
    ups.says("/track/", 404, UpsAnswers.error("TW0001", "Tracking Information Not Found"));
    assertThat(track())
        .isEqualTo(new TrackAnswer.Unknown("UPS: Tracking Information Not Found (TW0001)"));

    ups.says(
        "/track/",
        200,
        "{\"trackResponse\":{\"shipment\":[{\"warnings\":[{\"code\":\"TW0001\"}]}]}}");
    assertThat(track()).isEqualTo(new TrackAnswer.Unknown("UPS: has no such parcel yet"));

    ups.says("/track/", 200, "{}");
    assertThatThrownBy(this::track).isInstanceOf(NoAnswer.class);
    ups.says("/track/", 500, "{}");
    assertThatThrownBy(this::track).isInstanceOf(NoAnswer.class);
  }

  @Test
  void anAlertAndAnAnswerAboutTheSameEventAreOneScan() {
    says(UpsAnswers.activity("I", "OT", "021", "20240423", "131519"));

    Scan answered = ((TrackAnswer.Known) track()).scans().getFirst();
    Scan told = alert(ALERT).scans().getFirst();

    assertThat(told).isEqualTo(OUT_FOR_DELIVERY);
    assertThat(answered.id()).isEqualTo(told.id());
    assertThat(answered.occurredAt()).isEqualTo(told.occurredAt());
  }

  @Test
  void theSpecsOwnAlertsAreRead() throws Exception {
    JsonNode examples =
        Specs.of("UPSTrackAlert")
            .document()
            .at("/webhooks/TrackingEvent/post/requestBody/content/application~1json/examples");

    assertThat(examples).hasSize(2);
    // 021 is seventeen to YAML, and 021 to UPS.
    ((ObjectNode) examples.at("/1/value/activityStatus")).put("descriptionCode", "021");
    ((ObjectNode) examples.at("/2/value/activityStatus")).put("descriptionCode", "011");
    Reading first = alerts.read("ups", bytes(examples.at("/1/value")));
    Reading second = alerts.read("ups", bytes(examples.at("/2/value")));
    assertThat(first).isEqualTo(new Reading(List.of(OUT_FOR_DELIVERY), List.of()));
    assertThat(second.scans())
        .singleElement()
        .returns(TrackingStatus.DELIVERED, Scan::status)
        .returns(Instant.parse("2024-04-23T13:50:04Z"), Scan::occurredAt)
        .returns("CHARLOTTE NC US", Scan::place)
        .returns(new DeliveryProof("John", null, null), Scan::proof);
  }

  @Test
  void theCodeSaysWhoseItIs() {
    assertParty("052", ScanReason.Party.WEATHER);
    assertParty("050", ScanReason.Party.RECIPIENT);
    assertParty("022", ScanReason.Party.RECIPIENT);
    assertParty("058", ScanReason.Party.CUSTOMS);
    assertParty("059", ScanReason.Party.CARRIER);
    assertParty("040", null);
  }

  @Test
  void anAlertKeepsToTheSpecThatItIsReadBy() {
    ObjectNode alert = (ObjectNode) FakeUps.read(ALERT);
    ((ObjectNode) alert.path("activityStatus")).remove("descriptionCode");

    assertThat(Specs.of("UPSTrackAlert").problems("TrackingEventRequest", alert)).isEmpty();
  }

  @Test
  void anAlertsLocalTimeCountsWithItsOffsetWhichHasADotThere() {
    String local =
        ALERT
            .replace("\"gmtActivityDate\":\"20240423\",", "\"gmtOffset\":\"-04.00\",")
            .replaceAll(",\\s*\"gmtActivityTime\":\"131519\"", "");

    assertThat(alert(local).scans()).containsExactly(OUT_FOR_DELIVERY);
    assertThat(alert(local.replace("\"gmtOffset\":\"-04.00\"", "\"x\":1")).problems()).isNotEmpty();
  }

  @Test
  void eachAlertOfSeveralIsReadAlone() {
    Reading reading = alert("[{}," + ALERT + ",{\"trackingNumber\":\"<1Z>\"}]");

    assertThat(reading.scans()).containsExactly(OUT_FOR_DELIVERY);
    assertThat(reading.problems())
        .containsExactly("event 1: has no tracking number", "event 3: has no tracking number");
  }

  @Test
  void whatIsNoAlertIsAProblem() {
    for (String body : List.of("", "7", "null", "{", "[".repeat(50), ALERT + "x")) {
      assertThat(alert(body).scans()).as(body).isEmpty();
      assertThat(alert(body).problems()).as(body).hasSize(1);
    }
    assertThat(alert("[" + "{},".repeat(20_000) + "{}]").problems())
        .hasSize(20_001)
        .last()
        .isEqualTo("events after the first 20000 were not read: there are 20001");
    assertThat(alert("\"" + "x".repeat(1 << 20) + "\"").problems())
        .containsExactly("the body is larger than 1048576 bytes");
  }

  @Test
  void theCredentialThatTheShopChoseLetsAnAlertIn() {
    assertThat(genuine(Map.of("credential", "s3cret-credential"))).isTrue();
    assertThat(genuine(Map.of("authorization", "Bearer s3cret-credential"))).isTrue();
    for (Map<String, String> headers :
        List.<Map<String, String>>of(
            Map.of(),
            Map.of("credential", ""),
            Map.of("credential", "s3cret-credentiaL"),
            Map.of("credential", "Bearer s3cret-credential"),
            Map.of("authorization", "s3cret-credential"),
            Map.of("authorization", "Basic s3cret-credential"),
            Map.of("x-api-key", "s3cret-credential"))) {
      assertThat(genuine(headers)).as(headers.toString()).isFalse();
    }
    assertThatThrownBy(() -> alerts.genuine(Map.of("credential", ""), new byte[0], " ", Ups.NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean genuine(Map<String, String> headers) {
    return alerts.genuine(headers, ALERT.getBytes(UTF_8), "s3cret-credential", Ups.NOW);
  }

  private void assertStatus(
      String type,
      String letters,
      String digits,
      @Nullable TrackingStatus status,
      @Nullable TrackingFlag flag) {
    says(UpsAnswers.activity(type, letters, digits, "20261123", "180622"));

    assertThat(((TrackAnswer.Known) track()).scans())
        .as(type + " " + letters + " " + digits)
        .singleElement()
        .returns(status, Scan::status)
        .returns(flag, Scan::flag);
  }

  private void assertParty(String digits, ScanReason.@Nullable Party party) {
    says(UpsAnswers.activity("X", "??", digits, "20261123", "180622"));

    ScanReason reason = ((TrackAnswer.Known) track()).scans().getFirst().reason();
    assertThat(reason == null ? null : reason.party()).as(digits).isEqualTo(party);
  }

  private void assertProblem(String activity, String problem) {
    says(activity);

    assertThat(track()).isEqualTo(new TrackAnswer.Known(List.of(), List.of("event 1: " + problem)));
  }

  private Instant at(String times) {
    says(activity(times));
    return ((TrackAnswer.Known) track()).scans().getFirst().occurredAt();
  }

  private static String activity(String times) {
    return "{\"status\":{\"type\":\"I\",\"code\":\"AR\"}," + times + "}";
  }

  private void says(String activities) {
    ups.says(
        "/track/",
        200,
        """
        {"trackResponse":{"shipment":[{"package":[{"trackingNumber":"%s","activity":[%s]}]}]}}\
        """
            .formatted(NUMBER, activities));
  }

  private TrackAnswer track() {
    return provider.track(carrier, NUMBER);
  }

  private Reading alert(String body) {
    return alerts.read("ups", body.getBytes(UTF_8));
  }

  private static byte[] bytes(JsonNode node) throws Exception {
    return new ObjectMapper().writeValueAsBytes(node);
  }
}

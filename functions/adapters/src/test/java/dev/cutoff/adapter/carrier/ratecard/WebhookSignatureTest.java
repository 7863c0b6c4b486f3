package dev.cutoff.adapter.carrier.ratecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WebhookSignatureTest {
  private static final String SECRET = "whsec_Y3V0b2ZmIHRlc3Qgc2VjcmV0IG51bWJlciBvbmU=";
  private static final String OTHER = "whsec_Y3V0b2ZmIHRlc3Qgc2VjcmV0IG51bWJlciB0d28=";
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final byte[] BODY = "{\"events\":[]}".getBytes(UTF_8);

  @Test
  void thePublishedVectorIsGenuine() throws Exception {
    Path file =
        Path.of(System.getProperty("cutoff.root", "."))
            .resolve("../shared/fixtures/standard-webhooks/vectors.json");
    assumeTrue(Files.exists(file), "skipped: no fixtures at " + file);
    JsonNode vector = new ObjectMapper().readTree(Files.readAllBytes(file)).get(0);
    Map<String, String> headers =
        Map.of(
            "webhook-id", vector.get("webhook-id").textValue(),
            "webhook-timestamp", vector.get("webhook-timestamp").textValue(),
            "webhook-signature", vector.get("webhook-signature").textValue());

    assertThat(
            WebhookSignature.genuine(
                headers,
                vector.get("body").textValue().getBytes(UTF_8),
                vector.get("secret").textValue(),
                Instant.ofEpochSecond(vector.get("webhook-timestamp").asLong())))
        .isTrue();
  }

  @Test
  void weSignAsTheStandardsOwnLibraryDoes() throws Exception {
    assertThat(WebhookSignature.sign(SECRET, "msg_1", NOW, BODY))
        .isEqualTo(new Webhook(SECRET).sign("msg_1", NOW.getEpochSecond(), "{\"events\":[]}"));
  }

  @Test
  void fiveMinutesEitherWayAreFreshAndASecondMoreIsNot() {
    Map<String, String> signed = signedAt(NOW);

    assertThat(genuine(signed, NOW.plusSeconds(300))).isTrue();
    assertThat(genuine(signed, NOW.minusSeconds(300))).isTrue();
    assertThat(genuine(signed, NOW.plusSeconds(301))).isFalse();
    assertThat(genuine(signed, NOW.minusSeconds(301))).isFalse();
  }

  @Test
  void aByteMoreInTheBodyIsNotGenuine() {
    assertThat(
            WebhookSignature.genuine(
                signedAt(NOW), "{\"events\":[]} ".getBytes(UTF_8), SECRET, NOW))
        .isFalse();
  }

  @Test
  void anotherSecretIdOrTimeIsNotGenuine() {
    String signature = WebhookSignature.sign(SECRET, "msg_1", NOW, BODY);

    assertThat(genuine(headers("msg_2", NOW, signature), NOW)).isFalse();
    assertThat(genuine(headers("msg_1", NOW.plusSeconds(1), signature), NOW)).isFalse();
    assertThat(
            genuine(headers("msg_1", NOW, WebhookSignature.sign(OTHER, "msg_1", NOW, BODY)), NOW))
        .isFalse();
  }

  @Test
  void whileASecretIsChangedOneOfTwoSignaturesIsEnough() {
    String both =
        WebhookSignature.sign(OTHER, "msg_1", NOW, BODY)
            + " v1a,ed25519 "
            + WebhookSignature.sign(SECRET, "msg_1", NOW, BODY);

    assertThat(genuine(headers("msg_1", NOW, both), NOW)).isTrue();
  }

  @Test
  void missingOrGarbledHeadersAreNotGenuineAndNoError() {
    String signature = WebhookSignature.sign(SECRET, "msg_1", NOW, BODY);
    Map<String, String> good = headers("msg_1", NOW, signature);

    for (String name : good.keySet()) {
      for (String value :
          new String[] {"", " ", "null", "-1", "99999999999999999999", "v1,", "é"}) {
        Map<String, String> bad = new java.util.TreeMap<>(good);
        bad.put(name, value);
        assertThat(genuine(bad, NOW)).as("%s: '%s'", name, value).isFalse();
        bad.remove(name);
        assertThat(genuine(bad, NOW)).as("no %s", name).isFalse();
      }
    }
  }

  @Test
  void anEmptySecretLetsNobodySign() {
    for (String secret : new String[] {"", "whsec_", "whsec_***", "Y3V0b2Zm"}) {
      assertThatThrownBy(() -> WebhookSignature.sign(secret, "msg_1", NOW, BODY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining("***");
    }
  }

  private static Map<String, String> signedAt(Instant at) {
    return headers("msg_1", at, WebhookSignature.sign(SECRET, "msg_1", at, BODY));
  }

  private static Map<String, String> headers(String id, Instant at, String signature) {
    return Map.of(
        WebhookSignature.ID,
        id,
        WebhookSignature.TIMESTAMP,
        Long.toString(at.getEpochSecond()),
        WebhookSignature.SIGNATURE,
        signature);
  }

  private static boolean genuine(Map<String, String> headers, Instant now) {
    return WebhookSignature.genuine(headers, BODY, SECRET, now);
  }
}

package dev.cutoff.adapter.carrier.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.TrackingJson;
import dev.cutoff.tracking.application.TrackingSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Scans that EasyPost sends: an event, and in it the tracker with all scans of a parcel so far. The
 * signature has no time in it; a body that is sent again tells nothing new, for each scan counts
 * once.
 */
public final class EasyPostTracking implements TrackingSource {
  static final String SIGNATURE = "x-hmac-signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "hmac-sha256-hex=";
  private static final int DEEPEST = 20;

  private final InstantSource clock;

  private final TrackingJson json = new TrackingJson(DEEPEST);

  /**
   * Reads scans.
   *
   * @param clock by which a scan from the future is told
   */
  public EasyPostTracking(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String provider() {
    return EasyPostProvider.NAME;
  }

  @Override
  public boolean genuine(Map<String, String> headers, byte[] body, String secret, Instant now) {
    if (secret.isBlank()) {
      // An empty key would let everybody sign.
      return false;
    }
    byte[] sent = headers.getOrDefault(SIGNATURE, "").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(sign(secret, body).getBytes(StandardCharsets.UTF_8), sent);
  }

  /** The value of the signature header: over the raw bytes, the secret in its NFKD form. */
  static String sign(String secret, byte[] body) {
    try {
      byte[] key =
          Normalizer.normalize(secret, Normalizer.Form.NFKD).getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  /** Events of other kinds than a tracker's say nothing of a parcel. */
  @Override
  public Reading read(String carrier, byte[] body) {
    return json.read(body, event -> reading(carrier, event));
  }

  private Reading reading(String carrier, JsonNode event) {
    if (!event.path("object").asText("").equals("Event")) {
      return TrackingJson.refused("the body is no event");
    }
    JsonNode result = event.path("result");
    return result.path("object").asText("").equals("Tracker")
        ? new Scans(carrier, clock.instant()).of(result)
        : new Reading(List.of(), List.of());
  }
}

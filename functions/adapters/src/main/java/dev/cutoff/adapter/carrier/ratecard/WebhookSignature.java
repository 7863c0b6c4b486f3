package dev.cutoff.adapter.carrier.ratecard;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures after standardwebhooks.com: HMAC-SHA256 over id, time and the raw bytes. The project's
 * own library reads the clock itself and takes the body as text; here both come in as they are.
 */
public final class WebhookSignature {
  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** A sender that changes its secret sends two. */
  private static final int MOST_SIGNATURES = 10;

  private WebhookSignature() {}

  /**
   * The value of the signature header.
   *
   * @param secret {@code whsec_} and the key in Base64
   */
  public static String sign(String secret, String id, Instant timestamp, byte[] body) {
    return VERSION + hmac(secret, id, Long.toString(timestamp.getEpochSecond()), body);
  }

  /** Whether one of the signatures is right and the time is within five minutes of now. */
  static boolean genuine(Map<String, String> headers, byte[] body, String secret, Instant now) {
    String id = headers.getOrDefault(ID, "");
    String timestamp = headers.getOrDefault(TIMESTAMP, "");
    String signatures = headers.getOrDefault(SIGNATURE, "");
    if (id.isBlank() || seconds(timestamp).filter(at -> fresh(at, now)).isEmpty()) {
      return false;
    }
    byte[] expected =
        (VERSION + hmac(secret, id, timestamp, body)).getBytes(StandardCharsets.UTF_8);
    boolean right = false;
    for (String signature : signatures.split(" ", MOST_SIGNATURES)) {
      right |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    return right;
  }

  private static Optional<Long> seconds(String timestamp) {
    return timestamp.matches("\\d{1,12}")
        ? Optional.of(Long.parseLong(timestamp))
        : Optional.empty();
  }

  private static boolean fresh(long at, Instant now) {
    return Math.abs(Math.subtractExact(now.getEpochSecond(), at)) <= TOLERANCE.toSeconds();
  }

  private static String hmac(String secret, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  /** An empty key would let everybody sign, so a bad secret is a mistake and not "not genuine". */
  private static byte[] key(String secret) {
    String encoded =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : "";
    byte[] key = decoded(encoded);
    if (key.length == 0) {
      throw new IllegalStateException(
          "a webhook secret is 'whsec_' and a key in Base64; this one is not");
    }
    return key;
  }

  private static byte[] decoded(String encoded) {
    try {
      return Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}

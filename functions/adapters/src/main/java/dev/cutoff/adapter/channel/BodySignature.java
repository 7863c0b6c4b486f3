package dev.cutoff.adapter.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature that both platforms use: base64 of HMAC-SHA256 over the raw body. */
public final class BodySignature {
  private static final String ALGORITHM = "HmacSHA256";

  private BodySignature() {}

  /** What an honest store would have sent for these bytes. */
  public static String of(byte[] body, String secret) {
    return Base64.getEncoder().encodeToString(mac(body, secret));
  }

  /** Whether the header is the signature of the body; takes the same time for every wrong one. */
  public static boolean matches(String header, byte[] body, String secret) {
    if (secret.isEmpty()) {
      return false;
    }
    try {
      return MessageDigest.isEqual(mac(body, secret), Base64.getDecoder().decode(header.strip()));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static byte[] mac(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}

package dev.cutoff.merchant.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Text that goes out of the house and comes back: nobody can make or change one without the secret.
 * Each purpose has a key of its own, derived from a secret that is there for something else, so
 * that a shop has no more to keep than before.
 */
public final class SignedText {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final String version;
  private final byte[] purpose;
  private final int longest;

  /**
   * Signs for one purpose.
   *
   * @param version what each begins with: "q1."
   * @param longest that is looked at, as it comes back
   */
  public SignedText(String version, String purpose, int longest) {
    this.version = version;
    this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
    this.longest = longest;
  }

  /** The text in Base64 that a URL takes, a point, and the signature. */
  public String sign(String text, String secret) {
    String signed = version + base64(text.getBytes(StandardCharsets.UTF_8));
    return signed + "." + signature(signed, secret);
  }

  /**
   * The text that was signed; empty where it was not, whatever else it may be.
   *
   * @param secret asked for only where it looks like one
   */
  public Optional<String> open(String token, Supplier<String> secret) {
    int end = token.lastIndexOf('.');
    if (token.length() > longest || !token.startsWith(version) || end < version.length()) {
      return Optional.empty();
    }
    String signed = token.substring(0, end);
    // The text of the signature, not its bytes: Base64 has several texts for the same bytes.
    boolean ours =
        MessageDigest.isEqual(
            signature(signed, secret.get()).getBytes(StandardCharsets.UTF_8),
            token.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    return ours ? decoded(signed.substring(version.length())) : Optional.empty();
  }

  /** Whoever has the secret can sign what is no Base64. */
  private static Optional<String> decoded(String encoded) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException anotherForm) {
      return Optional.empty();
    }
  }

  private String signature(String text, String secret) {
    try {
      SecretKey key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  ALGORITHM,
                  HKDFParameterSpec.ofExtract()
                      .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                      .thenExpand(purpose, KEY_BYTES));
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 25 has HKDF and " + ALGORITHM, impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

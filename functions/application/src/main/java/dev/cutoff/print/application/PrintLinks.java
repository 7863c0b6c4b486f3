package dev.cutoff.print.application;

import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.Secrets;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Links by which a printer or a browser fetches one document without a token, for an hour. Nobody
 * can make or change one without a secret of the shop: the key is derived from the one that its
 * first store's webhooks are signed with, so that there is no more to keep than before.
 */
public final class PrintLinks {
  static final Duration VALID = Duration.ofHours(1);

  private static final String VERSION = "p1.";
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "cutoff print link 1".getBytes(StandardCharsets.UTF_8);
  private static final int KEY_BYTES = 32;
  private static final int LONGEST = 300;
  private static final Pattern DOCUMENT =
      Pattern.compile("((?:labels|slips|prints)/[0-9a-f]{64}\\.(?:pdf|zpl))\n(\\d{1,12})");

  private final Secrets secrets;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public PrintLinks(Secrets secrets, Merchants merchants, InstantSource clock) {
    this.secrets = secrets;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * A link to a document.
   *
   * @param path of GET /print/{link}
   */
  public record Link(String path, Instant expiresAt) {}

  /** What a link leads to. */
  public sealed interface Outcome {
    /**
     * A document may be fetched.
     *
     * @param key of the object
     */
    record Opened(String key) implements Outcome {}

    record Expired(Instant at) implements Outcome {}

    record Forged() implements Outcome {}
  }

  /** The key has to be one of a label, slip or print. */
  public Link to(String key) {
    Instant expiresAt = Instant.ofEpochSecond(clock.instant().plus(VALID).getEpochSecond());
    String text = key + "\n" + expiresAt.getEpochSecond();
    if (!DOCUMENT.matcher(text).matches()) {
      throw new IllegalArgumentException("nothing to print: " + key);
    }
    String signed = VERSION + base64(text.getBytes(StandardCharsets.UTF_8));
    return new Link("/print/" + signed + "." + signature(signed), expiresAt);
  }

  public Outcome open(String link) {
    int end = link.lastIndexOf('.');
    if (link.length() > LONGEST || !link.startsWith(VERSION) || end < VERSION.length()) {
      return new Outcome.Forged();
    }
    String signed = link.substring(0, end);
    // The text of the signature, not its bytes: Base64 has several texts for the same bytes.
    boolean ours =
        MessageDigest.isEqual(
            signature(signed).getBytes(StandardCharsets.UTF_8),
            link.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    if (!ours) {
      return new Outcome.Forged();
    }
    byte[] text = Base64.getUrlDecoder().decode(signed.substring(VERSION.length()));
    Matcher document = DOCUMENT.matcher(new String(text, StandardCharsets.UTF_8));
    if (!document.matches()) {
      return new Outcome.Forged();
    }
    Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(document.group(2)));
    return clock.instant().isBefore(expiresAt)
        ? new Outcome.Opened(document.group(1))
        : new Outcome.Expired(expiresAt);
  }

  private String signature(String text) {
    String name = merchants.current().stores().values().iterator().next().webhookSecretName();
    try {
      byte[] secret = secrets.value(name).getBytes(StandardCharsets.UTF_8);
      SecretKey key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  ALGORITHM,
                  HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(PURPOSE, KEY_BYTES));
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

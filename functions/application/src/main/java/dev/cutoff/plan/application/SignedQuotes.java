package dev.cutoff.plan.application;

import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Secrets;
import dev.cutoff.order.StoreId;
import dev.cutoff.plan.PromiseQuote;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Quotes as text that a shop hands to its customers and gets back with the order: nobody can make
 * or change one without the secret of the store. The key is derived from the secret that its
 * webhooks are signed with, so that a shop has no more secrets to keep than before.
 */
public final class SignedQuotes {
  private static final String VERSION = "q1.";
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "cutoff promise quote 1".getBytes(StandardCharsets.UTF_8);
  private static final int KEY_BYTES = 32;
  private static final int FIELDS = 9;

  /** Nothing that was signed here is longer. */
  private static final int LONGEST = 900;

  private final Secrets secrets;

  @Inject
  public SignedQuotes(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The quote, signed for its store. */
  String sign(Store store, PromiseQuote quote) {
    String text =
        String.join(
            "\n",
            quote.storeId().value(),
            quote.goods(),
            quote.country(),
            quote.postcode(),
            quote.method(),
            quote.deliverBy().toString(),
            quote.zone().getId(),
            quote.quotedAt().toString(),
            quote.expiresAt().toString());
    String signed =
        VERSION
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return signed + "." + signature(store, signed);
  }

  /** What was signed for the store; empty where it was not, whatever else it may be. */
  Optional<PromiseQuote> read(Store store, String token) {
    int end = token.lastIndexOf('.');
    if (token.length() > LONGEST || !token.startsWith(VERSION) || end < VERSION.length()) {
      return Optional.empty();
    }
    String signed = token.substring(0, end);
    // The text of the signature, not its bytes: Base64 has several texts for the same bytes.
    boolean ours =
        MessageDigest.isEqual(
            signature(store, signed).getBytes(StandardCharsets.UTF_8),
            token.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    return ours ? fields(signed.substring(VERSION.length())) : Optional.empty();
  }

  private static Optional<PromiseQuote> fields(String encoded) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      List<String> all = List.of(text.split("\n", -1));
      return all.size() != FIELDS
          ? Optional.empty()
          : Optional.of(
              new PromiseQuote(
                  new StoreId(all.get(0)),
                  all.get(1),
                  all.get(2),
                  all.get(3),
                  all.get(4),
                  LocalDate.parse(all.get(5)),
                  ZoneId.of(all.get(6)),
                  Instant.parse(all.get(7)),
                  Instant.parse(all.get(8))));
    } catch (IllegalArgumentException | DateTimeException anotherForm) {
      return Optional.empty();
    }
  }

  private String signature(Store store, String text) {
    try {
      byte[] secret = secrets.value(store.webhookSecretName()).getBytes(StandardCharsets.UTF_8);
      SecretKey key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  ALGORITHM,
                  HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(PURPOSE, KEY_BYTES));
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 25 has HKDF and " + ALGORITHM, impossible);
    }
  }
}

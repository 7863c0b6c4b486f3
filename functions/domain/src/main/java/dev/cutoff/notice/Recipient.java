package dev.cutoff.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where notices go by one medium.
 *
 * @param medium "email", "sms", "whatsapp"
 * @param address a mail address, or a phone number in E.164
 */
public record Recipient(String medium, String address) {
  public Recipient {
    address = address.strip();
  }

  /** What is remembered of it: the address can't be read from it. Letter case makes no other. */
  public String hash() {
    String text = medium + ":" + address.toLowerCase(Locale.ROOT);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Addresses stay out of logs. */
  @Override
  public String toString() {
    return medium + ":" + hash().substring(0, 12);
  }
}

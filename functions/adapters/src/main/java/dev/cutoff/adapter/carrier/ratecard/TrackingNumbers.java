package dev.cutoff.adapter.carrier.ratecard;

import dev.cutoff.merchant.Carrier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Tracking numbers that follow from the purchase's reference, so that the same reference is the
 * same label: three letters of the carrier, 18 digits, and a check digit.
 */
final class TrackingNumbers {
  private static final int DIGITS = 18;

  private TrackingNumbers() {}

  static String of(Carrier carrier, String reference) {
    BigInteger hash = new BigInteger(1, sha256(carrier.id() + "\n" + reference));
    String digits =
        String.format(Locale.ROOT, "%0" + DIGITS + "d", hash.mod(BigInteger.TEN.pow(DIGITS)));
    return prefix(carrier) + digits + checkDigit(digits);
  }

  /** Mod 10 with weights 3 and 1 from the right, as on GS1 and postal labels. */
  static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
      sum += i % 2 == 0 ? 3 * digit : digit;
    }
    return Math.floorMod(-sum, 10);
  }

  private static String prefix(Carrier carrier) {
    String letters = carrier.id().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "") + "XXX";
    return letters.substring(0, 3);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

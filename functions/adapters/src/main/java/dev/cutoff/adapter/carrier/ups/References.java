package dev.cutoff.adapter.carrier.ups;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Our references, as long as UPS takes them. */
final class References {
  /** Characters of a reference number on a label. */
  static final int NUMBER = 35;

  /** Characters of a request's id. */
  static final int REQUEST = 32;

  private static final int HASH = 16;

  private References() {}

  /** Itself where it fits; else its beginning, for people, and a hash of the whole. */
  static String shortened(String reference, int most) {
    if (reference.length() <= most) {
      return reference;
    }
    return reference.substring(0, most - HASH - 1) + "-" + hash(reference).substring(0, HASH);
  }

  /** The id of a question that has no reference of its own: what is asked, and when. */
  static String ofQuestion(String what, long millis) {
    return hash(what + "\n" + millis).substring(0, REQUEST);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

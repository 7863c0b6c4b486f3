package dev.cutoff.testkit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last entry of a page, as an opaque text. */
record Cursor(Instant at, String id) {
  static final Cursor START = new Cursor(Instant.MIN, "");

  String text() {
    byte[] plain = (at + " " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  static Cursor read(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int gap = plain.indexOf(' ');
      return new Cursor(Instant.parse(plain.substring(0, gap)), plain.substring(gap + 1));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException garbage) {
      throw new IllegalArgumentException("not a cursor that this list gave out", garbage);
    }
  }

  boolean isBefore(Instant otherAt, String otherId) {
    int byTime = at.compareTo(otherAt);
    return byTime < 0 || (byTime == 0 && id.compareTo(otherId) < 0);
  }

  boolean isAfter(Instant otherAt, String otherId) {
    int byTime = at.compareTo(otherAt);
    return byTime > 0 || (byTime == 0 && id.compareTo(otherId) > 0);
  }
}

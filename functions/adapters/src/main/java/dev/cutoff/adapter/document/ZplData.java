package dev.cutoff.adapter.document;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Text as field data after ^FH: whatever could steer the printer, or get lost on the way to it, as
 * _ and two hex digits.
 */
final class ZplData {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ZplData() {}

  static String of(String text) {
    StringBuilder data = new StringBuilder(text.length() + 16);
    for (byte b : PrintableText.line(text).getBytes(StandardCharsets.UTF_8)) {
      if (plain(b)) {
        data.append((char) b);
      } else {
        data.append('_').append(HEX.toHexDigits(b));
      }
    }
    return data.toString();
  }

  private static boolean plain(byte b) {
    boolean digit = b >= '0' && b <= '9';
    boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    return digit || letter || " .,-:/#()&'*".indexOf(b) >= 0;
  }
}

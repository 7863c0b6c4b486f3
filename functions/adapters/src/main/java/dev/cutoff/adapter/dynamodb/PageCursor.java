package dev.cutoff.adapter.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The sort key of a page's last entry, as an opaque text. */
final class PageCursor {
  private static final Pattern SORT_KEY =
      Pattern.compile(
          "[+-]?\\d{4,9}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z#[A-Za-z0-9._-]{1,96}");

  private PageCursor() {}

  static String text(String sortKey) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
  }

  static String sortKey(String cursor) {
    try {
      String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (SORT_KEY.matcher(key).matches()) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("not a cursor that this list gave out", notBase64);
    }
    throw new IllegalArgumentException("not a cursor that this list gave out");
  }
}

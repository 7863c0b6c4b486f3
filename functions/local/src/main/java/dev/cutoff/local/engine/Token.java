package dev.cutoff.local.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task token names the one attempt of the one visit it was made for. It is derived, not drawn, so
 * it stays valid over a restart; the names it is made of are unique for ever.
 */
record Token(String executionId, long visit, int attempt) {

  private static final String MARK = "cutoff1";
  private static final String SEPARATOR = "\n";

  String text() {
    String plain =
        String.join(SEPARATOR, MARK, executionId, Long.toString(visit), Integer.toString(attempt));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable Token parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      List<String> parts = List.of(plain.split(SEPARATOR, -1));
      return parts.size() == 4 && parts.getFirst().equals(MARK)
          ? new Token(parts.get(1), Long.parseLong(parts.get(2)), Integer.parseInt(parts.get(3)))
          : null;
    } catch (IllegalArgumentException e) {
      // Neither base64 nor numbers: not one of ours.
      return null;
    }
  }
}

package dev.cutoff.local.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Percent-encoding, strictly: what is not UTF-8 is refused, not replaced. */
final class Percent {
  private Percent() {}

  /**
   * The decoded segments of a raw path. Empty where it is malformed, and where a decoded segment
   * climbs (".", "..", also between slashes that were encoded) or holds a control character: no
   * function is asked to defend itself against those.
   */
  static Optional<List<String>> segments(String rawPath) {
    if (!rawPath.startsWith("/")) {
      return Optional.empty();
    }
    List<String> decoded = new ArrayList<>();
    for (String raw : Route.segments(rawPath)) {
      Optional<String> segment = decode(raw);
      if (segment.isEmpty() || climbs(segment.get()) || hasControl(segment.get())) {
        return Optional.empty();
      }
      decoded.add(segment.get());
    }
    return Optional.of(decoded);
  }

  /** The parameters by name, several values of one joined by commas as API Gateway does. */
  static Optional<Map<String, String>> query(@Nullable String raw) {
    Map<String, String> parameters = new TreeMap<>();
    if (raw == null || raw.isEmpty()) {
      return Optional.of(parameters);
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<String> name = decode(plus(equals < 0 ? pair : pair.substring(0, equals)));
      Optional<String> value = decode(plus(equals < 0 ? "" : pair.substring(equals + 1)));
      if (name.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      if (!name.get().isEmpty()) {
        parameters.merge(name.get(), value.get(), (a, b) -> a + "," + b);
      }
    }
    return Optional.of(parameters);
  }

  private static String plus(String raw) {
    return raw.replace('+', ' ');
  }

  private static Optional<String> decode(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c > 0x7e) {
        return Optional.empty();
      }
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      if (i + 2 >= raw.length()
          || Character.digit(raw.charAt(i + 1), 16) < 0
          || Character.digit(raw.charAt(i + 2), 16) < 0) {
        return Optional.empty();
      }
      bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
      i += 2;
    }
    return utf8(bytes.toByteArray());
  }

  /** The text of the bytes; empty where they are not UTF-8. */
  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static boolean climbs(String segment) {
    for (String part : segment.split("[/\\\\]", -1)) {
      if (part.equals(".") || part.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasControl(String segment) {
    return segment.chars().anyMatch(Character::isISOControl);
  }
}

package dev.cutoff.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value beside its text: the text is what is stored, and what counts against the limit. */
record Payload(@Nullable Object value, String text) {

  /** What AWS lets pass between states, into tasks and out of them. */
  static final int LIMIT = 256 * 1024;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static final Payload EMPTY = of(Map.of());

  static Payload of(@Nullable Object value) {
    try {
      return new Payload(value, JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a JSON value: " + value, e);
    }
  }

  static Payload parse(String text) throws NotJson {
    try {
      if (text.isBlank()) {
        throw new NotJson("Empty text is not JSON", null);
      }
      return new Payload(JSON.readValue(text, Object.class), text);
    } catch (JsonProcessingException e) {
      throw new NotJson(e.getOriginalMessage(), e);
    }
  }

  /** Of text that this engine stored itself. */
  static Payload stored(String text) {
    try {
      return parse(text);
    } catch (NotJson e) {
      throw new IllegalStateException("A stored payload is not JSON any more", e);
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  boolean overLimit() {
    // No character takes more than three bytes a char, so most texts need not be encoded.
    return text.length() > LIMIT / 3 && bytes().length > LIMIT;
  }

  @SuppressWarnings("unchecked")
  Map<String, @Nullable Object> object() {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  static final class NotJson extends Exception {
    private static final long serialVersionUID = 1L;

    NotJson(@Nullable String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}

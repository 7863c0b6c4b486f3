package dev.cutoff.adapter.channel;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of a platform's JSON, read so that nothing in it can throw: what is missing or of another
 * type is empty.
 */
public final class Part {
  private static final int LONGEST = 255;

  // Numbers stay exact; a body with something after its end is not what the platform sent.
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private final JsonNode node;

  private Part(JsonNode node) {
    this.node = node;
  }

  /** Empty where the bytes are no JSON object. */
  public static Optional<Part> parse(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      return root != null && root.isObject() ? Optional.of(new Part(root)) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  public static Part of(JsonNode node) {
    return new Part(node);
  }

  /** The object of that name; an empty one where there is none. */
  public Part part(String name) {
    JsonNode found = node.path(name);
    return new Part(found.isObject() ? found : MissingNode.getInstance());
  }

  /** The objects in the array of that name. */
  public List<Part> parts(String name) {
    List<Part> found = new ArrayList<>();
    for (JsonNode each : node.path(name)) {
      if (node.path(name).isArray() && each.isObject()) {
        found.add(new Part(each));
      }
    }
    return found;
  }

  /** The strings and numbers in the array of that name. */
  public List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (JsonNode each : node.path(name)) {
      String text = text(each, LONGEST);
      if (!text.isEmpty()) {
        found.add(text);
      }
    }
    return found;
  }

  public boolean isArray(String name) {
    return node.path(name).isArray();
  }

  /** Neither missing nor null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** There, but neither a string nor a number. */
  public boolean isOddlyTyped(String name) {
    JsonNode value = node.path(name);
    return has(name) && !value.isTextual() && !value.isNumber();
  }

  public boolean isEmpty() {
    return node.isEmpty();
  }

  public boolean flag(String name) {
    return flag(name, false);
  }

  public boolean flag(String name, boolean otherwise) {
    return node.path(name).asBoolean(otherwise);
  }

  /** A string or a number as text, stripped and at most 255 characters; else empty. */
  public String text(String name) {
    return text(name, LONGEST);
  }

  public String text(String name, int longest) {
    return text(node.path(name), longest);
  }

  /** The first of the named fields that says something. */
  public String firstText(String... names) {
    return firstText(List.of(names));
  }

  public String firstText(List<String> names) {
    return firstText(names, LONGEST);
  }

  public String firstText(List<String> names, int longest) {
    return names.stream()
        .map(name -> text(name, longest))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String text(JsonNode value, int longest) {
    if (!value.isTextual() && !value.isNumber()) {
      return "";
    }
    // Control characters break labels, headers and logs; line breaks belong to notes.
    String clean = value.asText().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    return clipped(clean, longest);
  }

  private static String clipped(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}

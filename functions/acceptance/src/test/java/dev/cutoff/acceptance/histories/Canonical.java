package dev.cutoff.acceptance.histories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * JSON as one text, whoever wrote it: members in order, numbers by value. Task tokens are blotted
 * out, and so is what no two engines say alike: stack traces, and the wording of a timeout or of an
 * expression that failed.
 */
final class Canonical {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TextNode BLOTTED = TextNode.valueOf("…");

  private Canonical() {}

  static String text(String json) {
    try {
      return write(tidy(JSON.readTree(json)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + json, e);
    }
  }

  /** The cause of an error, which is often JSON itself. */
  static @Nullable String cause(@Nullable String error, @Nullable String cause) {
    if (cause == null || isWorded(error)) {
      return null;
    }
    return cause.startsWith("{") ? text(cause) : cause;
  }

  private static boolean isWorded(@Nullable String error) {
    return "States.Timeout".equals(error) || "States.QueryEvaluationError".equals(error);
  }

  private static JsonNode tidy(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> tidy(object);
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(tidy(element)));
        yield copy;
      }
      case JsonNode number when number.isNumber() ->
          DecimalNode.valueOf(plain(number.decimalValue()));
      default -> node;
    };
  }

  private static ObjectNode tidy(ObjectNode object) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    boolean report = object.has("errorType");
    boolean worded = isWorded(object.path("Error").textValue());
    for (String name : new TreeSet<>(object.properties().stream().map(e -> e.getKey()).toList())) {
      JsonNode value = object.get(name);
      if (name.equals("taskToken") || (worded && name.equals("Cause"))) {
        copy.set(name, BLOTTED);
      } else if (isReport(value)) {
        copy.put(name, text(value.textValue()));
      } else if (!report || !name.equals("stackTrace")) {
        copy.set(name, tidy(value));
      }
    }
    return copy;
  }

  /** How a function's error is told: as JSON inside a text. */
  private static boolean isReport(JsonNode value) {
    return value.isTextual()
        && value.textValue().startsWith("{")
        && value.textValue().contains("\"errorType\"");
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String write(JsonNode node) throws JsonProcessingException {
    return JSON.writeValueAsString(node);
  }
}

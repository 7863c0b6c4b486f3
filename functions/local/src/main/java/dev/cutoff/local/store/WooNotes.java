package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The notes of a WooCommerce store's orders, and what it mailed because of them. */
final class WooNotes {
  /** The real one ignores what it does not know; here it is a mistake that a test shall show. */
  private static final Set<String> FIELDS = Set.of("note", "customer_note");

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Map<String, ArrayNode> notes = new TreeMap<>();
  private final Map<String, List<String>> mails = new TreeMap<>();
  private int ids = 9_000;

  /** What is wrong with a new note; empty where nothing is. */
  static String wrong(JsonNode body) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        return "Invalid parameter(s): " + field.getKey();
      }
    }
    return body.path("note").asText("").isEmpty() ? "Missing parameter(s): note" : "";
  }

  /** The newest first, as WooCommerce has them. */
  ArrayNode of(String order) {
    return notes.computeIfAbsent(order, any -> nodes.arrayNode());
  }

  ObjectNode add(String order, JsonNode body) {
    ids++;
    ObjectNode note =
        nodes
            .objectNode()
            .put("id", ids)
            .put("note", body.path("note").asText())
            .put("customer_note", body.path("customer_note").asBoolean());
    of(order).insert(0, note);
    if (note.path("customer_note").asBoolean()) {
      mails(order).add("note");
    }
    return note;
  }

  List<String> mails(String order) {
    return mails.computeIfAbsent(order, any -> new ArrayList<>());
  }

  /** What the newest note with that number says: "OUT_FOR_DELIVERY". */
  String lastOf(String order, String trackingNumber) {
    for (JsonNode note : of(order)) {
      String text = note.path("note").asText();
      if (text.contains(trackingNumber)) {
        return text.replaceAll("( from|,).*", "").toUpperCase(Locale.ROOT).replace(' ', '_');
      }
    }
    return "";
  }
}

package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The part of the schema that speaks of one field.
 *
 * @param description the field's own, then that of the type it refers to
 * @param isAlternative inside one of several shapes
 */
record SchemaPart(JsonNode root, JsonNode node, String description, boolean isAlternative) {
  /** Steps that lead from one field to another; all others stay with the field. */
  private static final Set<String> INTO =
      Set.of("properties", "items", "additionalProperties", "propertyNames");

  /** Follows the way the validator took, references included. */
  static SchemaPart at(JsonNode root, JsonNodePath way) {
    SchemaPart part = new SchemaPart(root, root, root.path("description").asText(), false);
    // The last step is the keyword that was not met.
    for (int i = 0; i < way.getNameCount() - 1; i++) {
      part = part.step(way.getName(i), i == 0 ? "" : way.getName(i - 1));
    }
    return part;
  }

  SchemaPart field(String name) {
    return step("properties", "").step(name, "properties").resolved();
  }

  /** What the schema says of the names of an object whose names are data. */
  SchemaPart names() {
    return step("propertyNames", "").resolved();
  }

  List<String> fields() {
    List<String> names = new ArrayList<>();
    node.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private SchemaPart step(String name, String before) {
    if (name.equals("$ref")) {
      return resolved();
    }
    JsonNode next = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    if (!next.isContainerNode()) {
      return this;
    }
    boolean alternative = isAlternative || name.equals("oneOf");
    boolean newField =
        before.equals("properties") || (INTO.contains(name) && !name.equals("properties"));
    return newField
        ? new SchemaPart(root, next, next.path("description").asText(), false)
        : new SchemaPart(root, next, description, alternative);
  }

  private SchemaPart resolved() {
    String reference = node.path("$ref").asText();
    if (!reference.startsWith("#")) {
      return this;
    }
    JsonNode target = root.at(reference.substring(1));
    return new SchemaPart(
        root,
        target,
        (description + " " + target.path("description").asText()).strip(),
        isAlternative);
  }
}

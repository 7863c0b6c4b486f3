package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.cutoff.adapter.channel.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * UPS's own specs as far as they can be held to: names, types, what is required, and no name that
 * they have not. Not their lengths, which UPS's own examples break: a service code has two
 * characters there and three by its schema.
 */
final class Specs {
  /** Half of the specs count characters, the other half how often something occurs. */
  private static final List<String> UNUSABLE =
      List.of("minLength", "maxLength", "maximum", "minimum", "xml", "pattern", "example");

  /** Required by the schema, and of one sort of shipment alone by its own words. */
  private static final Map<String, Set<String>> NOT_REQUIRED =
      Map.of("LabelRecoveryRequest", Set.of("TrackingNumbers"));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Specs> LOADED = new ConcurrentHashMap<>();

  private final JsonNode document;
  private final Map<String, JsonSchema> compiled = new TreeMap<>();

  private Specs(JsonNode document) {
    this.document = document;
    loosen(document.path("components").path("schemas"));
    close(document.path("components").path("schemas"));
  }

  /** One of them: "Rating". The test is skipped, visibly, where they are not there. */
  static Specs of(String name) {
    byte[] bytes = Samples.fixture("ups/" + name + ".yaml");
    return LOADED.computeIfAbsent(
        name,
        spec -> {
          try {
            // A tab behind a text is none of YAML's.
            String text = new String(bytes, StandardCharsets.UTF_8).replace('\t', ' ');
            return new Specs(new YAMLMapper().readTree(text));
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  JsonNode document() {
    return document;
  }

  /** What is wrong with it by that schema; empty where nothing is. */
  synchronized List<String> problems(String schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }

  private JsonSchema compile(String schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("$ref", "#/components/schemas/" + schema);
    whole.set("components", document.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
  }

  private static void loosen(JsonNode schemas) {
    schemas
        .properties()
        .forEach(each -> {
          JsonNode required = each.getValue().path("required");
          Set<String> not = NOT_REQUIRED.getOrDefault(each.getKey(), Set.of());
          if (required instanceof ArrayNode names && !not.isEmpty()) {
            names.removeIf(name -> not.contains(name.asText()));
          }
        });
    strip(schemas);
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object && (object.has("type") || object.has("$ref"))) {
      UNUSABLE.forEach(object::remove);
    }
    node.forEach(Specs::strip);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asText("").equals("object")
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
      // What is required is known, defined or not: the option of a rate is not.
      for (JsonNode name : object.path("required")) {
        ObjectNode names = (ObjectNode) object.path("properties");
        if (!names.has(name.asText())) {
          names.putObject(name.asText());
        }
      }
    }
    node.forEach(Specs::close);
  }
}

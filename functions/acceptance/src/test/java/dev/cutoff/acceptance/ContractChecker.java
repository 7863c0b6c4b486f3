package dev.cutoff.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds answers against infra/api/openapi.yaml. Stricter than a client has to be: a status or a
 * member that the contract does not name is a problem too.
 */
final class ContractChecker {
  /** What the front door may answer to anything, and what a fault of ours looks like. */
  private static final Set<Integer> BY_DEFAULT = Set.of(400, 408, 429, 500, 502, 503, 504);

  private static final Set<Integer> REFUSED_UNROUTED = Set.of(400, 404, 405);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

  ContractChecker(Path openApi) {
    try {
      document = new YAMLMapper().readTree(openApi.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close(document.path("components").path("schemas"));
  }

  /** The contract of this very project. */
  static ContractChecker ofThisProject() {
    return new ContractChecker(
        Path.of(System.getProperty("cutoff.root")).resolve("infra/api/openapi.yaml"));
  }

  /**
   * What is wrong with an answer; empty where nothing is.
   *
   * @param path with or without a query: "/orders/DTC-90412"
   * @param type the answer's content type, with or without parameters
   * @param body as text; not looked at where the contract's answer is no JSON
   */
  List<String> check(String method, String path, int status, String type, String body) {
    String plain = path.replaceFirst("[?#].*", "");
    Optional<String> template = template(method, plain);
    // An encoded slash is refused before any route is looked for.
    if (template.isEmpty() || plain.toUpperCase(Locale.ROOT).contains("%2F")) {
      return REFUSED_UNROUTED.contains(status)
          ? validate(document.at("/components/responses/Failed"), type, body)
          : List.of(method + " " + plain + " is not in the contract, and was answered " + status);
    }
    JsonNode responses = operation(template.get(), method).path("responses");
    JsonNode response = responses.path(Integer.toString(status));
    if (response.isMissingNode() && BY_DEFAULT.contains(status)) {
      response = responses.path("default");
    }
    if (response.isMissingNode()) {
      return List.of("the contract names no " + status + " at " + method + " " + template.get());
    }
    return validate(resolved(response), type, body);
  }

  private List<String> validate(JsonNode response, String type, String body) {
    JsonNode contents = response.path("content");
    if (contents.isMissingNode()) {
      return List.of();
    }
    String plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    JsonNode content = contents.path(plain);
    if (content.isMissingNode()) {
      return List.of("the contract names no content type '" + plain + "' for this answer");
    }
    if (!plain.endsWith("json")) {
      return List.of();
    }
    JsonNode answer;
    try {
      answer = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return List.of("the body is not JSON: " + e.getOriginalMessage());
    }
    return schema(content.path("schema")).validate(answer).stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }

  /** The contract's path that this one is an example of; the one with the fewest parameters. */
  private Optional<String> template(String method, String path) {
    return document.path("paths").properties().stream()
        .map(Map.Entry::getKey)
        .filter(each -> path.matches(each.replaceAll("\\{[^}]*}", "[^/]+")))
        .filter(each -> !operation(each, method).isMissingNode())
        .min((a, b) -> Long.compare(parameters(a), parameters(b)));
  }

  private JsonNode operation(String template, String method) {
    return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
  }

  private static long parameters(String template) {
    return template.chars().filter(c -> c == '{').count();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private JsonSchema schema(JsonNode schema) {
    return compiled.computeIfAbsent(
        schema,
        wanted -> {
          ObjectNode whole = JSON.createObjectNode();
          whole.putArray("allOf").add(wanted);
          whole.set("components", document.path("components"));
          return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(
                  whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        });
  }

  /** Clients ignore members they do not know; this suite must not, or the contract goes stale. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asText().equals("object")
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ContractChecker::close);
  }
}

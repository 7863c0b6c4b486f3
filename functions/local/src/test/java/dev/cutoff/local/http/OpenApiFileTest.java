package dev.cutoff.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiFileTest {
  private static final Set<String> OPEN =
      Set.of(
          "POST /webhooks/{storeId}",
          "POST /tracking/{carrierId}",
          "GET /print/{link}",
          "GET /t/{token}",
          "GET /t/{token}/delay",
          "POST /t/{token}/delay",
          "GET /t/{token}/stop/{medium}",
          "POST /t/{token}/stop/{medium}",
          "GET /health");

  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    document = new YAMLMapper().readTree(DoorForTests.CONTRACT.toFile());
  }

  @Test
  void theContractIsOpenApi31() throws IOException {
    // The OpenAPI Initiative's own schema of the format, 2022-10-07, Apache-2.0.
    try (InputStream schema =
        OpenApiFileTest.class.getResourceAsStream("openapi-3.1-schema.json")) {
      JsonSchema format =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
      assertThat(format.validate(document)).isEmpty();
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> lost = new ArrayList<>();
    for (JsonNode reference : document.findValues("$ref")) {
      if (!reference.asText().startsWith("#/")
          || document.at(reference.asText().substring(1)).isMissingNode()) {
        lost.add(reference.asText());
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void onlyTheListedRoutesAreOpen() {
    Set<String> open = new TreeSet<>();
    Routes.load(DoorForTests.CONTRACT).all().stream()
        .filter(route -> !route.secured())
        .forEach(route -> open.add(route.key()));

    assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
  }

  @Test
  void signedBodiesReachTheirFunctionByteByByte() {
    assertThat(Routes.load(DoorForTests.CONTRACT).all())
        .filteredOn(Route::rawBody)
        .extracting(Route::function)
        .containsExactlyInAnyOrder("Intake", "TrackingIn");
  }

  @Test
  void everyRouteIsServedByAKnownFunctionAndDeclaresItsPathParameters() {
    for (Route route : Routes.load(DoorForTests.CONTRACT).all()) {
      assertThat(route.function()).as(route.key()).isIn("Intake", "Api", "TrackingIn");
      Set<String> declared = new TreeSet<>();
      JsonNode path = document.path("paths").path(route.path());
      path.path("parameters").forEach(each -> declared.add(name(each)));
      Set<String> used = new TreeSet<>();
      Route.segments(route.path()).stream()
          .filter(segment -> segment.startsWith("{"))
          .forEach(segment -> used.add(segment.substring(1, segment.length() - 1)));
      assertThat(declared).as(route.key()).isEqualTo(used);
    }
  }

  @Test
  void everySecuredRouteDocuments401AndEveryUnbuiltOne501() {
    for (Route route : Routes.load(DoorForTests.CONTRACT).all()) {
      JsonNode responses =
          document
              .path("paths")
              .path(route.path())
              .path(route.method().toLowerCase(java.util.Locale.ROOT))
              .path("responses");
      assertThat(responses.has("default")).as(route.key()).isTrue();
      assertThat(responses.has("501")).as(route.key()).isEqualTo(!route.built());
      if (route.secured()) {
        assertThat(responses.has("401")).as(route.key()).isTrue();
      }
    }
  }

  @Test
  void everyExampleKeepsItsOwnSchema() {
    List<String> problems = new ArrayList<>();
    collectMediaTypes(document, problems);
    assertThat(problems).isEmpty();
  }

  private static String name(JsonNode parameter) {
    JsonNode resolved =
        parameter.has("$ref")
            ? document.at(parameter.path("$ref").asText().substring(1))
            : parameter;
    return resolved.path("name").asText();
  }

  private static void collectMediaTypes(JsonNode node, List<String> problems) {
    if (node.has("schema") && node.has("examples")) {
      for (Map.Entry<String, JsonNode> example : node.path("examples").properties()) {
        JsonNode at = example.getValue();
        JsonNode value =
            at.has("$ref")
                ? document.at(at.path("$ref").asText().substring(1)).path("value")
                : at.path("value");
        schema(node.path("schema"))
            .validate(value)
            .forEach(problem -> problems.add(example.getKey() + ": " + problem));
      }
    }
    node.forEach(child -> collectMediaTypes(child, problems));
  }

  private static JsonSchema schema(JsonNode schema) {
    ObjectNode whole = new ObjectMapper().createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", document.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }
}

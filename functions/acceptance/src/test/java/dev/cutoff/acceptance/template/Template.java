package dev.cutoff.acceptance.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** template.yaml, read without what its tags do: {@code !Ref X} is "X". */
final class Template {
  static final Path ROOT = Path.of(System.getProperty("cutoff.root"));
  private static final String ROLE = "Role";

  private final JsonNode resources;

  private Template(JsonNode resources) {
    this.resources = resources;
  }

  static Template read() {
    try {
      return new Template(
          new YAMLMapper().readTree(ROOT.resolve("template.yaml").toFile()).path("Resources"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Resources of that type by their logical ids, with their properties. */
  Map<String, JsonNode> ofType(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    resources
        .properties()
        .forEach(each -> {
          if (each.getValue().path("Type").asText().equals(type)) {
            found.put(each.getKey(), each.getValue().path("Properties"));
          }
        });
    return found;
  }

  /** A statement of a role or policy, with where it stands. */
  record Statement(String in, JsonNode json) {
    List<String> actions() {
      return texts(json.path("Action"));
    }

    List<String> resources() {
      return texts(json.path("Resource"));
    }

    private static List<String> texts(JsonNode node) {
      if (!node.isArray()) {
        return List.of(node.asText());
      }
      List<String> texts = new ArrayList<>();
      node.forEach(each -> texts.add(each.asText()));
      return texts;
    }
  }

  /** What roles and managed policies allow. */
  List<Statement> statements() {
    List<Statement> found = new ArrayList<>();
    ofType("AWS::IAM::Role")
        .forEach((name, role) ->
            role.path("Policies")
                .forEach(policy ->
                    policy
                        .path("PolicyDocument")
                        .path("Statement")
                        .forEach(statement -> found.add(new Statement(name, statement)))));
    ofType("AWS::IAM::ManagedPolicy")
        .forEach((name, policy) ->
            policy
                .path("PolicyDocument")
                .path("Statement")
                .forEach(statement -> found.add(new Statement(name, statement))));
    return found;
  }

  /** What the functions' own roles allow, but for logs. */
  List<Permission> permissions() {
    List<Permission> found = new ArrayList<>();
    for (Statement statement : statements()) {
      String function =
          statement.in().substring(0, Math.max(0, statement.in().length() - ROLE.length()));
      if (ofType("AWS::Serverless::Function").containsKey(function + "Function")) {
        for (String action : statement.actions()) {
          if (!action.startsWith("logs:")) {
            statement
                .resources()
                .forEach(resource -> found.add(new Permission(function, action, resource)));
          }
        }
      }
    }
    return found;
  }
}

package dev.cutoff.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The routes of the contract. A file with a route that says not who may call it is refused. */
final class Routes {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final List<Route> routes;

  private Routes(List<Route> routes) {
    // Literal segments before parameters: /stock/observations is not the SKU "observations".
    this.routes = routes.stream().sorted(Comparator.comparingLong(Route::parameters)).toList();
  }

  /** What a method and a path lead to. */
  sealed interface Match {
    record Found(Route route, Map<String, String> parameters) implements Match {}

    /** The path is known, with these methods. */
    record OtherMethod(SortedSet<String> allowed) implements Match {}

    record NoSuchPath() implements Match {}
  }

  static Routes load(Path openApi) {
    JsonNode document;
    try {
      document = new YAMLMapper().readTree(openApi.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("the contract " + openApi + " can't be read", e);
    }
    List<Route> routes = new ArrayList<>();
    Set<String> shapes = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          Route route = route(operation.getKey(), path.getKey(), operation.getValue());
          if (!shapes.add(route.shape())) {
            throw refused(route.key(), "is there twice, but for the names of its parameters");
          }
          routes.add(route);
        }
      }
    }
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("the contract " + openApi + " has no routes");
    }
    return new Routes(routes);
  }

  Match find(String method, List<String> segments) {
    SortedSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> parameters = route.match(segments);
      if (parameters.isPresent() && route.method().equals(method)) {
        return new Match.Found(route, parameters.get());
      }
      parameters.ifPresent(_ -> allowed.add(route.method()));
    }
    return allowed.isEmpty() ? new Match.NoSuchPath() : new Match.OtherMethod(allowed);
  }

  List<Route> all() {
    return routes;
  }

  private static Route route(String lowerMethod, String path, JsonNode operation) {
    String method = lowerMethod.toUpperCase(java.util.Locale.ROOT);
    String key = method + " " + path;
    String function = operation.path("x-cutoff-function").asText();
    if (function.isEmpty()) {
      throw refused(key, "names no function: x-cutoff-function is missing");
    }
    if (!operation.path("x-cutoff-built").isBoolean()) {
      throw refused(key, "says not whether it is built: x-cutoff-built is missing");
    }
    return new Route(
        method,
        path,
        function,
        secured(key, operation.path("security")),
        operation.path("x-cutoff-built").booleanValue(),
        operation.path("x-cutoff-raw-body").asBoolean(false));
  }

  private static boolean secured(String key, JsonNode security) {
    if (!security.isArray()) {
      throw refused(key, "has no rule who may call it: its own security is missing");
    }
    if (security.isEmpty()) {
      return false;
    }
    // {} or a second scheme would be a way in that this front door does not check.
    if (security.size() != 1 || security.get(0).size() != 1 || !security.get(0).has("bearer")) {
      throw refused(key, "has a rule that is not understood: only [] and [bearer] are");
    }
    return true;
  }

  private static IllegalArgumentException refused(String key, String why) {
    return new IllegalArgumentException("the contract's route " + key + " " + why);
  }
}

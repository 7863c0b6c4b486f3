package dev.cutoff.local.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One operation of the contract.
 *
 * @param path as in the contract, "/orders/{orderId}"
 * @param function that serves it
 * @param secured whether a token is needed
 * @param built false where it answers 501
 * @param rawBody whether the body is signed and must reach the function byte by byte
 */
record Route(
    String method, String path, String function, boolean secured, boolean built, boolean rawBody) {

  /** As API Gateway names it: "GET /orders/{orderId}". */
  String key() {
    return method + " " + path;
  }

  /** The path's parameters by name, where the segments are those of this route. */
  Optional<Map<String, String>> match(List<String> actual) {
    List<String> wanted = segments(path);
    if (wanted.size() != actual.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String want = wanted.get(i);
      String have = actual.get(i);
      if (isParameter(want) && !have.isEmpty()) {
        parameters.put(want.substring(1, want.length() - 1), have);
      } else if (!want.equals(have)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** The path with its parameters' names taken out: two routes of one shape would be ambiguous. */
  String shape() {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  long parameters() {
    return segments(path).stream().filter(Route::isParameter).count();
  }

  /** What stands between the slashes; a doubled or trailing slash gives an empty segment. */
  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}

package dev.cutoff.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is written back.
 *
 * @param headers by name, in their order
 */
record Reply(int status, Map<String, List<String>> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Reply {
    headers = new TreeMap<>(headers);
  }

  /**
   * An RFC 9457 problem of the front door itself.
   *
   * @param requestId as the log names the request
   */
  static Reply problem(int status, String name, String title, String detail, String requestId) {
    ObjectNode problem =
        JSON.createObjectNode()
            .put("type", "urn:cutoff:problem:" + name)
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("instance", "urn:cutoff:request:" + requestId);
    try {
      return new Reply(
          status,
          Map.of("content-type", List.of("application/problem+json")),
          JSON.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a flat object of strings is always JSON", e);
    }
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0]);
  }

  Reply with(String name, String value) {
    Map<String, List<String>> more = new TreeMap<>(headers);
    more.put(name, List.of(value));
    return new Reply(status, more, body);
  }
}

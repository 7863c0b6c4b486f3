package dev.cutoff.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cutoff's HTTP API, seen from outside. */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI base;
  private final String token;

  /**
   * A client.
   *
   * @param base without a slash at the end
   * @param token bearer token; empty for none
   */
  public Client(HttpClient http, URI base, String token) {
    this.http = http;
    this.base = base;
    this.token = token;
  }

  /** What came back. */
  public record Answer(int status, byte[] body) {
    public JsonNode json() {
      try {
        return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
      } catch (IOException notJson) {
        throw new UncheckedIOException(notJson);
      }
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Posts JSON with the bearer token. */
  public Answer post(String path, Object body) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofByteArray(bytes(body))));
  }

  /** Posts somebody else's bytes with their own headers, and no token. */
  public Answer deliver(String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    headers.forEach(builder::header);
    return send(builder.POST(BodyPublishers.ofByteArray(body)));
  }

  /** All items of a list, page by page. */
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      String glue = path.contains("?") ? "&" : "?";
      JsonNode page =
          get(cursor.isEmpty()
                  ? path
                  : path + glue + "cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
              .json();
      page.path("items").forEach(items::add);
      cursor = page.path("cursor").asText("");
    } while (!cursor.isEmpty());
    return items;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    return token.isEmpty() ? builder : builder.header("authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder builder) {
    try {
      HttpResponse<byte[]> response = http.send(builder.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (IOException bug) {
      throw new UncheckedIOException(bug);
    }
  }
}

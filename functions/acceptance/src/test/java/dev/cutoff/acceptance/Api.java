package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutoff.local.store.SignedWebhook;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cutoff's HTTP API; whatever it answers is held against the contract. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ContractChecker CONTRACT = ContractChecker.ofThisProject();

  /** As stores speak. Asked for HTTP/2, the emulator loses a request now and then. */
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final String token;

  Api(Shop shop, String token) {
    this.base = shop.address();
    this.token = token;
  }

  /** What came back, and it keeps the contract. */
  record Answer(int status, byte[] body) {
    JsonNode json() {
      try {
        return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String text(String field) {
      return json().path(field).asText();
    }

    Answer is(int wanted) {
      assertThat(status).as(new String(body, StandardCharsets.UTF_8)).isEqualTo(wanted);
      return this;
    }
  }

  Answer get(String path) {
    return send("GET", path, bearer(), new byte[0]);
  }

  Answer post(String path, Object body) {
    try {
      return send("POST", path, bearer(), JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A file, as a browser or curl sends one. */
  Answer postCsv(String path, String text) {
    Map<String, String> headers = new HashMap<>(bearer());
    headers.put("content-type", "text/csv");
    return send("POST", path, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A store's webhook; no token. */
  Answer deliver(String store, SignedWebhook webhook) {
    return deliver(store, webhook.headers(), webhook.body());
  }

  Answer deliver(String store, Map<String, String> headers, byte[] body) {
    return send("POST", "/webhooks/" + store, headers, body);
  }

  /** All items of a list, page by page. */
  List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String next = path;
    while (!next.isEmpty()) {
      JsonNode page = get(next).is(200).json();
      page.path("items").forEach(items::add);
      String cursor = page.path("cursor").asText("");
      next =
          cursor.isEmpty()
              ? ""
              : path
                  + (path.contains("?") ? "&" : "?")
                  + "cursor="
                  + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
    return items;
  }

  /** Any request at all. */
  Answer send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    request.method(
        method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<byte[]> response = answer(request.build());
      String text = new String(response.body(), StandardCharsets.UTF_8);
      synchronized (CONTRACT) {
        String type = response.headers().firstValue("content-type").orElse("");
        assertThat(CONTRACT.check(method, path, response.statusCode(), type, text))
            .as("%s %s was answered %d %s", method, path, response.statusCode(), text)
            .isEmpty();
      }
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A server may hang up instead of answering; a question, unlike an order, is put again. */
  private static HttpResponse<byte[]> answer(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException hungUp) {
      if (!request.method().equals("GET")) {
        throw hungUp;
      }
      return HTTP.send(request, BodyHandlers.ofByteArray());
    }
  }

  private Map<String, String> bearer() {
    return token.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + token);
  }
}

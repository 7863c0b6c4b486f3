package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** How the fake stores hear and speak. */
final class StoreHttp {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StoreHttp() {}

  static void beTrouble(HttpExchange exchange, Trouble trouble, CountDownLatch closing)
      throws IOException {
    if (trouble instanceof Trouble.Garbage) {
      respond(exchange, 200, "<html>maintenance</html>".getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (trouble instanceof Trouble.HangInBody) {
      exchange.sendResponseHeaders(200, 100);
      exchange.getResponseBody().flush();
    }
    if (!(trouble instanceof Trouble.LoseAnswer)) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static FakeStore.Asked asked(HttpExchange exchange, String path) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    JsonNode body = bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    String query = exchange.getRequestURI().getQuery();
    return new FakeStore.Asked(
        exchange.getRequestMethod(), path, query == null ? "" : query, headers, body);
  }

  static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}

package dev.cutoff.adapter.carrier.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An HTTP server of this machine that notes what it was asked. */
final class Loopback implements AutoCloseable {
  static final byte[] LABEL = "%PDF-1.4 a label".getBytes(StandardCharsets.US_ASCII);
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** One question. */
  record Asked(String method, String path, String query, JsonNode body, String authorization) {
    String line() {
      return method + " " + path;
    }
  }

  /** What it answers. */
  record Reply(int status, String body) {}

  /** Answers, or does something worse with the exchange and answers null. */
  @FunctionalInterface
  interface Answering {
    @Nullable Reply answer(Asked asked, HttpExchange exchange) throws IOException;
  }

  Loopback(Answering answering) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> serve(exchange, answering));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Methods and paths, in order; documents aside. */
  List<String> lines() {
    return asked.stream().map(Asked::line).filter(line -> !line.contains("/files/")).toList();
  }

  private void serve(HttpExchange exchange, Answering answering) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Asked question =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestURI().getQuery()),
              body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      asked.add(question);
      if (question.path().startsWith("/files/")) {
        send(exchange, 200, LABEL);
        return;
      }
      Reply reply = answering.answer(question, exchange);
      if (reply != null) {
        send(exchange, reply.status(), reply.body().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

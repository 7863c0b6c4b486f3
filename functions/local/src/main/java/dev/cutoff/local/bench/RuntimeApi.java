package dev.cutoff.local.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lambda's Runtime API for one start of one function, and an AWS that refuses everything at once:
 * what is measured is the function, from its launch to its first answer.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String NEXT = "/2018-06-01/runtime/invocation/next";
  private static final String REQUEST = "00000000-0000-4000-8000-000000000001";
  private static final byte[] REFUSED =
      "{\"__type\":\"AccessDeniedException\",\"message\":\"a measurement\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final byte[] event;
  private final AtomicBoolean handed = new AtomicBoolean();
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  private RuntimeApi(HttpServer server, byte[] event) {
    this.server = server;
    this.event = event;
  }

  /** Hands out that event, once. */
  static RuntimeApi open(byte[] event) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RuntimeApi api = new RuntimeApi(server, event);
    server.setExecutor(api.threads);
    server.createContext("/", api::serve);
    server.start();
    return api;
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for the function's first answer: "response", or "error" with its text. */
  String await(Duration limit) throws InterruptedException, TimeoutException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals(NEXT)) {
      next(exchange);
    } else if (path.endsWith("/response")) {
      answer.complete("response");
      reply(exchange, 202, new byte[0]);
    } else if (path.endsWith("/error")) {
      answer.complete("error " + new String(body, StandardCharsets.UTF_8));
      reply(exchange, 202, new byte[0]);
    } else {
      exchange.getResponseHeaders().set("x-amzn-ErrorType", "AccessDeniedException");
      reply(exchange, 403, REFUSED);
    }
  }

  /** A second question is never answered: the function waits until it is ended. */
  private void next(HttpExchange exchange) throws IOException {
    if (handed.getAndSet(true)) {
      return;
    }
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", REQUEST);
    exchange
        .getResponseHeaders()
        .set(
            "Lambda-Runtime-Deadline-Ms",
            Long.toString(Instant.now().plusSeconds(60).toEpochMilli()));
    exchange
        .getResponseHeaders()
        .set(
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:us-east-1:000000000000:function:measured");
    reply(exchange, 200, event);
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

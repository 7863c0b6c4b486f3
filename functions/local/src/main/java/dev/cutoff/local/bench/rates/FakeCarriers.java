package dev.cutoff.local.bench.rates;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Six carriers, each a web server of its own. Three answer with a median of 180, 220 and 260 ms,
 * log-normal, one answer in 25 six times as late; one hangs, one answers 500, one sends garbage.
 */
final class FakeCarriers implements AutoCloseable {
  static final List<String> HEALTHY = List.of("swift", "parcelway", "northstar");
  static final List<String> ALL =
      List.of("swift", "parcelway", "northstar", "hangs", "fails", "garbles");

  private static final long HANGS_MS = 30_000;
  private static final double SIGMA = 0.35;
  private static final int SLOW_ONE_IN = 25;
  private static final int TIMES_AS_SLOW = 6;

  private final Map<String, HttpServer> servers = new LinkedHashMap<>();
  private final List<ExecutorService> threads = new ArrayList<>();
  private final Random random;

  private FakeCarriers(long seed) {
    random = new Random(seed);
  }

  static FakeCarriers start(long seed) throws IOException {
    FakeCarriers carriers = new FakeCarriers(seed);
    for (int i = 0; i < HEALTHY.size(); i++) {
      long cents = 900 + 40L * i;
      double median = 180 + 40.0 * i;
      carriers.serve(
          HEALTHY.get(i),
          exchange -> {
            pause(carriers.latency(median));
            answer(exchange, 200, "{\"cents\":" + cents + "}");
          });
    }
    carriers.serve(
        "hangs",
        exchange -> {
          pause(HANGS_MS);
          answer(exchange, 200, "{\"cents\":1}");
        });
    carriers.serve("fails", exchange -> answer(exchange, 500, "oops"));
    carriers.serve("garbles", exchange -> answer(exchange, 200, "<html>\u0000{{{"));
    return carriers;
  }

  URI of(String carrier) {
    HttpServer server = Objects.requireNonNull(servers.get(carrier));
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rates");
  }

  private void serve(String name, Handling handling) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    threads.add(executor);
    server.setExecutor(executor);
    server.createContext(
        "/rates",
        exchange -> {
          try (exchange) {
            handling.handle(exchange);
          }
        });
    server.start();
    servers.put(name, server);
  }

  @FunctionalInterface
  private interface Handling {
    void handle(HttpExchange exchange) throws IOException;
  }

  private synchronized long latency(double median) {
    double ms = median * Math.exp(SIGMA * random.nextGaussian());
    return Math.round(random.nextInt(SLOW_ONE_IN) == 0 ? ms * TIMES_AS_SLOW : ms);
  }

  private static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever asked may have gone. */
  private static void answer(HttpExchange exchange, int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException gone) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
    threads.forEach(ExecutorService::shutdownNow);
  }
}

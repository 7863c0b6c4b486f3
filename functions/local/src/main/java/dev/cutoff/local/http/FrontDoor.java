package dev.cutoff.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * API Gateway of the embedded run: serves the contract's routes on 127.0.0.1 alone and hands each
 * request to the function that the contract names.
 */
public final class FrontDoor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FrontDoor.class.getName());
  private static final int STOP_SECONDS = 2;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Limits limits;
  private final Semaphore inFlight;
  private final Reception reception;
  private final Supplier<String> ids;

  /** Runs a function by its name; an exception is the function's error. */
  @FunctionalInterface
  public interface Backend {
    byte[] invoke(String function, byte[] payload) throws Exception;
  }

  /** Who a token stands for. */
  public record Claims(String sub, List<String> roles) {
    public Claims {
      roles = List.copyOf(roles);
    }
  }

  /**
   * How much is taken on.
   *
   * @param bodyBytes longest body
   * @param inFlight requests at once; more are told to come again
   * @param readTimeout for a body to arrive
   */
  public record Limits(int bodyBytes, int inFlight, Duration readTimeout) {
    /** 1 MiB as the contract says, 64 at once, ten seconds. */
    public static Limits usual() {
      return new Limits(1 << 20, 64, Duration.ofSeconds(10));
    }
  }

  /**
   * What the front door needs.
   *
   * @param openApi infra/api/openapi.yaml
   * @param port 0 for any free one
   * @param tokens claims by bearer token
   * @param ids of requests, each unique
   */
  public record Settings(
      Path openApi,
      int port,
      Map<String, Claims> tokens,
      Limits limits,
      InstantSource clock,
      Supplier<String> ids) {
    public Settings {
      tokens = Map.copyOf(tokens);
    }
  }

  private FrontDoor(HttpServer server, Settings settings, Backend backend) {
    this.server = server;
    this.limits = settings.limits();
    this.ids = settings.ids();
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.inFlight = new Semaphore(limits.inFlight());
    this.reception =
        new Reception(
            Routes.load(settings.openApi()),
            new Tokens(settings.tokens()),
            backend,
            settings.clock());
  }

  /**
   * Opens it.
   *
   * @throws IllegalArgumentException where a route of the contract has no rule or no function
   * @throws IOException where the port is taken
   */
  public static FrontDoor open(Settings settings, Backend backend) throws IOException {
    // The JDK's server takes these from system properties alone, once a JVM. The first ends
    // clients that never finish their headers; bodies have the shorter limit of their own.
    long seconds = settings.limits().readTimeout().toSeconds() + 5;
    setUnlessSet("sun.net.httpserver.maxReqTime", Long.toString(seconds));
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 0);
    FrontDoor door;
    try {
      door = new FrontDoor(server, settings, backend);
    } catch (RuntimeException e) {
      server.stop(0);
      throw e;
    }
    server.setExecutor(door.threads);
    server.createContext("/", door::serve);
    server.start();
    return door;
  }

  /** Where it listens, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Takes no more requests, and waits a moment for those under way. */
  @Override
  public void close() {
    try {
      // Whoever holds all places has nobody before and lets nobody after; the JDK's own wait counts
      // connections that broke off as still under way.
      boolean quiet = inFlight.tryAcquire(limits.inFlight(), STOP_SECONDS, TimeUnit.SECONDS);
      LOG.log(System.Logger.Level.DEBUG, quiet ? "closed" : "closed with requests under way");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private void serve(HttpExchange exchange) {
    String requestId = ids.get();
    boolean admitted = inFlight.tryAcquire();
    try (Incoming incoming = new Incoming(exchange, limits, threads)) {
      Reply reply =
          admitted ? replyTo(exchange, incoming, requestId) : Reception.tooBusy(requestId);
      write(exchange, reply, incoming.finished());
      incoming.discard();
    } catch (IOException clientWentAway) {
      LOG.log(System.Logger.Level.DEBUG, "request {0}: the client went away", requestId);
    } finally {
      exchange.close();
      if (admitted) {
        inFlight.release();
      }
    }
  }

  private Reply replyTo(HttpExchange exchange, Incoming incoming, String requestId) {
    try {
      return reception.replyTo(exchange, incoming, requestId);
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "request " + requestId + " failed", bug);
      return Reception.failed(requestId);
    }
  }

  private static void write(HttpExchange exchange, Reply reply, boolean keepAlive)
      throws IOException {
    reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().putIfAbsent("Cache-Control", List.of("no-store"));
    if (!keepAlive) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    int length = reply.body().length;
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(length));
      exchange.sendResponseHeaders(reply.status(), -1);
    } else if (length == 0 || reply.status() == 204 || reply.status() == 304) {
      exchange.sendResponseHeaders(reply.status(), -1);
    } else {
      exchange.sendResponseHeaders(reply.status(), length);
      exchange.getResponseBody().write(reply.body());
      exchange.getResponseBody().flush();
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

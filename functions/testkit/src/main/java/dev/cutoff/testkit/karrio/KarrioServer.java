package dev.cutoff.testkit.karrio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Karrio server from the pinned Python tools, on a free port of this machine, with a copy of the
 * database that {@code infra/emulator/after-karrio.py} made: carriers "north", "south" and "stuck".
 * It ends with this process, however that ends.
 */
public final class KarrioServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Of each of two workers. A question to a carrier that hangs holds one as long as it hangs. */
  private static final int THREADS = 40;

  private static final int OK = 200;
  private static final String LEDGER = "sold";

  private final Process guard;
  private final URI base;
  private final String token;
  private final Path home;
  private final Path log;

  private KarrioServer(Process guard, URI base, String token, Path home, Path log) {
    this.guard = guard;
    this.base = base;
    this.token = token;
    this.home = home;
    this.log = log;
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param root of the clone
   * @param tools as {@code ./cutoff tools} prints it
   * @param stuck what the carrier "stuck" is asked at first; empty where it is like the others
   * @param log that its words go to
   */
  public static KarrioServer start(Path root, Path tools, Optional<URI> stuck, Path log) {
    Path venv = tools.resolve("karrio");
    Path bin = venv.resolve("bin");
    if (!Files.isExecutable(bin.resolve("gunicorn"))) {
      // A broken cache is no reason to skip.
      throw new IllegalStateException(venv + " is broken: delete " + tools + " and try again");
    }
    try {
      Path home = Files.createTempDirectory("cutoff-karrio");
      Files.copy(
          venv.resolve("seeded/db.sqlite3"),
          home.resolve("db.sqlite3"),
          StandardCopyOption.REPLACE_EXISTING);
      String token = Files.readString(venv.resolve("seeded/token")).strip();
      int port = freePort();
      Files.createDirectories(Objects.requireNonNull(log.toAbsolutePath().getParent()));
      ProcessBuilder builder = new ProcessBuilder(command(root, bin, home, log, port));
      builder.environment().putAll(settings(home));
      stuck.ifPresent(url -> builder.environment().put("STUCK_CARRIER", url.toString()));
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      URI base = URI.create("http://127.0.0.1:" + port);
      KarrioServer server = new KarrioServer(builder.start(), base, token, home, log);
      server.awaitHealth();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path root, Path bin, Path home, Path log, int port) {
    Path emulator = root.resolve("infra/emulator");
    return List.of(
        bin.resolve("python").toString(),
        emulator.resolve("with-its-life.py").toString(),
        home.toString(),
        log.toString(),
        bin.resolve("gunicorn").toString(),
        "karrio_app:application",
        "--chdir=" + emulator,
        "--bind=127.0.0.1:" + port,
        "--workers=2",
        "--threads=" + THREADS,
        "--timeout=300",
        "--log-level=warning");
  }

  private static Map<String, String> settings(Path home) {
    return Map.ofEntries(
        Map.entry("DEBUG_MODE", "True"),
        Map.entry("USE_HTTPS", "False"),
        Map.entry("DATABASE_NAME", home.resolve("db.sqlite3").toString()),
        Map.entry("WORK_DIR", home.toString()),
        Map.entry("LOG_DIR", home.toString()),
        Map.entry("STATIC_ROOT_DIR", home.resolve("static").toString()),
        Map.entry("SECRET_KEY", "for-tests-on-one-machine-alone"),
        Map.entry("ALLOWED_HOSTS", "*"),
        Map.entry("DETACHED_WORKER", "True"),
        // It refuses more than 300 a minute by itself, which a benchmark asks in seconds.
        Map.entry("CARRIER_REQUEST_RATE_LIMIT", "1000000/minute"),
        Map.entry("USER_RATE_LIMIT", "1000000/minute"),
        // Python's copies of the modules would lie about in the clone.
        Map.entry("PYTHONDONTWRITEBYTECODE", "1"),
        Map.entry("SOLD", home.resolve(LEDGER).toString()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitHealth() throws IOException {
    HttpRequest question = HttpRequest.newBuilder(base).timeout(Duration.ofSeconds(5)).build();
    long limit = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (!isHealthy(client, question)) {
        if (!guard.isAlive() || System.nanoTime() > limit) {
          String said = Files.readString(log);
          close();
          throw new IllegalStateException(
              "Karrio does not start: " + said.substring(Math.max(0, said.length() - 2_000)));
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isHealthy(HttpClient client, HttpRequest question)
      throws InterruptedException {
    try {
      return client.send(question, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  public URI base() {
    return base;
  }

  /** Lets its owner in. */
  public String token() {
    return token;
  }

  /** The reference of each label that a carrier behind it sold, as often as it did. */
  public List<String> sold() {
    Path ledger = home.resolve(LEDGER);
    try {
      return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      guard.getOutputStream().close();
      if (!guard.waitFor(20, TimeUnit.SECONDS)) {
        guard.destroyForcibly();
      }
    } catch (IOException gone) {
      guard.destroyForcibly();
    } catch (InterruptedException e) {
      guard.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package dev.cutoff.acceptance.emulator;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * MiniStack in a process of its own, on a free port of this machine, with the functions' roles
 * enforced. Whatever it starts ends with it, and it ends with this JVM, however that ends.
 */
public final class Emulator implements Aws {
  static final Region REGION = Region.US_EAST_1;
  static final String KEY = "test";
  static final String SECRET = "test";

  /** What the managed runtime brings itself; the zip's bootstrap looks for it here. */
  private static final Path RUNTIME_CLIENT =
      Tools.ROOT.resolve("functions/handlers/target/runtime-client");

  private static final Path GUARD = Tools.ROOT.resolve("infra/emulator/with-its-life.py");
  static final Path LOGS = Tools.ROOT.resolve("functions/acceptance/target/emulator");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Functions that run at the same time: each is a JVM, and they share a few cores. */
  private static final String AT_ONCE = "24";

  private final Map<String, String> settings;
  private final URI endpoint;
  private final Path log;
  private final Process guard;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  private Emulator(Map<String, String> settings, URI endpoint, Path log, Process guard) {
    this.settings = settings;
    this.endpoint = endpoint;
    this.log = log;
    this.guard = guard;
  }

  /** Starts one and waits until it answers; skips the test where the Python tools are missing. */
  public static Emulator start() {
    return start(Map.of());
  }

  /** The same, with settings of the emulator's own in the place of ours. */
  public static Emulator start(Map<String, String> more) {
    Path ministack = Tools.tool("ministack", "ministack");
    try {
      Path home = Files.createTempDirectory("cutoff-emulator");
      Path log = Files.createTempFile(Files.createDirectories(LOGS), "ministack-", ".log");
      int port = freePort();
      URI endpoint = URI.create("http://127.0.0.1:" + port);
      ProcessBuilder builder =
          new ProcessBuilder(
              ministack.resolveSibling("python").toString(),
              GUARD.toString(),
              home.toString(),
              log.toString(),
              ministack.toString());
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      Map<String, String> settings = new TreeMap<>(settings(home, port, endpoint));
      settings.putAll(more);
      builder.environment().putAll(settings);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Emulator emulator = new Emulator(settings, endpoint, log, builder.start());
      emulator.awaitHealth();
      return emulator;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(Path home, int port, URI endpoint) {
    return Map.ofEntries(
        Map.entry("BIND_HOST", "127.0.0.1"),
        Map.entry("GATEWAY_PORT", Integer.toString(port)),
        Map.entry("AUTH", "true"),
        Map.entry("LAMBDA_ACCOUNT_CONCURRENCY", AT_ONCE),
        Map.entry("IOT_MTLS_ENABLED", "0"),
        Map.entry("TMPDIR", home.toString()),
        Map.entry("STATE_DIR", home.resolve("state").toString()),
        Map.entry("S3_DATA_DIR", home.resolve("s3").toString()),
        // It hands these on to the functions, whose own role replaces the key.
        Map.entry("AWS_ENDPOINT_URL", endpoint.toString()),
        Map.entry("AWS_REGION", REGION.id()),
        Map.entry("AWS_DEFAULT_REGION", REGION.id()),
        Map.entry("AWS_ACCESS_KEY_ID", KEY),
        Map.entry("AWS_SECRET_ACCESS_KEY", SECRET),
        Map.entry("__SAM_CLI_APP_DIR", home.resolve("sam").toString()),
        Map.entry("LOCAL_RUNTIME_CLIENT", RUNTIME_CLIENT.toString()),
        Map.entry("LOCAL_JAVA_HOME", System.getProperty("java.home")),
        Map.entry("JAVA_HOME", System.getProperty("java.home")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitHealth() throws IOException {
    HttpRequest question =
        HttpRequest.newBuilder(endpoint.resolve("/_ministack/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Instant limit = Instant.now().plus(PATIENCE);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (!isHealthy(client, question)) {
        if (!guard.isAlive() || Instant.now().isAfter(limit)) {
          close();
          throw new IllegalStateException("the emulator does not start: " + log());
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
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where every service is, without a slash at the end. */
  public URI endpoint() {
    return endpoint;
  }

  /** The environment of whoever wants to talk to it. */
  Map<String, String> settings() {
    return settings;
  }

  @Override
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
        .httpClient(http)
        .build();
  }

  /** What the emulator and its functions wrote so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    try {
      // The guard ends the emulator and its functions when this pipe closes.
      guard.getOutputStream().close();
      if (!guard.waitFor(30, TimeUnit.SECONDS)) {
        guard.destroyForcibly().waitFor();
        throw new IllegalStateException("the emulator did not end: " + log());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      guard.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package dev.cutoff.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.store.FakeStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code cutoff up} in a process of its own, over the example shop and fake stores. */
final class ServedShop {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("cutoff.root"));
  private static final Path MERCHANT = ROOT.resolve("infra/merchant/merchant.json");

  /** What every carrier signs its scans with. */
  static final String SCANS =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString("a secret of some length".getBytes(StandardCharsets.UTF_8));

  private final Path home;
  private final int port;
  private final Client client;
  private @Nullable Process process;

  private ServedShop(Path home, int port) {
    this.home = home;
    this.port = port;
    this.client =
        new Client(
            HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port), "test-token");
  }

  static ServedShop prepare(Path home, FakeStores stores) throws IOException {
    JsonNode merchant = JSON.readTree(MERCHANT.toFile());
    ObjectNode secrets = JSON.createObjectNode();
    secrets.put("api-token-test", "test-token");
    String text = Files.readString(MERCHANT);
    for (JsonNode store : merchant.path("stores")) {
      String id = store.path("id").asText();
      String webhook = "webhook-of-" + id;
      secrets.put(store.path("webhookSecretName").asText(), webhook);
      if (store.path("channel").asText().equals("shopify")) {
        secrets.put(store.path("apiSecretName").asText(), "shpat_" + id);
        List<String> locations = new ArrayList<>();
        store.path("locations").fieldNames().forEachRemaining(locations::add);
        stores.openShopify(id, webhook, "shpat_" + id, locations);
      } else {
        secrets.put(store.path("apiSecretName").asText(), "ck_test:cs_test");
        stores.openWooCommerce(id, webhook, "ck_test:cs_test");
      }
      text = text.replace(store.path("apiUrl").asText() + "\"", stores.apiUrl(id) + "\"");
    }
    for (JsonNode carrier : merchant.path("carriers")) {
      secrets.put(carrier.path("webhookSecretName").asText(), SCANS);
    }
    Files.writeString(home.resolve("merchant.json"), RunningShop.remorse(text, Duration.ZERO));
    Files.write(home.resolve("secrets.json"), JSON.writeValueAsBytes(secrets));
    try (ServerSocket free = new ServerSocket(0)) {
      return new ServedShop(home, free.getLocalPort());
    }
  }

  Client client() {
    return client;
  }

  /** Starts it and waits until it answers. */
  void up() throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsqlite4java.library.path=" + System.getProperty("sqlite4java.library.path"),
                "-Dcutoff.root=" + ROOT,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.cutoff.local.Main",
                "up",
                "--port",
                Integer.toString(port),
                "--data",
                home.resolve("data").toString(),
                "--config",
                home.resolve("merchant.json").toString(),
                "--secrets",
                home.resolve("secrets.json").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
            .start();
    process = started;
    Instant limit = Instant.now().plusSeconds(60);
    while (!answers()) {
      if (!started.isAlive() || Instant.now().isAfter(limit)) {
        throw new IllegalStateException(
            "it does not come up: " + Files.readString(home.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** SIGKILL: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().waitFor();
      process = null;
    }
  }

  void stop() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroy();
      if (!running.waitFor(10, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
      process = null;
    }
  }

  /** What the merchant file opens with. */
  static long opening(String sku, String node) {
    try {
      return JSON.readTree(MERCHANT.toFile()).path("openingStock").path(sku).path(node).asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    try {
      return client.get("/health").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}

package dev.cutoff.acceptance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Chromium without windows. */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LISTENS = "DevTools listening on ";

  private final Process process;
  private final Path profile;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonNode>> questions = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonNode>> events = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final WebSocket socket;

  private Browser(Process process, Path profile, URI address) {
    this.process = process;
    this.profile = profile;
    this.socket =
        http.newWebSocketBuilder()
            .buildAsync(address, new Ears())
            .orTimeout(60, TimeUnit.SECONDS)
            .join();
  }

  /** Where this machine has one. */
  public static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(name ->
            Arrays.stream(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it with a profile of its own. */
  public static Browser start(Path chromium) throws IOException {
    Path profile = Files.createTempDirectory("cutoff-browser");
    ProcessBuilder command =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-extensions",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true);
    Process process = command.start();
    return new Browser(process, profile, address(process));
  }

  /** A new tab. */
  public Tab open() {
    String target =
        ask(null, "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    String session =
        ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    return new Tab(this, session);
  }

  /** Asks, and waits for the answer; what the browser refuses fails. */
  JsonNode ask(@Nullable String session, String method, Map<String, ?> parameters) {
    int id = asked.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    questions.put(id, answer);
    ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
    question.set("params", JSON.valueToTree(parameters));
    if (session != null) {
      question.put("sessionId", session);
    }
    socket.sendText(question.toString(), true).join();
    JsonNode said = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (said.has("error")) {
      throw new IllegalStateException(method + ": " + said.path("error"));
    }
    return said.path("result");
  }

  /** The next event of that name in that tab. */
  CompletableFuture<JsonNode> next(String session, String event) {
    CompletableFuture<JsonNode> next = new CompletableFuture<>();
    events.put(session + " " + event, next);
    return next.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    http.shutdownNow();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (UncheckedIOException goneMeanwhile) {
      // Its helpers tidy up too.
    }
  }

  private static URI address(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(LISTENS)) {
        // What else it says must not fill the pipe.
        Thread.ofVirtual().start(() -> forget(out));
        return URI.create(line.substring(LISTENS.length()).strip());
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("Chromium did not start: " + said);
  }

  private static void forget(BufferedReader out) {
    try {
      while (out.read() >= 0) {
        // Nobody listens.
      }
    } catch (IOException closed) {
      // It has gone.
    }
  }

  /** Hears answers and events, which may come in pieces. */
  private final class Ears implements WebSocket.Listener {
    private final StringBuilder heard = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      heard.append(data);
      if (last) {
        String message = heard.toString();
        heard.setLength(0);
        hear(message);
      }
      from.request(1);
      return null;
    }

    private void hear(String message) {
      JsonNode said;
      try {
        said = JSON.readTree(message);
      } catch (IOException notJson) {
        throw new UncheckedIOException(notJson);
      }
      CompletableFuture<JsonNode> waiting =
          said.has("id")
              ? questions.remove(said.path("id").asInt())
              : events.remove(said.path("sessionId").asText() + " " + said.path("method").asText());
      if (waiting != null) {
        waiting.complete(said);
      }
    }
  }
}

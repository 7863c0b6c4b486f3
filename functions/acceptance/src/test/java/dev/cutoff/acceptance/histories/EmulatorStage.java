package dev.cutoff.acceptance.histories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cutoff.acceptance.emulator.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * MiniStack's Step Functions, in front of real functions in processes of their own. Each of them
 * asks this JVM over HTTP what its script says.
 */
final class EmulatorStage implements Stage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROLE = "arn:aws:iam::000000000000:role/scenes";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** Retries and waits take a thousandth of their time; time limits are not scaled. */
  private static final Map<String, String> HASTE =
      Map.of("SFN_WAIT_SCALE", "0.001", "AUTH", "false");

  private final Actors actors = new Actors();
  private final Emulator emulator = Emulator.start(HASTE);
  private final SfnClient sfn = emulator.client(SfnClient.builder());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer prompter;

  EmulatorStage(Set<Definition> definitions) {
    try {
      prompter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      prompter.createContext("/", this::prompt);
      prompter.setExecutor(threads);
      prompter.start();
      byte[] zip = zip();
      for (String name : functions(definitions)) {
        createFunction(name, zip);
      }
      for (Definition each : definitions) {
        sfn.createStateMachine(s -> s.name(each.name()).definition(each.filled()).roleArn(ROLE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> functions(Set<Definition> definitions) {
    return definitions.stream()
        .flatMap(definition -> definition.functions().stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Actors actors() {
    return actors;
  }

  @Override
  public List<HistoryEvent> play(Scene scene) {
    actors.cast(scene);
    String arn =
        sfn.startExecution(s ->
                s.stateMachineArn(
                        "arn:aws:states:us-east-1:000000000000:stateMachine:"
                            + scene.definition().name())
                    .name(scene.name())
                    .input(scene.input()))
            .executionArn();
    Instant limit = Instant.now().plus(PATIENCE);
    while (sfn.describeExecution(d -> d.executionArn(arn)).status() == ExecutionStatus.RUNNING) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException(
            scene + " does not end: " + Stage.history(sfn, arn) + "\n" + emulator.log());
      }
      actors.nextToken(scene).ifPresent(handed -> Stage.comeBack(sfn, handed));
      pause();
    }
    return Stage.history(sfn, arn);
  }

  private static void pause() {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void prompt(HttpExchange exchange) throws IOException {
    try (exchange) {
      String function = exchange.getRequestURI().getPath().substring(1);
      String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Act act = actors.call(function, payload);
      exchange.getResponseHeaders().set("Outcome", act instanceof Act.Fails ? "error" : "response");
      byte[] answer = answer(act).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static String answer(Act act) throws IOException {
    return switch (act) {
      case Act.Answers answers -> answers.json();
      case Act.Takes takes -> {
        try {
          Thread.sleep(takes.time());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        yield takes.json();
      }
      // As Lambda's runtime for Java reports an exception.
      case Act.Fails failed ->
          json(
              Map.of(
                  "errorMessage", failed.message(),
                  "errorType", failed.error(),
                  "stackTrace", List.of()));
      case Act.TokenSucceeds token -> "null";
      case Act.TokenFails token -> "null";
      case Act.TokenIsLeft token -> "null";
    };
  }

  private void createFunction(String name, byte[] zip) throws IOException {
    Map<String, Object> function =
        Map.of(
            "FunctionName",
            name,
            "Runtime",
            "provided.al2023",
            "Handler",
            "bootstrap",
            "Role",
            ROLE,
            "Timeout",
            Definition.limit(name).toSeconds(),
            "Environment",
            Map.of("Variables", Map.of("SCRIPT_URL", prompterUrl())),
            "Code",
            Map.of("ZipFile", Base64.getEncoder().encodeToString(zip)));
    HttpRequest request =
        HttpRequest.newBuilder(emulator.endpoint().resolve("/2015-03-31/functions"))
            .POST(HttpRequest.BodyPublishers.ofString(json(function)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IllegalStateException("No function " + name + ": " + answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String prompterUrl() {
    return URI.create("http://127.0.0.1:" + prompter.getAddress().getPort() + "/").toString();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        InputStream bootstrap =
            Objects.requireNonNull(
                EmulatorStage.class.getResourceAsStream("/histories/bootstrap"))) {
      zip.putNextEntry(new ZipEntry("bootstrap"));
      bootstrap.transferTo(zip);
    }
    return bytes.toByteArray();
  }

  private static String json(Object value) throws JsonProcessingException {
    return JSON.writeValueAsString(value);
  }

  @Override
  public void close() {
    sfn.close();
    emulator.close();
    prompter.stop(0);
    threads.close();
  }
}

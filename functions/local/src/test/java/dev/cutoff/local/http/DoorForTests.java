package dev.cutoff.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A front door over the true contract, and functions that write down what they were asked. */
final class DoorForTests implements AutoCloseable {
  static final Path CONTRACT =
      Path.of(System.getProperty("cutoff.root")).resolve("infra/api/openapi.yaml");
  static final String TOKEN = "a-token-for-tests-0123456789";
  private static final ObjectMapper JSON = new ObjectMapper();

  final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final FrontDoor door;

  /** One invocation. */
  record Asked(String function, JsonNode event) {}

  DoorForTests(FrontDoor.Limits limits, FrontDoor.Backend backend) {
    AtomicInteger requests = new AtomicInteger();
    try {
      door =
          FrontDoor.open(
              new FrontDoor.Settings(
                  CONTRACT,
                  0,
                  Map.of(TOKEN, new FrontDoor.Claims("sam", List.of("ops", "support"))),
                  limits,
                  InstantSource.fixed(Instant.parse("2026-11-23T19:07:00Z")),
                  () -> "req-" + requests.incrementAndGet()),
              (function, payload) -> {
                asked.add(new Asked(function, JSON.readTree(payload)));
                return backend.invoke(function, payload);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DoorForTests answering(String answer) {
    return new DoorForTests(
        new FrontDoor.Limits(1 << 20, 8, Duration.ofSeconds(2)),
        (function, payload) -> answer.getBytes(StandardCharsets.UTF_8));
  }

  URI at(String path) {
    return URI.create(door.address() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
  }

  HttpRequest.Builder authorised(String path) {
    return request(path).header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  Asked onlyAsked() {
    if (asked.size() != 1) {
      throw new AssertionError("asked " + asked.size() + " times: " + asked);
    }
    return asked.element();
  }

  /** Writes these bytes to a socket and reads until the server closes it. */
  String raw(String bytes) throws IOException {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Socket socket() throws IOException {
    Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), door.address().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    client.close();
    door.close();
  }
}

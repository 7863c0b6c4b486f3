package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Plays UPS on loopback, by its specs, with a ledger of what it sold. It says no by itself where
 * UPS does, and anything else where a test wants it to.
 */
final class FakeUps implements AutoCloseable {
  static final String TOKEN = "/security/v1/oauth/token";
  static final String SECRET = "ups-client-id:ups-client-secret-0123456789";
  static final String NUMBER = "A1B2C3";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Asked, Said>> instead = new LinkedHashMap<>();
  private final List<Sold> ledger = new ArrayList<>();
  private int tokens;
  private final Set<String> good = ConcurrentHashMap.newKeySet();

  /** A question as it came; the body is missing where there was none. */
  record Asked(String method, String path, Map<String, String> headers, JsonNode body) {
    boolean isOf(String part) {
      return path.contains(part);
    }
  }

  /** An answer. */
  record Said(int status, String body) {
    JsonNode json() {
      return read(body);
    }
  }

  /** A label that is paid for. */
  static final class Sold {
    final String reference;
    final String number;
    boolean voided;

    private Sold(String reference, String number) {
      this.reference = reference;
      this.number = number;
    }
  }

  private FakeUps(HttpServer server) {
    this.server = server;
  }

  static FakeUps start() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      FakeUps ups = new FakeUps(HttpServer.create(new InetSocketAddress(here, 0), 0));
      ups.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      ups.server.createContext("/", ups::serve);
      ups.server.start();
      return ups;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, to whatever has that in its path. */
  void says(String path, int status, String body) {
    says(path, question -> new Said(status, body));
  }

  void says(String path, Function<Asked, Said> answer) {
    synchronized (instead) {
      instead.put(path, answer);
    }
  }

  void says(String path, String code, String message) {
    says(path, 400, UpsAnswers.error(code, message));
  }

  /** All tokens that are out are worth nothing any more. */
  void forgetsTokens() {
    good.clear();
  }

  List<Asked> asked(String path) {
    return asked.stream().filter(each -> each.isOf(path)).toList();
  }

  /** The answer to the last question of that path. */
  JsonNode lastSaid(String path) {
    for (int i = asked.size() - 1; i >= 0; i--) {
      if (asked.get(i).isOf(path)) {
        return said.get(i).json();
      }
    }
    throw new AssertionError("nobody asked " + path);
  }

  JsonNode lastBody(String path) {
    return asked(path).getLast().body();
  }

  /** Labels that were ever paid for. */
  synchronized List<Sold> sold() {
    return List.copyOf(ledger);
  }

  /** Puts one into the ledger as if it had been asked for. */
  synchronized Sold sells(String reference) {
    Sold sold = new Sold(reference, "1Z" + NUMBER + "%010d".formatted(ledger.size() + 1));
    ledger.add(sold);
    return sold;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
      String type = headers.getOrDefault("Content-Type", "");
      Asked question =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers,
              type.equals("application/json") ? JSON.readTree(bytes) : MissingNode.getInstance());
      Said answer = answer(question);
      synchronized (this) {
        asked.add(question);
        said.add(answer);
      }
      byte[] body = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Said answer(Asked question) {
    synchronized (instead) {
      for (Map.Entry<String, Function<Asked, Said>> each : instead.entrySet()) {
        if (question.isOf(each.getKey())) {
          return each.getValue().apply(question);
        }
      }
    }
    if (question.isOf(TOKEN)) {
      return token(question);
    }
    if (!good.contains(question.headers().getOrDefault("Authorization", ""))) {
      return new Said(401, UpsAnswers.error("250002", "Invalid Authentication Information."));
    }
    return by(question);
  }

  private Said by(Asked question) {
    if (question.isOf("/rating/")) {
      return UpsAnswers.rates(question);
    }
    if (question.isOf("/ship") && question.isOf("/shipments/") && !question.isOf("/void/")) {
      return UpsAnswers.shipped(question, sells(reference(question.body())));
    }
    if (question.isOf("/void/cancel/")) {
      return voided(question.path().substring(question.path().lastIndexOf('/') + 1));
    }
    if (question.isOf("/labels/")) {
      String wanted =
          question
              .body()
              .at("/LabelRecoveryRequest/ReferenceValues/ReferenceNumber/Value")
              .asText();
      return UpsAnswers.recovered(found(wanted));
    }
    if (question.isOf("/track/v1/reference/")) {
      String wanted = question.path().replaceAll(".*/reference/details/([^?]*).*", "$1");
      return UpsAnswers.tracked(found(wanted).stream().map(each -> each.number).toList());
    }
    if (question.isOf("/track/v1/details/")) {
      return UpsAnswers.tracked(List.of(question.path().replaceAll(".*/details/([^?]*).*", "$1")));
    }
    if (question.isOf("/addressvalidation/")) {
      return UpsAnswers.validAddress(question);
    }
    return new Said(404, UpsAnswers.error("404", "Not here."));
  }

  private synchronized Said token(Asked question) {
    String basic =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString(SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    if (!basic.equals(question.headers().get("Authorization"))) {
      return new Said(401, UpsAnswers.error("10401", "ClientId is Invalid"));
    }
    tokens++;
    String token = "token-" + tokens;
    good.add("Bearer " + token);
    return new Said(
        200,
        """
        {"token_type":"Bearer","issued_at":"1764000000000","client_id":"x",
         "access_token":"%s","expires_in":"14399","status":"approved"}\
        """
            .formatted(token));
  }

  private synchronized List<Sold> found(String reference) {
    return ledger.stream().filter(each -> each.reference.equals(reference)).toList();
  }

  private synchronized Said voided(String number) {
    for (Sold each : ledger) {
      if (each.number.equals(number)) {
        if (each.voided) {
          return new Said(400, UpsAnswers.error("190117", "The Shipment has already been voided."));
        }
        each.voided = true;
        return UpsAnswers.voided();
      }
    }
    return new Said(
        400, UpsAnswers.error("190102", "No shipment found within the allowed void period."));
  }

  private static String reference(JsonNode ship) {
    JsonNode shipment = ship.at("/ShipmentRequest/Shipment");
    return shipment
        .at("/Package/0/ReferenceNumber/0/Value")
        .asText(shipment.at("/ReferenceNumber/0/Value").asText());
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dev.cutoff.adapter.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Calls to a store's API: one place for time limits, and for what an answer means. No answer, 429
 * and 5xx are {@link TryAgainLater}; the store's own "no" is data.
 */
public final class StoreApi {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
  private static final int LONGEST_MESSAGE = 200;
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http;
  private final Duration limit;

  public StoreApi(HttpClient http) {
    this(http, WHOLE_CALL);
  }

  /**
   * With another limit.
   *
   * @param limit for connecting, asking and the whole of the answer
   */
  public StoreApi(HttpClient http, Duration limit) {
    this.http = http;
    this.limit = limit;
  }

  /** A client that waits 3 s for a connection and takes no secret along to another address. */
  public static HttpClient httpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /** What the store said. */
  public sealed interface Reply<T> {
    /** It did as it was asked. */
    record Yes<T>(T value) implements Reply<T> {}

    /** It refuses, and will refuse again. */
    record No<T>(String why) implements Reply<T> {}

    /** Goes on with the answer; a "no" ends it. */
    default Outcome then(Function<T, Outcome> next) {
      return switch (this) {
        case Yes<T> yes -> next.apply(yes.value());
        case No<T> no -> new Outcome.Refused(no.why());
      };
    }

    /** As {@code then}, with another question to the store. */
    default <R> Reply<R> ask(Function<T, Reply<R>> next) {
      return switch (this) {
        case Yes<T> yes -> next.apply(yes.value());
        case No<T> no -> new No<>(no.why());
      };
    }
  }

  public ObjectNode object() {
    return json.createObjectNode();
  }

  /** What a shop said to a message that it was sent. */
  public sealed interface Delivery {
    /** Any 2xx; what else it said is nobody's business. */
    record Taken() implements Delivery {}

    /** It answers, but does not take it: wrong signature, no such address, moved elsewhere. */
    record NotTaken(String why) implements Delivery {}

    /** 410: it wants no more of them, for ever. */
    record Unwanted(String why) implements Delivery {}
  }

  /**
   * Posts a message once; where that can't be done at all it was not taken.
   *
   * @param what the system and the message, for people
   * @param headers what signs it among them; no secret
   */
  public Delivery deliver(String what, String url, Map<String, String> headers, byte[] body) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException notAnAddress) {
      return new Delivery.NotTaken("the store's apiUrl is not an address");
    }
    if (!"https".equals(address.getScheme()) && !isThisMachine(address)) {
      return new Delivery.NotTaken("the store's apiUrl is not https: anybody could read along");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .timeout(limit)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    HttpResponse<byte[]> answer = send(what, request.build());
    int status = answer.statusCode();
    if (status >= 200 && status <= 299) {
      return new Delivery.Taken();
    }
    String said = what + " answered " + status;
    if (status >= 500 || status == 429 || status == 408) {
      throw new TryAgainLater(said);
    }
    return status == 410
        ? new Delivery.Unwanted(said + ": it wants no more of them")
        : new Delivery.NotTaken(said + ": " + said(answer.body(), ""));
  }

  /**
   * Asks once.
   *
   * @param what the system and the question, for messages: "acme (shopify): fulfillmentCreate"
   * @param header name and value that carry the secret
   */
  public Reply<JsonNode> call(
      String what, String method, String url, SecretHeader header, JsonNode body) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException notAnAddress) {
      return new Reply.No<>("the store's apiUrl is not an address");
    }
    if (!"https".equals(address.getScheme()) && !isThisMachine(address)) {
      return new Reply.No<>("the store's apiUrl is not https: its secret would travel in clear");
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header(header.name(), header.value())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .timeout(limit)
            .method(
                method,
                body.isMissingNode()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
            .build();
    return meaning(what, send(what, request), header);
  }

  /** A header that is never printed. */
  public record SecretHeader(String name, String value) {
    @Override
    public String toString() {
      return name + ": (secret)";
    }
  }

  private HttpResponse<byte[]> send(String what, HttpRequest request) {
    // The request's own timeout ends with the headers; a body may drip for ever.
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new TryAgainLater(what + " did not answer within " + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new TryAgainLater(what + " could not be reached", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new TryAgainLater(what + " was interrupted", e);
    }
  }

  private Reply<JsonNode> meaning(String what, HttpResponse<byte[]> answer, SecretHeader header) {
    int status = answer.statusCode();
    if (status >= 500 || status == 429 || status == 408) {
      throw new TryAgainLater(what + " answered " + status);
    }
    if (status < 200 || status > 299) {
      return new Reply.No<>(
          what + " answered " + status + ": " + said(answer.body(), header.value()));
    }
    try {
      JsonNode body = json.readTree(answer.body());
      if (body != null && !body.isMissingNode()) {
        return new Reply.Yes<>(body);
      }
    } catch (IOException notJson) {
      throw new TryAgainLater(what + " answered something else than JSON", notJson);
    }
    throw new TryAgainLater(what + " answered nothing");
  }

  private String said(byte[] body, String secret) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode error = json.readTree(body);
      for (String field : new String[] {"message", "errors", "error"}) {
        if (error.hasNonNull(field)) {
          text =
              error.path(field).isTextual()
                  ? error.path(field).asText()
                  : error.get(field).toString();
          break;
        }
      }
    } catch (IOException notJson) {
      // Then the page itself is what the store said.
    }
    return shortened(text, secret);
  }

  /** The store's words for a person: one line, no markup, no secret. */
  public static String shortened(String words, String secret) {
    String plain =
        (secret.isEmpty() ? words : words.replace(secret, "…"))
            .replaceAll("<[^>]*>", " ")
            .replaceAll("[\\s\\p{Cntrl}]+", " ")
            .strip();
    return plain.length() <= LONGEST_MESSAGE ? plain : plain.substring(0, LONGEST_MESSAGE) + "…";
  }

  private byte[] bytes(JsonNode body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of ours is always JSON", impossible);
    }
  }

  private static boolean isThisMachine(URI address) {
    return "http".equals(address.getScheme())
        && address.getHost() != null
        && THIS_MACHINE.contains(address.getHost());
  }
}

package dev.cutoff.adapter.carrier;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutoff.carrier.application.NoAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question to a carrier's JSON API, asked once. Silence, 429, 5xx and what is not JSON are a
 * {@link NoAnswer}; all else, a "no" too, is the carrier's answer.
 */
public final class CarrierHttp {
  private static final int LONGEST_ANSWER = 8 * 1024 * 1024;
  private static final int TOO_MANY = 429;
  private static final int TIMED_OUT = 408;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http;
  private final Duration limit;
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /**
   * Asks with that client.
   *
   * @param limit for connecting, asking and the whole of the answer
   */
  public CarrierHttp(HttpClient http, Duration limit) {
    this.http = http;
    this.limit = limit;
  }

  /**
   * What came.
   *
   * @param body missing where there was none
   */
  public record Answer(int status, JsonNode body) {
    public boolean isYes() {
      return status >= 200 && status <= 299;
    }
  }

  /**
   * Asks.
   *
   * @param headers the secret among them; never in a message
   * @param body missing for none
   */
  public Answer ask(String method, URI url, Map<String, String> headers, JsonNode body) {
    return ask(method, url, headers, "application/json", bytes(body));
  }

  /** The same with a body that is no JSON, such as a form. */
  public Answer ask(String method, URI url, Map<String, String> headers, String type, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(limit)
            .header("Accept", "application/json")
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", type);
    }
    headers.forEach(request::header);
    return meaning(send(http, request.build(), limit, LONGEST_ANSWER));
  }

  /**
   * Sends it once.
   *
   * @param limit for connecting, asking and the whole of the answer
   * @param longest bytes of the answer
   */
  public static HttpResponse<byte[]> send(
      HttpClient http, HttpRequest request, Duration limit, long longest) {
    // The request's own timeout ends with the headers; a body may drip for ever.
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException silent) {
      answer.cancel(true);
      throw NoAnswer.unreachable();
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw NoAnswer.unreachable();
    }
  }

  private Answer meaning(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status >= SERVER_ERROR || status == TOO_MANY || status == TIMED_OUT) {
      throw NoAnswer.status(status);
    }
    if (answer.body().length == 0) {
      return new Answer(status, MissingNode.getInstance());
    }
    try {
      return new Answer(status, json.readTree(answer.body()));
    } catch (IOException notJson) {
      throw NoAnswer.garbled();
    }
  }

  private byte[] bytes(JsonNode body) {
    try {
      return body.isMissingNode() ? new byte[0] : json.writeValueAsBytes(body);
    } catch (IOException impossible) {
      throw new IllegalStateException("a tree of ours is always JSON", impossible);
    }
  }
}

package dev.cutoff.adapter.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** An endpoint in this JVM, so that the SDK's own client writes requests and reads answers. */
public final class AwsEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Answer> answers = request -> new Answer(200, "{}");

  /** What the SDK sent: the operation is a header or, for S3, method and path. */
  public record Request(String method, String path, String target, String type, String body) {}

  /** What AWS would say. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public Answer(int status, String body) {
      this(status, Map.of(), body);
    }
  }

  private AwsEndpoint(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of this machine alone. */
  public static AwsEndpoint start() {
    try {
      InetAddress local = InetAddress.getLoopbackAddress();
      AwsEndpoint endpoint = new AwsEndpoint(HttpServer.create(new InetSocketAddress(local, 0), 0));
      endpoint.server.createContext("/", endpoint::serve);
      endpoint.server.start();
      return endpoint;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  public void answers(Function<Request, Answer> function) {
    answers = function;
  }

  /** The JSON form in which most services say what is wrong. */
  public void refuses(int status, String code) {
    answers(request -> new Answer(status, "{\"__type\":\"" + code + "\",\"message\":\"no\"}"));
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Points a client here, with made-up credentials and without the SDK's own retries. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(to -> to.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  /** S3 alone sends sums behind the body; plain bodies are easier to read. */
  public static RequestChecksumCalculation plainBodies() {
    return RequestChecksumCalculation.WHEN_REQUIRED;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              header(exchange, "X-Amz-Target"),
              header(exchange, "Content-Type"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      Answer answer = answers.apply(request);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

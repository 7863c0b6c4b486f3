package dev.cutoff.adapter.notice.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.Notices.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Against an endpoint that speaks SES's wire format, through the true client. */
class SesSenderTest {
  private static final Notice NOTICE =
      new Notice(
          "k#email", "Acme <orders@acme.example>", "sam@example.com", "s", "text", "<p>h</p>");

  private final List<JsonNode> asked = new ArrayList<>();
  private HttpServer server;
  private SesV2Client client;
  private int status = 200;
  private String body = "{\"MessageId\":\"m-1\"}";
  private String error = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2/email/outbound-emails",
        exchange -> {
          asked.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
          if (!error.isEmpty()) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", error);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    client =
        SesV2Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void sesGetsTheWholeMessage() {
    new SesSender(client).send(NOTICE, Instant.EPOCH);

    assertThat(asked).hasSize(1);
    JsonNode request = asked.getFirst();
    assertThat(request.path("FromEmailAddress").asText()).isEqualTo(NOTICE.from());
    assertThat(request.at("/Destination/ToAddresses/0").asText()).isEqualTo("sam@example.com");
    String message =
        new String(
            Base64.getDecoder().decode(request.at("/Content/Raw/Data").asText()),
            StandardCharsets.UTF_8);
    assertThat(message).contains("multipart/alternative", "To: sam@example.com", "<p>h</p>");
    assertThat(new SesSender(client).repeatable()).isFalse();
  }

  @Test
  void aBusyOrBrokenSesIsTriedAgain() {
    status = 500;
    body = "{\"message\":\"oops\"}";
    assertTriedAgain();
    status = 429;
    error = "TooManyRequestsException";
    assertTriedAgain();
  }

  @Test
  void anAnswerThatWasLostLeavesTheNoticeInDoubt() {
    server.stop(0);
    assertThatThrownBy(() -> new SesSender(client).send(NOTICE, Instant.EPOCH))
        .isInstanceOf(Notices.InDoubt.class)
        .hasMessageNotContaining("sam@example.com");
  }

  @Test
  void aMessageThatSesRefusesSurelyWasNotSent() {
    status = 400;
    error = "MessageRejected";
    body = "{\"message\":\"Email address is not verified.\"}";

    assertTriedAgain();
  }

  private void assertTriedAgain() {
    assertThatThrownBy(() -> new SesSender(client).send(NOTICE, Instant.EPOCH))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageNotContaining("sam@example.com");
  }
}
